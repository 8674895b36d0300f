import fc from 'fast-check';
import { startApp, type TestApp } from './app';
import type { Schemas } from './fuzz/from-schema';
import { requestsTo, type FuzzedRequest } from './fuzz/requests';
import { SECRET, signInAgain } from './isolation/callers';
import { formatProblem, type Response } from './isolation/judge';
import { operationsOf, type Operation } from './isolation/operations';
import { World, type Role } from './isolation/world';

/** Per operation with a body; those without have fewer places to go wrong, and get a sixth. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
/** Stops asking each operation after so long; undefined in the suite, which is the same on every machine. */
const MS_EACH = process.env.FUZZ_MS ? Number(process.env.FUZZ_MS) : undefined;
const SLOW_MS = 2000;

let test: TestApp;
let world: World;
let slowest = { ms: 0, what: '' };
beforeAll(async () => {
  test = await startApp({ JWT_SECRET: SECRET });
  world = await World.build(test);
});
afterAll(() => test.close());

/** Who can get furthest with it. */
function askerOf({ access, path }: Operation): Role {
  if (access === 'staff') return 'staff';
  if (access === 'author' || access === 'reviewer') return 'author';
  return access === 'vendor' || access === 'owner' || path.startsWith('/api/stores') ? 'vendor' : 'buyer';
}

/** What takes the cast itself away comes last. */
const isLast = ({ method, access }: Operation) => method === 'DELETE' || access === 'staff';
const runsOf = ({ body }: Operation) => Math.ceil(body ? RUNS : RUNS / 6);

async function ask(operation: Operation, role: Role): Promise<void> {
  let authorization = await signInAgain(test, world.people[role]);
  const schemas = (test.document.components?.schemas ?? {}) as Schemas;
  const send = async ({ url, contentType, payload }: FuzzedRequest): Promise<Response> => {
    const headers = { authorization, ...(contentType ? { 'content-type': contentType } : {}) };
    const start = performance.now();
    const response = await test.app.inject({ method: operation.method, url, headers, payload });
    const ms = performance.now() - start;
    if (ms > slowest.ms) slowest = { ms, what: `${operation.method} ${url.slice(0, 200)}` };
    return response;
  };
  const property = fc.asyncProperty(requestsTo(operation, schemas), async (request) => {
    const response = await send(request);
    if (response.statusCode === 401) authorization = await signInAgain(test, world.people[role]);
    if (response.statusCode >= 500) throw new Error(`${response.statusCode} ${response.payload}`);
    const problem = response.statusCode < 300 ? null : formatProblem(response);
    if (problem) throw new Error(problem);
  });
  const limits = MS_EACH ? { interruptAfterTimeLimit: MS_EACH } : {};
  await fc.assert(property, { numRuns: runsOf(operation), seed: SEED, endOnFailure: true, ...limits });
}

it('answers whatever is sent, in the form that errors have', async () => {
  const operations = operationsOf(test.document);
  const failures: string[] = [];
  let requests = 0;
  for (const operation of [
    ...operations.filter((one) => !isLast(one)),
    ...operations.filter((one) => isLast(one)),
  ]) {
    requests += runsOf(operation);
    await ask(operation, askerOf(operation)).catch((error: Error) =>
      failures.push(`${operation.name}: ${error.message.slice(0, 1500)}`),
    );
  }
  const slow = slowest.ms > SLOW_MS ? ' TOO SLOW' : '';
  console.info(
    `Up to ${requests} requests to ${operations.length} operations, FUZZ_SEED=${SEED}; ` +
      `slowest ${Math.round(slowest.ms)} ms:${slow} ${slowest.what}`,
  );
  expect(failures).toEqual([]);
}, 3_600_000);
