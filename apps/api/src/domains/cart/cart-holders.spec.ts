import type { TokenResponse } from '@souk/contracts/auth.dto';
import type { CartDto } from '@souk/contracts/cart.dto';
import { Not } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created } from '../../../test/factories';
import { Shop } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { Cart } from './cart.entity';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

const carts = () => test.app.get(Database).repository(Cart);

const empty = {
  token: null,
  items: [],
  stores: [],
  subtotal: '0.00',
  discountTotal: '0.00',
  shippingTotal: '0.00',
  taxTotal: '0.00',
  taxIncludedTotal: '0.00',
  taxMode: 'none',
  taxEstimated: false,
  total: '0.00',
  itemCount: 0,
  currency: 'USD',
  shippingRequired: false,
  notices: [],
};

describe('a guest', () => {
  it('has an empty cart that is not kept', async () => {
    const before = await carts().count();
    expect(await shop.cartOf(test.client)).toEqual(empty);
    expect(await shop.cartOf(test.client.with({ 'x-cart-token': 'nobody knows' }))).toEqual(empty);
    expect(await carts().count()).toBe(before);
  });

  it('gets a cart, its secret and a cookie with the first item', async () => {
    const mug = await shop.product({ price: '19.99' });
    const { status, body, headers, cookies } = await shop.put(test.client, mug, 2);
    expect(status).toBe(201);
    expect(headers.location).toBe('/api/cart');
    expect(Buffer.from(body.token ?? '', 'base64url')).toHaveLength(16);
    expect(cookies).toEqual([
      expect.objectContaining({
        name: 'souk_cart',
        value: body.token,
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      }),
    ]);
    expect(body).toMatchObject({
      items: [
        {
          product: { id: mug.id, name: mug.name, slug: mug.slug, image: null, digital: false },
          variant: { id: mug.variants[0]?.id, sku: null, options: {} },
          quantity: 2,
          unitPrice: '19.99',
          lineTotal: '39.98',
          available: 10,
          notices: [],
        },
      ],
      stores: [
        { store: { id: shop.store.id }, subtotal: '39.98', shipping: '4.90', freeShippingOver: '50.00' },
      ],
      subtotal: '39.98',
      shippingTotal: '4.90',
      total: '44.88',
      itemCount: 2,
      shippingRequired: true,
    });
    const [row] = await carts().find({ order: { id: 'DESC' }, take: 1 });
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is told the secret again only when sending it in the header', async () => {
    const { body, cookies } = await shop.put(test.client, await shop.product());
    const secret = body.token ?? '';
    expect((await shop.cartOf(test.client.with({ 'x-cart-token': secret }))).token).toBe(secret);
    const browser = await shop.cartOf(test.client.with({ cookie: `souk_cart=${cookies[0]?.value}` }));
    expect(browser).toMatchObject({ token: null, itemCount: 1 });
  });

  it('gets a new cart for an unknown secret', async () => {
    const { body } = await shop.put(test.client.with({ 'x-cart-token': 'made-up' }), await shop.product());
    expect(body.token).not.toBeNull();
    expect(body.token).not.toBe('made-up');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another origin', { origin: 'https://evil.example' }],
  ])(
    'is safe from %s that knows no secret but has the cookie sent',
    async (_, headers: Record<string, string>) => {
      const mug = await shop.product();
      const { body, cookies } = await shop.put(test.client, mug);
      const victim = test.client.with({ cookie: `souk_cart=${cookies[0]?.value}`, ...headers });
      const item = `/cart/items/${body.items[0]?.id}`;
      expectError(await shop.put(victim, mug), 403, 'PERMISSION_DENIED');
      expectError(await victim.put(item, { quantity: 0 }), 403, 'PERMISSION_DENIED');
      expectError(await victim.delete(item), 403, 'PERMISSION_DENIED');
      expectError(await victim.delete('/cart'), 403, 'PERMISSION_DENIED');
      const app = test.client.with({ 'x-cart-token': body.token ?? '', ...headers });
      expect((await app.put(item, { quantity: 2 })).status).toBe(200);
    },
  );
});

