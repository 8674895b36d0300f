import type { ApiKeyScope } from '@souk/contracts';
import type { TokenResponse } from '@souk/contracts/auth.dto';
import type { ApiKeyPage, NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import type { SessionPage } from '@souk/contracts/sessions.dto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created, Factory, orderInput, type Person } from '../../../test/factories';
import { newestMailTo } from '../../../test/mailbox';
import type { Actor } from '../../platform/access/actor';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { AuthenticationRequired } from '../../platform/http/errors';
import { openApiDocument } from '../../platform/http/openapi';
import { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { ApiKey } from './api-key.entity';
import { ApiKeysService } from './api-keys.service';

let test: TestApp;
let make: Factory;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
});
afterAll(() => test.close());

async function keyOf(person: Person, ...scopes: ApiKeyScope[]) {
  const made = created(await person.client.post<NewApiKeyDto>('/auth/keys', { name: 'Warehouse', scopes }));
  return { ...made, client: test.client.as({ accessToken: made.key }) };
}

async function signInAgain({ user, password }: Person) {
  const { body } = await test.client.post<TokenResponse>('/auth/login', {
    username: user.username,
    password,
  });
  return test.client.as(body);
}

const keysOf = async ({ client }: Person) => (await client.get<ApiKeyPage>('/auth/keys')).body;

