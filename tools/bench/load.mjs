/** Load from processes beside the server, and what they saw. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const CONNECTIONS = 50;
const WRK = '/usr/bin/wrk';
const PATHS = 60_000;
const LOOK_MS = 100;

/**
 * What readers see. wrk takes little of the processors that server, database and client share; meanwhile some answers
 * are looked into here.
 *
 * @param pathOf a next address; `expect` is what a right answer has in its text
 * @returns requests per second, and percentiles in milliseconds
 * @throws Error when an answer was not as expected: there is no figure for wrong answers
 */
export async function measureReading({ url, name, pathOf, expect, warmUp = 5, seconds = 16 }) {
  if (!existsSync(WRK)) throw new Error('wrk is not installed; install it with: sudo apt-get install -y wrk');
  if (warmUp > 0) await read({ url, name, pathOf, expect, seconds: warmUp });
  return read({ url, name, pathOf, expect, seconds });
}

async function read({ url, name, pathOf, expect, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'souk-load-'));
  try {
    const paths = join(folder, 'paths');
    writeFileSync(paths, Array.from({ length: PATHS }, pathOf).join('\n'));
    const script = join(import.meta.dirname, 'read.lua');
    const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-s', script, url, '--', paths];
    let isOver = false;
    const running = promisify(execFile)(WRK, args).finally(() => (isOver = true));
    const [{ stdout }] = await Promise.all([running, lookInto(url + pathOf(), () => isOver)]);
    const { failed, ...figures } = JSON.parse(/^\{.*\}$/m.exec(stdout)[0]);
    if (failed > 0) throw new Error(`${name}: ${failed} requests failed.`);
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  async function lookInto(address, isOver) {
    do {
      const answer = await fetch(address);
      const body = await answer.text();
      if (answer.status !== 200 || !body.includes(expect))
        throw new Error(`${name}: not the expected answer: ${answer.status} ${body.slice(0, 300)}`);
      address = url + pathOf();
      await wait(LOOK_MS);
    } while (!isOver());
  }
}

/**
 * What buyers do, each on a connection of their own.
 *
 * @param requests of one connection, one after the other; `expect` is what a right answer has in its text
 * @returns figures per round of all requests: rounds per second, milliseconds
 * @throws Error when an answer was not as expected
 */
export async function measure({ url, name, requests, warmUp = 5, seconds = 16 }) {
  if (warmUp > 0) await shoot({ url, name, requests, seconds: warmUp });
  return shoot({ url, name, requests, seconds });
}

async function shoot({ url, name, requests, seconds }) {
  let wrong;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    initialContext: {},
    requests: requests.map(({ expect, status = 200, onAnswer, ...request }) => ({
      ...request,
      onResponse: (code, body, context) => {
        if (code !== status || !body.includes(expect)) wrong ??= `${code} ${body.slice(0, 300)}`;
        onAnswer?.(body, context);
      },
    })),
  });
  wrong ??= result.errors > 0 ? `${result.errors} connections failed` : undefined;
  if (wrong) throw new Error(`${name}: not the expected answer: ${wrong}`);
  const { p50, p97_5, p99 } = result.latency;
  // autocannon counts no p95, which is no higher
  return { rate: result.requests.average / requests.length, p50, p95: p97_5, p99 };
}

export const any = (count) => 1 + Math.floor(Math.random() * count);
