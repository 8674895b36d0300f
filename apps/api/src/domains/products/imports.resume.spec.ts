import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { DataSource } from 'typeorm';
import { fixture } from '../../../test/fixture';
import { settingsOfItsOwn, startServer, type Server } from '../../../test/server';

/** Asking without a pause takes the import's own processor. */
const POLL_MS = 10;

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
/** Anew in every run; a failure names them. */
const moments = (count: number) => Array.from({ length: count }, () => Math.random()).sort();

it.each([
  ['bicycles.csv', real('bicycles.csv'), moments(1)],
  ['jewelry.csv', real('jewelry.csv'), moments(1)],
])(
  'an import of %s goes on wherever the process was killed, and ends as if it never had been',
  async (_, file, shares) => {
    const undisturbed = await importInto(await openStore(), file);
    const expected = await followed(undisturbed, ({ status }) => status === 'done');
    const begun = await importInto(await openStore(), file);
    for (const share of shares) {
      await followed(
        begun,
        ({ status, rowsDone, rowsTotal }) =>
          status === 'done' || (rowsTotal > 0 && rowsDone / rowsTotal >= share),
      );
      await killServer();
      server = await startServer(env);
    }
    const done = await followed(begun, ({ status }) => status === 'done' || status === 'failed');
    expect({ shares, ...timeless(done) }).toEqual({ shares, ...timeless(expected) });
    expect(await exported(begun)).toBe(await exported(undisturbed));
  },
);

it('an undo goes on as well, and leaves nothing', async () => {
  const begun = await importInto(await openStore(), real('bicycles.csv'));
  const { productsCreated } = await followed(begun, ({ status }) => status === 'done');
  await post(`${begun.path}/undo`, {});
  await followed(begun, ({ productsUndone }) => productsUndone > 0);
  await killServer();
  expect(statSync(join(env.DATA_DIR ?? '', 'private')).mode & 0o777).toBe(0o700);
  server = await startServer(env);
  const undone = await followed(begun, ({ status }) => status !== 'running');
  expect(undone).toMatchObject({ status: 'undone', productsUndone: productsCreated });
  expect((await exported(begun)).trim().split('\n')).toHaveLength(1);
});

const timeless = (job: ImportDto) => ({ ...job, id: 0, createdAt: '', finishedAt: '' });

interface Begun {
  store: StoreDto;
  path: string;
}

const openStore = () => post<StoreDto>('/stores', { name: 'Smithy', description: 'Iron.' });

async function importInto(store: StoreDto, file: string): Promise<Begun> {
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
