import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { DataSource } from 'typeorm';
import { startApp } from '../../../test/app';
import { fixture } from '../../../test/fixture';
import { settingsOfItsOwn, startServer, type Server } from '../../../test/server';

/** Asking without a pause takes the import's own processor. */
const POLL_MS = 50;

let env: Record<string, string>;
let server: Server;
let token = '';
beforeAll(async () => {
  env = await settingsOfItsOwn('souk_killed');
  server = await startServer(env);
  const person = { username: 'smith', email: 'smith@example.com', password: 'correct horse battery' };
  const session = await post<{ accessToken: string }>('/auth/register', { ...person, userType: 'vendor' });
  token = session.accessToken;
});
afterAll(async () => {
  await server.kill();
  rmSync(env.DATA_DIR ?? '', { recursive: true, force: true });
});

/** The pictures are named at a host that cannot exist, so that nothing waits for somebody else's server. */
const real = (name: string) =>
  fixture(`shopify/${name}`).toString().replaceAll('cdn.shopify.com', 'pictures.invalid');
const FILES = ['bicycles.csv', 'jewelry.csv'].map(real);
/** Of the bicycles; the first test leaves it to the second. */
let resumed: Begun;

it('imports go on wherever the process was killed, and end as if it never had been', async () => {
  const undisturbed = await Promise.all(
    FILES.map(async (file) => {
      const begun = await importAnew(file);
      return { file, begun, job: await followed(begun, isDone) };
    }),
  );
  const killed: { share: number; begun: Begun; like: (typeof undisturbed)[number] }[] = [];
  for (const like of undisturbed) {
    // anew in every run; a failure names it
    const share = Math.random();
    const begun = await importAnew(like.file);
    await followed(begun, hasReached(share));
    killed.push({ share, begun, like });
  }
  await killServer();
  server = await startServer(env);
  for (const { share, begun, like } of killed) {
    const job = await followed(begun, (now) => isDone(now) || now.status === 'failed');
    expect({ share, ...timeless(job) }).toEqual({ share, ...timeless(like.job) });
    expect(await exported(begun)).toBe(await exported(like.begun));
    resumed ??= begun;
  }
});

it('an undo goes on as well, and leaves nothing', async () => {
  const { productsCreated } = await followed(resumed, isDone);
  await post(`${resumed.path}/undo`, {});
  await followed(resumed, ({ productsUndone }) => productsUndone > 0);
  await killServer();
  expect(statSync(join(env.DATA_DIR ?? '', 'private')).mode & 0o777).toBe(0o700);
  // nobody kills the last one, so it needs no process
  const next = await startApp(env);
  await next.settled();
  const client = next.client.as({ accessToken: token });
  const undone = await client.get<ImportDto>(resumed.path);
  expect(undone.body).toMatchObject({ status: 'undone', productsUndone: productsCreated });
  const left = await client.get<string>(`/stores/${resumed.store.id}/products.csv`);
  expect(left.body.trim().split('\n')).toHaveLength(1);
  await next.close();
});

const timeless = (job: ImportDto) => ({ ...job, id: 0, createdAt: '', finishedAt: '' });

interface Begun {
  store: StoreDto;
  path: string;
}

const isDone = ({ status }: ImportDto) => status === 'done';
const hasReached = (share: number) => (job: ImportDto) =>
  isDone(job) || (job.rowsTotal > 0 && job.rowsDone / job.rowsTotal >= share);

/** Into a store of its own. */
async function importAnew(file: string): Promise<Begun> {
  const store = await post<StoreDto>('/stores', { name: 'Smithy', description: 'Iron.' });
  const form = new FormData();
  form.set('file', new Blob([file], { type: 'text/csv' }), 'things.csv');
  const { id } = await post<ImportDto>(`/stores/${store.id}/imports`, form);
  return { store, path: `/stores/${store.id}/imports/${id}` };
}

async function followed({ path }: Begun, isReached: (job: ImportDto) => boolean): Promise<ImportDto> {
  for (;;) {
    const job = (await (await ask(path)).json()) as ImportDto;
    if (isReached(job)) return job;
    await pause(POLL_MS);
  }
}

const exported = async ({ store }: Begun) => (await ask(`/stores/${store.id}/products.csv`)).text();

async function post<T>(path: string, body: object): Promise<T> {
  const isForm = body instanceof FormData;
  const headers = new Headers(isForm ? {} : { 'content-type': 'application/json' });
  const answer = await ask(path, { method: 'POST', headers, body: isForm ? body : JSON.stringify(body) });
  return (await answer.json()) as T;
}

async function ask(path: string, request: RequestInit = {}): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const answer = await fetch(`${server.url}/api${path}`, { ...request, headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** As if the dead process had been waited for. */
async function killServer(): Promise<void> {
  await server.kill();
  if (!env.DATABASE_URL?.startsWith('mariadb')) return;
  const connection = await new DataSource({ type: 'mariadb', url: env.DATABASE_URL }).initialize();
  await connection.query('UPDATE outbox SET locked_until = NULL');
  await connection.destroy();
}
