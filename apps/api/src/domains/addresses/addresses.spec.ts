import type { AddressDto, AddressPage } from '@souk/contracts/addresses.dto';
import type { OwnDataDto } from '@souk/contracts/own-data.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created, Factory, orderInput } from '../../../test/factories';
import { Database } from '../../platform/database/database';
import { Address } from './address.entity';

const home = orderInput.shippingAddress;

let test: TestApp;
let make: Factory;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
});
afterAll(() => test.close());

const keep = async (client: Client, change: object = {}) =>
  created(await client.post<AddressDto>('/addresses', { ...home, ...change }));
/** Cities of the book, the default one marked. */
const book = async (client: Client) =>
  (await client.get<AddressPage>('/addresses')).body.items.map(({ city, isDefault }) =>
    isDefault ? `${city} *` : city,
  );

it('is kept, read, changed and deleted', async () => {
  const { client } = await make.buyer();
  const made = await client.post<AddressDto>('/addresses', home);
  const { id } = created(made);
  expect(made.headers.location).toBe(`/api/addresses/${id}`);
  expect(made.body).toMatchObject({ ...home, isDefault: true });
  expect((await client.get<AddressDto>(`/addresses/${id}`)).body).toEqual(made.body);
  const { body: moved } = await client.patch<AddressDto>(`/addresses/${id}`, { city: 'Salem' });
  expect(moved).toMatchObject({ ...home, city: 'Salem' });
  const { state: _state, ...abroad } = { ...home, country: 'DE' };
  const { body: replaced } = await client.put<AddressDto>(`/addresses/${id}`, abroad);
  expect(replaced).toMatchObject({ ...abroad, state: null, isDefault: true });
  const stale = client.with({ 'if-match': '"another"' });
  expectError(await stale.delete(`/addresses/${id}`), 412, 'PRECONDITION_FAILED');
  expect((await client.delete(`/addresses/${id}`)).status).toBe(204);
  expectError(await client.get(`/addresses/${id}`), 404, 'NOT_FOUND');
});

it('has one default: the first, or the one that is made it', async () => {
  const { client } = await make.buyer();
  await keep(client, { city: 'A' });
  const b = await keep(client, { city: 'B', isDefault: true });
  await keep(client, { city: 'C' });
  expect(await book(client)).toEqual(['C', 'B *', 'A']);
  await client.patch(`/addresses/${b.id}`, { isDefault: false });
  expect(await book(client)).toEqual(['C', 'B *', 'A']);
  await client.delete(`/addresses/${b.id}`);
  expect(await book(client)).toEqual(['C *', 'A']);
});

it.each([
  ['name', { name: ' ' }],
  ['zipcode', { zipcode: 'x'.repeat(21) }],
  ['country', { country: 'X' }],
  ['city', { city: undefined }],
  ['isDefault', { isDefault: null }],
])('is checked as that of an order: %s', async (field, change) => {
  const { client } = await make.buyer();
  const details = expectError(
    await client.post('/addresses', { ...home, ...change }),
    400,
    'VALIDATION_ERROR',
  );
  expect(details).toHaveProperty([field]);
});

it('fits fifty times into a book, however many come at once', async () => {
  const { client, user } = await make.buyer();
  const { id: _id, ...first } = await test.app
    .get(Database)
    .repository(Address)
    .findOneByOrFail({
      id: (await keep(client)).id,
    });
  const more = Array.from({ length: 47 }, () => ({ ...first, isDefault: false, userId: user.id }));
  await test.app.get(Database).repository(Address).insert(more);
  const answers = await Promise.all(Array.from({ length: 4 }, () => client.post('/addresses', home)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 400, 400]);
});

it('goes into the own data, and with the account', async () => {
  const { client, password, user } = await make.buyer();
  const { id } = await keep(client);
  const { body } = await client.get<OwnDataDto>('/auth/export');
  expect(body.addressBook).toMatchObject([{ id, ...home }]);
  expect((await client.delete('/auth/profile', { password })).status).toBe(204);
  expect(await test.app.get(Database).repository(Address).countBy({ userId: user.id })).toBe(0);
});
