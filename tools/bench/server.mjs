/** What is measured: the built server as a process of its own, on a private MariaDB that makes every commit durable. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NODE_FLAGS } from '../node-flags.mjs';
import { startMariaDb } from '../services.mjs';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist/api/apps/api/src');
const START_MS = 60_000;

export const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

export function run(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (status) =>
      status === 0 ? done() : failed(new Error(`${args[0]} ended with ${status}.`)),
    );
  });
}

export async function untilUp(url, child) {
  for (const end = Date.now() + START_MS; Date.now() < end; await wait(50)) {
    if (child.exitCode !== null) throw new Error(`The server ended at once, with ${child.exitCode}.`);
    if ((await fetch(url).catch(() => null))?.ok) return;
  }
  throw new Error(`No answer from ${url} within ${START_MS} ms.`);
}

/** MB that a process holds, highest so far: Linux counts it. */
const peakOf = (pid) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** A marketplace with so many products, and what ends it. @param settings beside those that all have */
export async function openMarket(products, settings = {}) {
  await run(join(root, 'node_modules/.bin/nx'), ['build', 'api', '--outputStyle=static']);
  const mariaDb = await startMariaDb({ durable: true });
  if (!mariaDb)
    throw new Error('MariaDB is not installed; install it with: sudo apt-get install -y mariadb-server');
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-bench-'));
  const env = {
    DATABASE_URL: mariaDb.url,
    DATA_DIR: dataDir,
    DEMO: 'false',
    RATE_LIMIT_SCALE: '0',
    PORT: String(await freePort()),
    ...settings,
  };
  const seed = (count) => run(process.execPath, [join(built, 'seed.js'), '--products', String(count)], env);
  await seed(products);
  const server = spawn(process.execPath, [...NODE_FLAGS, join(built, 'main.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const url = `http://127.0.0.1:${env.PORT}`;
  const start = performance.now();
  await untilUp(`${url}/api/health/live`, server);
  return {
    url,
    databaseUrl: mariaDb.url,
    startMs: performance.now() - start,
    peakMb: () => peakOf(server.pid),
    seed,
    close: async () => {
      const ended = new Promise((resolved) => server.once('exit', resolved));
      server.kill('SIGTERM');
      await ended;
      await mariaDb.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
