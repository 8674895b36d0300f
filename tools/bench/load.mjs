/** Load from this process, and what it saw. */
import autocannon from 'autocannon';

const CONNECTIONS = 50;

/**
 * @param requests of one connection, one after the other; `expect` is what a right answer has in its text
 * @returns figures per round of all requests: rounds per second, milliseconds
 * @throws Error when an answer was not as expected: there is no figure for wrong answers
 */
export async function measure({ url, name, requests, warmUp = 5, seconds = 16, connections = CONNECTIONS }) {
  if (warmUp > 0) await shoot({ url, name, requests, seconds: warmUp, connections });
  return shoot({ url, name, requests, seconds, connections });
}

async function shoot({ url, name, requests, seconds, connections }) {
  let wrong;
  const result = await autocannon({
    url,
    connections,
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
  return { rate: result.requests.average / requests.length, p50, p97_5, p99 };
}

export const any = (count) => 1 + Math.floor(Math.random() * count);

/** A GET whose address is made anew each time. */
export const get = (pathOf, expect) => ({
  setupRequest: (request) => ({ ...request, path: pathOf() }),
  expect,
});