it('the cart of a guest who has stayed away for 90 days is forgotten, unless it is being checked out', async () => {
  const product = await shop.product();
  const { client } = await shop.make.buyer();
  await shop.put(client, product);
  const holders = [client, ...(await Promise.all([1, 2, 3].map(() => shop.make.guest(product))))];
  const [newest, paying] = await carts().find({ order: { id: 'DESC' }, take: 3 });
  const updatedAt = new Date(Date.now() - 91 * 24 * 3600_000);
  await carts().update({ id: Not(newest?.id ?? 0) }, { updatedAt });
  await carts().update({ id: paying?.id }, { checkoutUntil: new Date(Date.now() + 60_000) });
  await test.app.get(Housekeeping).work();
  const left = await Promise.all(holders.map(async (holder) => (await shop.cartOf(holder)).itemCount));
  expect(left.sort()).toEqual([0, 1, 1, 1]);
});

it('moves nothing when an API key reads', async () => {
  const { client } = await shop.make.buyer();
  const { body } = await shop.put(test.client, await shop.product());
  const keyFor = async (scopes: string[]) =>
    created(await client.post<{ key: string }>('/auth/keys', { name: 'Till', scopes })).key;
  const [reader, writer] = [await keyFor(['read']), await keyFor(['read', 'orders'])];
  const carrying = (accessToken: string) =>
    test.client.as({ accessToken }).with({ 'x-cart-token': body.token ?? '' });
  for (const key of [reader, writer]) expect((await shop.cartOf(carrying(key))).itemCount).toBe(0);
  expect((await shop.cartOf(client)).itemCount).toBe(0);
  await shop.put(carrying(writer), await shop.product());
  expect((await shop.cartOf(client)).itemCount).toBe(2);
});

describe('signing in', () => {
  it('merges the cart of the guest, capped at the stock', async () => {
    const person = await shop.make.buyer();
    const [scarce, plenty] = [await shop.product({ stockQuantity: 4 }), await shop.product()];
    await shop.put(person.client, scarce, 3);
    const guest = await shop.make.guest(scarce, 2);
    await shop.put(guest, plenty, 2);
    const login = { username: person.user.username, password: person.password };
    expect((await guest.post('/auth/login', login)).status).toBe(200);
    const cart = await shop.cartOf(person.client);
    expect(cart.items).toMatchObject([
      {
        product: { id: scarce.id },
        quantity: 4,
        notices: [{ code: 'QUANTITY_CAPPED', details: { requested: 5, available: 4 } }],
      },
      { product: { id: plenty.id }, quantity: 2, notices: [] },
    ]);
    expect(await shop.cartOf(guest)).toEqual(empty);
    const acted = await person.client.put<CartDto>(`/cart/items/${cart.items[0]?.id}`, { quantity: 3 });
    expect(acted.body.items[0]?.notices).toEqual([]);
  });

  it('takes the cart along on registering', async () => {
    const guest = await shop.make.guest(await shop.product(), 2);
    const input = {
      username: 'new.in.town',
      email: 'new.in.town@example.com',
      password: 'correct horse',
      userType: 'buyer',
    };
    const tokens = created(await guest.post<TokenResponse>('/auth/register', input));
    expect((await shop.cartOf(test.client.as(tokens))).itemCount).toBe(2);
  });

  it('merges whatever cart a signed-in browser still carries, and drops its cookie', async () => {
    const { client } = await shop.make.buyer();
    const { cookies } = await shop.put(test.client, await shop.product());
    const answer = await client.with({ cookie: `souk_cart=${cookies[0]?.value}` }).get<CartDto>('/cart');
    expect(answer.body).toMatchObject({ itemCount: 1, token: null });
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'souk_cart', value: '' })]);
    expect((await shop.cartOf(client)).itemCount).toBe(1);
  });

  it('leaves a cart that is being checked out to the next request', async () => {
    const { tokens } = await shop.make.buyer();
    const both = (await shop.make.guest(await shop.product())).as(tokens);
    const [row] = await carts().find({ order: { id: 'DESC' }, take: 1 });
    const checkOut = (until: Date | null) => carts().update({ id: row?.id }, { checkoutUntil: until });
    await checkOut(new Date(Date.now() + 10_000));
    expect(await shop.cartOf(both)).toMatchObject({ itemCount: 0 });
    await checkOut(null);
    expect(await shop.cartOf(both)).toMatchObject({ itemCount: 1 });
  });
});