describe('making a key', () => {
  it('shows it once and stores its hash only', async () => {
    const vendor = await make.vendor();
    const answer = await vendor.client.post<NewApiKeyDto>('/auth/keys', {
      name: '  Warehouse ',
      scopes: ['read', 'products'],
    });
    expect(answer.status).toBe(201);
    const { id, key, prefix } = answer.body;
    expect(answer.headers).toMatchObject({ location: `/api/auth/keys/${id}`, 'cache-control': 'no-store' });
    expect(key).toMatch(/^sk_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    const { items } = await keysOf(vendor);
    expect(items).toEqual([
      {
        id,
        name: 'Warehouse',
        prefix,
        scopes: ['read', 'products'],
        lastUsedAt: null,
        createdAt: answer.body.createdAt,
      },
    ]);
    const row = await test.app.get(Database).repository(ApiKey).findOneByOrFail({ id });
    expect(row.keyHash).toBe(hashSecret(key));
    expect(JSON.stringify(row)).not.toContain(key);
  });

  it.each([
    ['no scope', { scopes: [] }, 'scopes'],
    ['an unknown scope', { scopes: ['read', 'staff'] }, 'scopes'],
    ['a scope twice', { scopes: ['read', 'read'] }, 'scopes'],
    ['a word for the scopes', { scopes: 'read' }, 'scopes'],
    ['a scope that only vendors can use', { scopes: ['products'] }, 'scopes'],
    ['no name', { name: ' ' }, 'name'],
    ['an over-long name', { name: 'x'.repeat(61) }, 'name'],
    ['a field that nobody may set', { userId: 1 }, 'userId'],
  ])('refuses %s', async (_, change, field) => {
    const { client } = await make.buyer();
    const answer = await client.post('/auth/keys', { name: 'Mine', scopes: ['read'], ...change });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });

  it('ends at twenty, also for those who ask at once', async () => {
    const buyer = await make.buyer();
    const ask = () => buyer.client.post('/auth/keys', { name: 'One of many', scopes: ['read'] });
    const answers = await Promise.all(Array.from({ length: 30 }, ask));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(10);
    for (const answer of [...refused, await ask()])
      expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('name');
    expect((await keysOf(buyer)).total).toBe(20);
  });

  it('is refused when the session ends while it is asked for', async () => {
    const buyer = await make.buyer();
    const [session] = (await buyer.client.get<SessionPage>('/auth/sessions')).body.items;
    // as the guard found it, before the password was set anew by a mailed link
    const actor: Actor = { ...buyer.user, sessionId: session?.id ?? 0, scopes: null };
    await test.client.post('/auth/password/forgot', { email: buyer.user.email });
    const { token } = await newestMailTo(test, buyer.user.email, 'reset-password');
    await test.client.post('/auth/password/reset', { token, newPassword: 'a whole new password' });
    const late = test.app.get(ApiKeysService).create(actor, { name: 'To stay', scopes: ['read'] });
    await expect(late).rejects.toBeInstanceOf(AuthenticationRequired);
    expect(await test.app.get(Database).repository(ApiKey).countBy({ userId: buyer.user.id })).toBe(0);
  });
});

describe('using a key', () => {
  it('acts as its owner, within its scopes', async () => {
    const vendor = await make.vendor();
    const { client } = await keyOf(vendor, 'read', 'products');
    expect((await client.get<{ id: number }>('/auth/profile')).body.id).toBe(vendor.user.id);
    const store = created(
      await client.post<{ id: number }>('/stores', { name: 'By program', description: 'Kept by a program.' }),
    );
    expect((await client.patch(`/stores/${store.id}`, { name: 'By its program' })).status).toBe(200);
    const foreign = await make.store(await make.vendor());
    expectError(await client.patch(`/stores/${foreign.id}`, { name: 'Mine now' }), 403, 'PERMISSION_DENIED');
  });

  it('orders with the scope for it', async () => {
    const product = await make.product(await make.vendor());
    const { client } = await keyOf(await make.buyer(), 'orders');
    created(await client.post('/cart/items', { productId: product.id }));
    created(await client.post('/orders', orderInput));
  });

  it.each<[string, ApiKeyScope[], ApiKeyScope, (person: Person['client']) => Promise<unknown>]>([
    ['writing products', ['read', 'orders', 'reviews'], 'products', (by) => by.post('/stores', {})],
    ['importing', ['read', 'orders', 'reviews'], 'products', (by) => by.post('/stores/1/imports')],
    ['ordering', ['read', 'products', 'reviews'], 'orders', (by) => by.post('/orders', orderInput)],
    ['filling a cart', ['read', 'products', 'reviews'], 'orders', (by) => by.post('/cart/items', {})],
    ['reviewing', ['read', 'products', 'orders'], 'reviews', (by) => by.post('/products/1/reviews', {})],
    ['reading', ['products', 'orders', 'reviews'], 'read', (by) => by.get('/orders')],
    ['reading what is public', ['products', 'orders', 'reviews'], 'read', (by) => by.get('/products')],
  ])('is refused %s without the scope, which the answer names', async (_, scopes, needed, attempt) => {
    const { client } = await keyOf(await make.vendor(), ...scopes);
    const answer = (await attempt(client)) as Parameters<typeof expectError>[0];
    expect(expectError(answer, 403, 'PERMISSION_DENIED')).toEqual({ requiredScope: needed });
  });

  it('never opens the account itself', async () => {
    const person = await make.vendor();
    const { client, id } = await keyOf(person, 'read', 'products', 'orders', 'reviews');
    for (const answer of [
      await client.get('/auth/sessions'),
      await client.delete('/auth/sessions/1'),
      await client.get('/auth/keys'),
      await client.post('/auth/keys', { name: 'Child', scopes: ['read'] }),
      await client.delete(`/auth/keys/${id}`),
      await client.post('/auth/password/change', {}),
      await client.put('/auth/profile', {}),
      await client.patch('/auth/profile', {}),
      await client.post('/auth/logout'),
    ])
      expectError(answer, 403, 'PERMISSION_DENIED');
    expect((await keysOf(person)).total).toBe(1);
  });

  it("has none of its owner's powers as staff", async () => {
    const staff = await make.buyer();
    const database = test.app.get(Database);
    await database.run(() => database.repository(User).update({ id: staff.user.id }, { isStaff: true }));
    const signedIn = await signInAgain(staff);
    const product = await make.product(await make.vendor(), { isActive: false });
    expect((await signedIn.get(`/products/${product.id}`)).status).toBe(200);
    const { client } = await keyOf(staff, 'read');
    expectError(await client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    expectError(await client.get('/admin/users'), 403, 'PERMISSION_DENIED');
  });

  it('notes the use, to the minute', async () => {
    const person = await make.buyer();
    const { client } = await keyOf(person, 'read');
    await client.get('/auth/profile');
    const [used] = (await keysOf(person)).items;
    expect(Date.parse(used?.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 6000);
    await client.get('/auth/profile');
    now.mockRestore();
    expect((await keysOf(person)).items[0]?.lastUsedAt).toBe(used?.lastUsedAt);
  });

  it.each([
    'Bearer sk_',
    `Bearer sk_${'A'.repeat(43)}`,
    `Bearer sk_${'A'.repeat(44)}`,
    `Basic sk_${'A'.repeat(43)}`,
  ])('is refused as %p, on public routes too', async (authorization) => {
    const client = test.client.with({ authorization });
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await client.get('/products'), 401, 'AUTHENTICATION_REQUIRED');
  });
});

describe('ending a key', () => {
  it('ends it at once and takes it off the list', async () => {
    const person = await make.buyer();
    const { client, id } = await keyOf(person, 'read');
    const kept = await keyOf(person, 'read');
    expect((await client.get('/auth/profile')).status).toBe(200);
    expect((await person.client.delete(`/auth/keys/${id}`)).status).toBe(204);
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expect((await keysOf(person)).items.map((key) => key.id)).toEqual([kept.id]);
    expectError(await person.client.delete(`/auth/keys/${id}`), 404, 'NOT_FOUND');
  });

  it('answers for a foreign key as for a missing one', async () => {
    const stranger = await make.buyer();
    const { id, client } = await keyOf(await make.buyer(), 'read');
    const foreign = await stranger.client.delete<object>(`/auth/keys/${id}`);
    const missing = await stranger.client.delete<object>('/auth/keys/2000000000');
    expectError(foreign, 404, 'NOT_FOUND');
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    expect((await client.get('/auth/profile')).status).toBe(200);
  });

  it('follows from the end of its owner, within five seconds everywhere', async () => {
    const person = await make.buyer();
    const { client } = await keyOf(person, 'read');
    expect((await client.get('/auth/profile')).status).toBe(200);
    const database = test.app.get(Database);
    await database.run(() => database.repository(User).update({ id: person.user.id }, { isActive: false }));
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5001);
    const answer = await client.get('/auth/profile');
    now.mockRestore();
    expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
  });

  it('lasts while its owner is deactivated, and not longer', async () => {
    const person = await make.buyer();
    const { client } = await keyOf(person, 'read');
    const works = async () => (await client.get('/auth/profile')).status;
    expect(await works()).toBe(200);
    const staff = await make.buyer();
    await test.app.get(UsersService).makeStaff(staff.user.id);
    const signedIn = await signInAgain(staff);
    const moderate = (act: string) =>
      signedIn.post(`/admin/users/${person.user.id}/${act}`, { reason: 'Looked into.' });
    await moderate('deactivate');
    expect(await works()).toBe(401);
    await moderate('reactivate');
    expect(await works()).toBe(200);
  });

  it('is not caused by a change of password', async () => {
    const person = await make.buyer();
    const { client } = await keyOf(person, 'read');
    const passwords = { currentPassword: person.password, newPassword: 'harbour lantern seven' };
    expect((await person.client.post('/auth/password/change', passwords)).status).toBe(200);
    expect((await client.get('/auth/profile')).status).toBe(200);
  });

  it('follows from a password set by a mailed link, for every key at once', async () => {
    const person = await make.buyer();
    const keys = [await keyOf(person, 'read'), await keyOf(person, 'orders', 'read')];
    const stranger = await keyOf(await make.buyer(), 'read');
    for (const { client } of keys) expect((await client.get('/auth/profile')).status).toBe(200);
    await test.client.post('/auth/password/forgot', { email: person.user.email });
    const { token } = await newestMailTo(test, person.user.email, 'reset-password');
    const password = 'harbour lantern seven';
    const reset = await test.client.post('/auth/password/reset', { token, newPassword: password });
    expect(reset.status).toBe(204);
    for (const { client } of keys)
      expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    const client = await signInAgain({ ...person, password });
    expect((await keysOf({ ...person, client })).total).toBe(0);
    expect((await stranger.client.get('/auth/profile')).status).toBe(200);
  });

  it('follows from erasing its owner, and leaves no row', async () => {
    const person = await make.buyer();
    const { client, id } = await keyOf(person, 'read');
    expect((await client.get('/auth/profile')).status).toBe(200);
    await person.client.delete('/auth/profile', { password: person.password });
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expect(await test.app.get(Database).repository(ApiKey).existsBy({ id })).toBe(false);
  });

  it('is closed to strangers', async () => {
    for (const answer of [
      await test.client.get('/auth/keys'),
      await test.client.post('/auth/keys', {}),
      await test.client.delete('/auth/keys/1'),
    ])
      expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
  });
});

it('documents the scope of every operation that a key may open', () => {
  const { paths } = openApiDocument(test.app);
  const scopeOf = (method: keyof OpenAPIObject['paths'][string], path: string) =>
    (paths[`/api${path}`]?.[method] as { 'x-scope'?: string } | undefined)?.['x-scope'];
  expect(scopeOf('get', '/products')).toBe('read');
  expect(scopeOf('post', '/products')).toBe('products');
  expect(scopeOf('get', '/stores/{id}/imports')).toBe('read');
  expect(scopeOf('post', '/stores/{id}/imports')).toBe('products');
  expect(scopeOf('post', '/orders')).toBe('orders');
  expect(scopeOf('put', '/reviews/{id}/reply')).toBe('reviews');
  for (const [method, path] of [
    ['get', '/auth/keys'],
    ['get', '/auth/sessions'],
    ['patch', '/auth/profile'],
    ['post', '/auth/login'],
  ] as const)
    expect(scopeOf(method, path)).toBeUndefined();
});
