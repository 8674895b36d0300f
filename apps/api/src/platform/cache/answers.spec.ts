import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { CategoryList } from '@souk/contracts/categories.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { ProductReviewPage, ReviewDto } from '@souk/contracts/reviews.dto';
import type { StoreDto, StorePage } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import type { Client } from '../../../test/client';
import { statementsOf } from '../../../test/cold';
import { Factory, created, type Person } from '../../../test/factories';
import { Answers } from './answers';
import { ChangeLog } from './change-log';

let test: TestApp;
let client: Client;
let make: Factory;
let vendor: Person;
let product: ProductDto;

beforeAll(async () => {
  test = await startApp();
  client = test.client;
  make = new Factory(client);
});
afterAll(() => test.close());
beforeEach(async () => {
  // a machine that is too busy to look at the changes of others keeps nothing
  jest.spyOn(ChangeLog.prototype, 'isCurrent', 'get').mockReturnValue(true);
  vendor = await make.vendor();
  product = await make.product(vendor);
});

afterEach(() => jest.restoreAllMocks());

const isKept = (path: string, { app } = test) => app.get(Answers).find(`/api${path}`) !== undefined;

/** Asked twice, so that it is kept. */
async function read<T>(path: string, reader = client): Promise<T> {
  await reader.get(path);
  expect(isKept(path)).toBe(true);
  return (await reader.get<T>(path)).body;
}

