import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { ProductPage } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { IsNull, Not } from 'typeorm';
import { startApp } from '../../../test/app';
import { settingsOfItsOwn, startServer, type Server } from '../../../test/server';
import { Database } from '../../platform/database/database';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';

const PRODUCTS = 400;
const FILE = [
  'Handle,Title,Type,Variant Inventory Qty,Variant Price',
  ...Array.from({ length: PRODUCTS }, (_, index) => `h${index},Thing ${index},Kind ${index % 7},1,5.00`),
].join('\n');

let env: Record<string, string>;
let server: Server;
beforeAll(async () => {
  env = await settingsOfItsOwn('souk_killed');
});
afterAll(async () => {
  await server.kill();
  rmSync(env.DATA_DIR ?? '', { recursive: true, force: true });
});

it('an import goes on where the process was killed, makes nothing twice and counts right', async () => {
  server = await startServer(env);
  const { url } = server;
  const ask = async <T>(path: string, token = '', body?: string | FormData): Promise<T> => {
    const headers: Record<string, string> =
      typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    if (token) headers.authorization = `Bearer ${token}`;
    const answer = await fetch(`${url}/api${path}`, { method: body ? 'POST' : 'GET', headers, body });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const person = { username: 'smith', email: 'smith@example.com', password: 'correct horse battery' };
  const session = await ask<{ accessToken: string }>(
    '/auth/register',
    '',
    JSON.stringify({ ...person, userType: 'vendor' }),
  );
  const { id: storeId } = await ask<StoreDto>(
    '/stores',
    session.accessToken,
    JSON.stringify({ name: 'Smithy', description: 'Iron.' }),
  );
  const form = new FormData();
  form.set('file', new Blob([FILE], { type: 'text/csv' }), 'things.csv');
  let job = await ask<ImportDto>(`/stores/${storeId}/imports`, session.accessToken, form);
  const path = `/stores/${storeId}/imports/${job.id}`;
  while (job.rowsDone === 0) job = await ask<ImportDto>(path, session.accessToken);
  await server.kill();

  expect(statSync(join(env.DATA_DIR ?? '', 'private')).mode & 0o777).toBe(0o700);

  const next = await startApp(env);
  const vendor = next.client.as(session);
  const { body: stopped } = await vendor.get<ImportDto>(path);
  expect(stopped).toMatchObject({ status: 'running', finishedAt: null });
  expect(stopped.rowsDone).toBeGreaterThan(0);
  expect(stopped.rowsDone).toBeLessThan(PRODUCTS);
  expect(stopped.productsCreated).toBe(stopped.rowsDone);
  // as if the dead process had been waited for
  const held = { lockedUntil: Not(IsNull()) };
  await next.app.get(Database).repository(OutboxEntry).update(held, { lockedUntil: null });
  await next.settled();
  const { body: done } = await vendor.get<ImportDto>(path);
  expect(done).toMatchObject({ status: 'done', rowsDone: PRODUCTS, rowsTotal: PRODUCTS, problems: [] });
  expect(done).toMatchObject({ productsCreated: PRODUCTS, productsUpdated: 0 });
  const { body: products } = await vendor.get<ProductPage>(`/products?store=${storeId}`);
  expect(products.total).toBe(PRODUCTS);
  await next.app.close();
});
