import fc from 'fast-check';
import { IsNull } from 'typeorm';
import { User } from '../src/domains/users/user.entity';
import { Database } from '../src/platform/database/database';
import { startApp, type TestApp } from './app';
import { injectEndless } from './endless';
import { Factory } from './factories';
import type { Schemas } from './fuzz/from-schema';
import { requestsTo, type FuzzedRequest } from './fuzz/requests';
import { SECRET, signInAgain } from './isolation/callers';
import { formatProblem, type Response } from './isolation/judge';
import { operationsOf, type Operation } from './isolation/operations';
import { World, type Role } from './isolation/world';

/** Per operation with a body; those without have fewer places to go wrong, and get a sixth. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 100);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
/** Stops asking each operation after so long; undefined in the suite, which is the same on every machine. */
const MS_EACH = process.env.FUZZ_MS ? Number(process.env.FUZZ_MS) : undefined;
const SLOW_MS = 2000;

interface Asked {
  requests: number;
  /** Status → how often it was answered. */
  statuses: Map<number, number>;
  slowest: { ms: number; url: string };
}

let test: TestApp;
let world: World;
const asked = new Map<string, Asked>();
beforeAll(async () => {
  test = await startApp({ JWT_SECRET: SECRET });
  world = await World.build(test);
});
afterAll(() => test.close());

/** Who can get furthest with it. */
function askerOf({ access, path, method }: Operation): Role {
  // whose password is still the one that is known, and who owes nobody a parcel
  if (path === '/api/auth/profile' && method === 'DELETE') return 'author';
  if (access === 'staff') return 'staff';
  if (access === 'author' || access === 'reviewer') return 'author';
  return access === 'vendor' || access === 'owner' || path.startsWith('/api/stores') ? 'vendor' : 'buyer';
}

/** What takes the cast itself away comes last, and an account at the very end. */
const rankOf = ({ method, access, path }: Operation) =>
  path === '/api/auth/profile' && method === 'DELETE' ? 2 : method === 'DELETE' || access === 'staff' ? 1 : 0;
const runsOf = ({ body }: Operation) => Math.ceil(body ? RUNS : RUNS / 6);

/** A newcomer, when the account has gone. */
async function signInAs(role: Role): Promise<string> {
  const { id } = world.people[role].user;
  if (!(await test.app.get(Database).repository(User).existsBy({ id, erasedAt: IsNull() })))
    world.people[role] = await new Factory(test.client).user(world.asker(role).userType);
  return signInAgain(test, world.people[role]);
}

async function ask(operation: Operation, role: Role): Promise<void> {
  let authorization = await signInAs(role);
  const schemas = (test.document.components?.schemas ?? {}) as Schemas;
  const seen: Asked = { requests: 0, statuses: new Map(), slowest: { ms: 0, url: '' } };
  asked.set(operation.name, seen);
  const send = async ({ url, contentType, payload }: FuzzedRequest): Promise<Response> => {
    const headers = { authorization, ...(contentType ? { 'content-type': contentType } : {}) };
    const start = performance.now();
    const sent = { method: operation.method, url, headers, payload };
    const response = await (operation.isEndless ? injectEndless(test.app, sent) : test.app.inject(sent));
    const ms = performance.now() - start;
    if (ms > seen.slowest.ms) seen.slowest = { ms, url: url.slice(0, 200) };
    seen.requests += 1;
    seen.statuses.set(response.statusCode, (seen.statuses.get(response.statusCode) ?? 0) + 1);
    return response;
  };
  const property = fc.asyncProperty(requestsTo(operation, schemas), async (request) => {
    const response = await send(request);
    if (response.statusCode === 401) authorization = await signInAs(role);
    if (response.statusCode >= 500) throw new Error(`${response.statusCode} ${response.payload}`);
    const problem = response.statusCode < 300 ? null : formatProblem(response);
    if (problem) throw new Error(problem);
  });
  const limits = MS_EACH ? { interruptAfterTimeLimit: MS_EACH } : {};
  await fc.assert(property, { numRuns: runsOf(operation), seed: SEED, endOnFailure: true, ...limits });
}

it('answers whatever is sent, in the form that errors have', async () => {
  const failures: string[] = [];
  for (const operation of operationsOf(test.document).sort((a, b) => rankOf(a) - rankOf(b))) {
    await ask(operation, askerOf(operation)).catch((error: Error) =>
      failures.push(`${operation.name}: ${error.message.slice(0, 1500)}`),
    );
  }
  report();
  expect(failures).toEqual([]);
}, 3_600_000);

/** Times are told, not judged: they are the machine's as much as the server's. */
function report(): void {
  const all = [...asked].map(([name, seen]) => ({ name, ...seen }));
  const rows = all.map(({ name, requests, statuses, slowest }) => {
    const answers = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
    return `| ${name} | ${requests} | ${Math.round(slowest.ms)} | ${answers.join(', ')} |`;
  });
  if (MS_EACH)
    console.info(
      ['| operation | requests | slowest, ms | answers |', '|---|---|---|---|', ...rows].join('\n'),
    );
  const requests = all.reduce((sum, one) => sum + one.requests, 0);
  const slow = all.reduce((a, b) => (b.slowest.ms > a.slowest.ms ? b : a));
  const mark = slow.slowest.ms > SLOW_MS ? ' TOO SLOW' : '';
  console.info(
    `${requests} requests to ${all.length} operations, FUZZ_SEED=${SEED}; slowest ${Math.round(slow.slowest.ms)} ms:` +
      `${mark} ${slow.name} ${slow.slowest.url}`,
  );
}