describe('an answer that is kept', () => {
  it('is the same as the one that was made', async () => {
    const path = `/products/${product.id}`;
    const made = await client.get<ProductDto>(path);
    const kept = await client.get<ProductDto>(path);
    expect(kept.body).toEqual(made.body);
    for (const name of [
      'etag',
      'cache-control',
      'content-type',
      'content-security-policy',
      'x-frame-options',
    ])
      expect([name, kept.headers[name]]).toEqual([name, made.headers[name]]);
    expect(kept.headers['x-request-id']).not.toBe(made.headers['x-request-id']);
    const known = await client.with({ 'if-none-match': String(made.headers.etag) }).get(path);
    expect({ status: known.status, body: known.body, etag: known.headers.etag }).toEqual({
      status: 304,
      body: '',
      etag: made.headers.etag,
    });
  });

  it.each([
    ['gzip', gunzipSync],
    ['br, gzip', brotliDecompressSync],
  ])('is compressed for who accepts %s', async (encodings, decompress) => {
    const path = '/products';
    const plain = await client.get(path);
    for (const time of ['first', 'again']) {
      const { rawPayload, headers } = await test.app.inject({
        method: 'GET',
        url: `/api${path}`,
        headers: { 'accept-encoding': encodings },
      });
      expect([time, headers['content-encoding'], headers.vary]).toEqual([
        time,
        encodings.split(',')[0],
        'accept-encoding',
      ]);
      expect(JSON.parse(String(decompress(rawPayload)))).toEqual(plain.body);
    }
  });

  it('is not for who signs in, who may see more', async () => {
    const hidden = await make.product(vendor, { isActive: false });
    const path = `/products/${hidden.id}`;
    expect((await vendor.client.get(path)).status).toBe(200);
    expect(isKept(path)).toBe(false);
    expect((await client.get(path)).status).toBe(404);
    expect(isKept(path)).toBe(false);
    expect((await vendor.client.get(path)).status).toBe(200);
    expect(
      (await client.with({ authorization: 'Bearer nonsense' }).get(`/products/${product.id}`)).status,
    ).toBe(401);
  });

  it('is made once for many who come for it together', async () => {
    const path = `/products/${product.id}`;
    await test.settled();
    const statements = async (count: number) =>
      (
        await statementsOf(test, async () => {
          const answers = await Promise.all(
            Array.from({ length: count }, () => client.get<ProductDto>(path)),
          );
          expect(answers.map(({ status, body }) => [status, body.id])).toEqual(
            Array.from({ length: count }, () => [200, product.id]),
          );
        })
      ).length;
    const alone = await statements(1);
    expect(alone).toBeGreaterThan(0);
    expect(await statements(20)).toBe(alone);
  });

  it('is a long one when it is asked for again', async () => {
    const path = `/stores/${product.store.id}/products`;
    await vendor.client.patch(`/products/${product.id}`, { description: 'long '.repeat(1800) });
    await client.get(path);
    expect(isKept(path)).toBe(false);
    await client.get(path);
    expect(isKept(path)).toBe(true);
    const page = `${path}?limit=5`;
    await Promise.all([client.get(page), client.get(page)]);
    expect(isKept(page)).toBe(true);
  });

  it('keeps nobody waiting when there is none after all', async () => {
    const path = `/products/${product.id + 1}`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.get(path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  it('outlives changes of what it does not show', async () => {
    const other = await make.product(vendor);
    await read(`/products/${product.id}`);
    await make.order(await make.guest(other));
    await make.buyer();
    expect(isKept(`/products/${product.id}`)).toBe(true);
  });
});

describe('the next read shows', () => {
  const detail = () => read<ProductDto>(`/products/${product.id}`);
  const list = () => read<ProductPage>(`/stores/${product.store.id}/products`);

  it('what the vendor changed', async () => {
    await Promise.all([detail(), list()]);
    await vendor.client.patch(`/products/${product.id}`, { name: 'Renamed' });
    expect((await detail()).name).toBe('Renamed');
    expect((await list()).items[0]?.name).toBe('Renamed');
    await vendor.client.patch(`/products/${product.id}`, { isActive: false });
    expect((await client.get(`/products/${product.id}`)).status).toBe(404);
    expect((await list()).total).toBe(0);
  });

  it('what was changed in bulk', async () => {
    await Promise.all([detail(), list()]);
    await vendor.client.patch('/products/bulk', {
      items: [{ id: product.id }],
      change: { price: { set: '3.50' } },
    });
    expect([(await detail()).price, (await list()).items[0]?.price]).toEqual(['3.50', '3.50']);
  });

  it('what was sold, and what came back', async () => {
    await Promise.all([detail(), list()]);
    const guest = await make.guest(product, 2);
    const order = await make.order(guest);
    expect([(await detail()).stockQuantity, (await list()).items[0]?.stockQuantity]).toEqual([3, 3]);
    await vendor.client.post(`/orders/${order.id}/cancel`);
    expect([(await detail()).stockQuantity, (await list()).items[0]?.stockQuantity]).toEqual([5, 5]);
  });

  it('what became of the store', async () => {
    const { id } = product.store;
    const store = () => read<StoreDto>(`/stores/${id}`);
    await Promise.all([detail(), store(), read('/stores')]);
    await vendor.client.patch(`/stores/${id}`, { name: `Renamed ${id}` });
    const name = `Renamed ${id}`;
    expect([(await detail()).store.name, (await store()).name]).toEqual([name, name]);
    expect((await read<StorePage>('/stores')).items[0]?.name).toBe(name);
    await vendor.client.patch(`/stores/${id}`, { isActive: false });
    expect((await client.get(`/products/${product.id}`)).status).toBe(404);
  });

  it('reviews, and what they make of the rating', async () => {
    const reviews = () => read<ProductReviewPage>(`/products/${product.id}/reviews`);
    await Promise.all([detail(), list(), reviews()]);
    const critic = await make.vendor();
    const review = created(
      await critic.client.post<ReviewDto>(`/products/${product.id}/reviews`, { rating: 4, comment: 'Good.' }),
    );
    expect([(await detail()).averageRating, (await list()).items[0]?.averageRating]).toEqual([4, 4]);
    expect((await reviews()).summary).toMatchObject({ average: 4, count: 1 });
    await critic.client.delete(`/reviews/${review.id}`);
    expect([(await detail()).averageRating, (await reviews()).total]).toEqual([null, 0]);
  });

  it('who has left', async () => {
    const critic = await make.vendor();
    await critic.client.post(`/products/${product.id}/reviews`, { rating: 4, comment: 'Good.' });
    const author = async () =>
      (await read<ProductReviewPage>(`/products/${product.id}/reviews`)).items[0]?.user.username;
    expect(await author()).toBe(critic.user.username);
    await critic.client.delete('/auth/profile', { password: critic.password });
    expect(await author()).not.toBe(critic.user.username);
  });

  it('the categories as they fill', async () => {
    const before = await read<CategoryList>('/categories');
    const file = {
      name: 'a.csv',
      type: 'text/csv',
      bytes: Buffer.from('Handle,Title,Type,Variant Price\ntray,Tray,Trays,1\n'),
    };
    await vendor.client.upload('POST', `/stores/${product.store.id}/imports`, file);
    await test.settled();
    expect((await read<CategoryList>('/categories')).total).toBe(before.total + 1);
  });
});

// SQLite is one process's own
if (process.env.TEST_DATABASE === 'mariadb')
  it('is what another process on the database has changed, within a second', async () => {
    const other = await startApp({ DATABASE_URL: test.databaseUrl });
    const path = `/products/${product.id}`;
    await other.client.get(path);
    expect(isKept(path, other)).toBe(true);
    await vendor.client.patch(path, { name: 'Changed elsewhere' });
    const seen = async () => (await other.client.get<ProductDto>(path)).body.name;
    while ((await seen()) !== 'Changed elsewhere') await wait(10);
    await other.close();
  });
