import type { ProfileDto } from '@souk/contracts/auth.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from './app';
import { expectError, type Answer, type Client } from './client';
import { Factory, type Person } from './factories';

let test: TestApp;
let make: Factory;
let vendor: Person;
let product: ProductDto;
let review: ReviewDto;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
  product = await make.product(vendor);
  const reviewer = (await make.vendor()).client;
  const path = `/products/${product.id}/reviews`;
  review = (await reviewer.post<ReviewDto>(path, { rating: 4, comment: 'Good.' })).body;
  asReviewer = reviewer;
});
afterAll(() => test.close());
let asReviewer: Client;

const tag = ({ headers }: Answer<unknown>) => String(headers.etag);

describe('reading again', () => {
  it.each([
    ['a list', () => '/products'],
    ['a product', () => `/products/${product.id}`],
    ['a store', () => `/stores/${product.store.id}`],
    ['reviews', () => `/products/${product.id}/reviews`],
    ['categories', () => '/categories'],
  ])('%s costs nothing while it is the same', async (_, path) => {
    const first = await test.client.get(path());
    expect(tag(first)).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    for (const known of [tag(first), `W/${tag(first)}`, `"older", ${tag(first)}`, '*']) {
      const again = await test.client.with({ 'if-none-match': known }).get(path());
      expect([again.status, again.body, tag(again)]).toEqual([304, '', tag(first)]);
    }
    const other = await test.client.with({ 'if-none-match': '"older"' }).get(path());
    expect([other.status, other.body]).toEqual([200, first.body]);
  });

  it('is for everybody’s own view only', async () => {
    const own = await vendor.client.get('/auth/profile');
    const others = await asReviewer.with({ 'if-none-match': tag(own) }).get<ProfileDto>('/auth/profile');
    expect([others.status, others.body.username === vendor.user.username]).toEqual([200, false]);
  });

  it('tags no error and no write', async () => {
    expect((await test.client.get('/nowhere')).headers.etag).toBeUndefined();
    const answer = await vendor.client.with({ 'if-none-match': '*' }).patch('/auth/profile', { phone: null });
    expect([answer.status, answer.headers.etag]).toEqual([200, undefined]);
  });
});

describe('changing what one has seen', () => {
  const things: [string, () => [Client, string], object][] = [
    ['a product', () => [vendor.client, `/products/${product.id}`], { name: 'Mug, mended' }],
    ['a store', () => [vendor.client, `/stores/${product.store.id}`], { description: 'Newly written.' }],
    ['a review', () => [asReviewer, `/reviews/${review.id}`], { comment: 'Better than good.' }],
    ['the profile', () => [vendor.client, '/auth/profile'], { firstName: 'Mara' }],
  ];

  it.each(things)(
    '%s goes through once, and is refused to who has seen the old one',
    async (_, who, change) => {
      const [client, path] = who();
      const seen = await client.get<object>(path);
      const behind = client.with({ 'if-match': tag(seen) });
      expect((await behind.patch(path, change)).status).toBe(200);
      const details = expectError(await behind.patch(path, change), 412, 'PRECONDITION_FAILED');
      const now = await client.get<object>(path);
      expect(details).toEqual({ current: now.body });
      expect(now.body).toMatchObject(change);
      expect((await client.with({ 'if-match': tag(now) }).patch(path, change)).status).toBe(200);
      expect((await client.with({ 'if-match': '*' }).patch(path, change)).status).toBe(200);
    },
  );

  it('holds for replacing and deleting too', async () => {
    const path = `/products/${(await make.product(vendor)).id}`;
    const { name, description, price, stockQuantity } = product;
    const stale = vendor.client.with({ 'if-match': '"stale"' });
    expectError(
      await stale.put(path, { name, description, price, stockQuantity }),
      412,
      'PRECONDITION_FAILED',
    );
    expectError(await stale.delete(path), 412, 'PRECONDITION_FAILED');
    const fresh = vendor.client.with({ 'if-match': tag(await vendor.client.get(path)) });
    expect((await fresh.delete(path)).status).toBe(204);
    const store = `/stores/${product.store.id}`;
    expectError(await stale.delete(store), 412, 'PRECONDITION_FAILED');
    expectError(
      await asReviewer.with({ 'if-match': '"stale"' }).delete(`/reviews/${review.id}`),
      412,
      'PRECONDITION_FAILED',
    );
    expect((await vendor.client.get<StoreDto>(store)).status).toBe(200);
  });

  it('lets one of ten editors at once win', async () => {
    const path = `/products/${(await make.product(vendor)).id}`;
    const client = vendor.client.with({ 'if-match': tag(await vendor.client.get(path)) });
    const prices = Array.from({ length: 10 }, (_, i) => `${i + 30}.00`);
    const answers = await Promise.all(prices.map((price) => client.patch<ProductDto>(path, { price })));
    const won = answers.filter(({ status }) => status === 200);
    expect([won.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, 9]);
    expect((await vendor.client.get<ProductDto>(path)).body.price).toBe(won[0]?.body.price);
  });

  it('tells a stranger nothing', async () => {
    const stale = asReviewer.with({ 'if-match': '"stale"' });
    const details = expectError(
      await stale.patch(`/products/${product.id}`, { name: 'Mine' }),
      403,
      'PERMISSION_DENIED',
    );
    expect(details).not.toHaveProperty('current');
  });
});
