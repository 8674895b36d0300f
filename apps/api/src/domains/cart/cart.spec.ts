import type { CartDto } from '@souk/contracts/cart.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { Factory, created, type Person } from '../../../test/factories';
import { Database } from '../../platform/database/database';
import { Cart } from './cart.entity';

let test: TestApp;
let make: Factory;
let vendor: Person;
let store: StoreDto;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
  store = await make.store(vendor, { shippingFee: '4.90', freeShippingOver: '50.00' });
});
afterAll(() => test.close());

const product = (change: object = {}) =>
  make.product(vendor, { storeId: store.id, price: '10.00', stockQuantity: 10, ...change });
const cartOf = async (client: Client) => (await client.get<CartDto>('/cart')).body;
const put = (client: Client, { id }: ProductDto, quantity = 1) =>
  client.post<CartDto>('/cart/items', { productId: id, quantity });
const change = (of: ProductDto, fields: object) => vendor.client.patch(`/products/${of.id}`, fields);
const cartRows = () => test.app.get(Database).repository(Cart).count();
const variantOf = ({ variants: [variant] }: ProductDto) => variant?.id ?? 0;

const empty = {
  token: null,
  items: [],
  stores: [],
  subtotal: '0.00',
  shippingTotal: '0.00',
  taxTotal: '0.00',
  total: '0.00',
  itemCount: 0,
  currency: 'USD',
  shippingRequired: false,
  notices: [],
};

describe('a guest', () => {
  it('has an empty cart that is not kept', async () => {
    const before = await cartRows();
    expect(await cartOf(test.client)).toEqual(empty);
    expect(await cartOf(test.client.with({ 'x-cart-token': 'nobody knows' }))).toEqual(empty);
    expect(await cartRows()).toBe(before);
  });

  it('gets a cart, its secret and a cookie with the first item', async () => {
    const mug = await product({ price: '19.99' });
    const { status, body, headers, cookies } = await put(test.client, mug, 2);
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
          variant: { id: variantOf(mug), sku: null, options: {} },
          quantity: 2,
          unitPrice: '19.99',
          lineTotal: '39.98',
          available: 10,
          notices: [],
        },
      ],
      stores: [{ store: { id: store.id }, subtotal: '39.98', shipping: '4.90', freeShippingOver: '50.00' }],
      subtotal: '39.98',
      shippingTotal: '4.90',
      total: '44.88',
      itemCount: 2,
      shippingRequired: true,
    });
    const row = await test.app
      .get(Database)
      .repository(Cart)
      .findOneByOrFail({ id: await lastCartId() });
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.tokenHash).not.toContain(body.token);
  });

  const lastCartId = async () => {
    const [last] = await test.app
      .get(Database)
      .repository(Cart)
      .find({ order: { id: 'DESC' }, take: 1 });
    return last?.id ?? 0;
  };

  it('is told the secret again only when sending it in the header', async () => {
    const { body, cookies } = await put(test.client, await product());
    const secret = body.token ?? '';
    expect((await cartOf(test.client.with({ 'x-cart-token': secret }))).token).toBe(secret);
    const browser = await cartOf(test.client.with({ cookie: `souk_cart=${cookies[0]?.value}` }));
    expect(browser).toMatchObject({ token: null, itemCount: 1 });
  });

  it('gets a new cart for an unknown secret', async () => {
    const { body } = await put(test.client.with({ 'x-cart-token': 'made-up' }), await product());
    expect(body.token).not.toBeNull();
    expect(body.token).not.toBe('made-up');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another origin', { origin: 'https://evil.example' }],
  ])(
    'is safe from %s that knows no secret but has the cookie sent',
    async (_, headers: Record<string, string>) => {
      const mug = await product();
      const { body, cookies } = await put(test.client, mug);
      const victim = test.client.with({ cookie: `souk_cart=${cookies[0]?.value}`, ...headers });
      const item = `/cart/items/${body.items[0]?.id}`;
      expectError(await put(victim, mug), 403, 'PERMISSION_DENIED');
      expectError(await victim.put(item, { quantity: 0 }), 403, 'PERMISSION_DENIED');
      expectError(await victim.delete(item), 403, 'PERMISSION_DENIED');
      expectError(await victim.delete('/cart'), 403, 'PERMISSION_DENIED');
      const app = test.client.with({ 'x-cart-token': body.token ?? '', ...headers });
      expect((await app.put(item, { quantity: 2 })).status).toBe(200);
    },
  );
});

describe('adding', () => {
  it('adds up and frees shipping from the threshold on', async () => {
    const { client } = await make.buyer();
    const mug = await product({ price: '25.00' });
    expect(created(await put(client, mug)).shippingTotal).toBe('4.90');
    const { body } = await put(client, mug);
    expect(body).toMatchObject({ token: null, itemCount: 2, shippingTotal: '0.00', total: '50.00' });
    expect(body.items).toHaveLength(1);
  });

  it('adds up when sent in parallel too', async () => {
    const { client } = await make.buyer();
    const mug = await product();
    const answers = await Promise.all([1, 2, 3, 4].map(() => put(client, mug)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await cartOf(client)).toMatchObject({ itemCount: 4, items: [{ quantity: 4 }] });
  });

  it('charges no shipping for what is downloaded', async () => {
    const { client } = await make.buyer();
    const { body } = await put(client, await product({ digital: true }));
    expect(body).toMatchObject({ shippingRequired: false, shippingTotal: '0.00', total: '10.00' });
  });

  it('needs the variant when there are several', async () => {
    const shirt = await product({
      price: undefined,
      stockQuantity: undefined,
      variants: [
        { options: { Size: 'S' }, price: '8.00', stockQuantity: 1 },
        { options: { Size: 'M' }, price: '9.00', stockQuantity: 1 },
      ],
    });
    expect(expectError(await put(test.client, shirt), 400, 'VALIDATION_ERROR')).toHaveProperty(['variantId']);
    const variantId = shirt.variants[1]?.id;
    const { body } = await test.client.post<CartDto>('/cart/items', { productId: shirt.id, variantId });
    expect(body.items).toMatchObject([
      { variant: { id: variantId, options: { Size: 'M' } }, unitPrice: '9.00' },
    ]);
    const foreign = { productId: shirt.id, variantId: variantOf(await product()) };
    expect(expectError(await test.client.post('/cart/items', foreign), 404, 'NOT_FOUND')).toEqual({
      resource: 'variant',
    });
  });

  it('says what is left when the stock does not suffice', async () => {
    const mug = await product({ stockQuantity: 3 });
    const { client } = await make.buyer();
    expectError(await put(client, mug, 4), 409, 'OUT_OF_STOCK');
    created(await put(client, mug, 2));
    const details = expectError(await put(client, mug, 2), 409, 'OUT_OF_STOCK');
    expect(details).toEqual({ [variantOf(mug)]: { available: 3, requested: 4 } });
    expect((await cartOf(client)).itemCount).toBe(2);
  });

  it('knows no hidden and no missing product', async () => {
    const hidden = await product({ isActive: false });
    for (const productId of [hidden.id, 2_147_483_647]) {
      const answer = await vendor.client.post('/cart/items', { productId });
      expect(expectError(answer, 404, 'NOT_FOUND')).toEqual({ resource: 'product' });
    }
  });

  it.each([
    [{ quantity: 0 }, 'quantity'],
    [{ quantity: 1000 }, 'quantity'],
    [{ quantity: 1.5 }, 'quantity'],
    [{ quantity: '2' }, 'quantity'],
    [{ quantity: null }, 'quantity'],
    [{ productId: -1 }, 'productId'],
    [{ variantId: 'x' }, 'variantId'],
    [{ price: '0.01' }, 'price'],
  ])('refuses %p', async (wrong, field) => {
    const answer = await test.client.post('/cart/items', { productId: 1, ...wrong });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});

describe('changing a line', () => {
  it('sets, removes and empties', async () => {
    const { client } = await make.buyer();
    const [mug, bowl] = [await product(), await product()];
    await put(client, mug);
    const { body } = await put(client, bowl);
    const [first, second] = body.items.map(({ id }) => `/cart/items/${id}`);
    expect((await client.put<CartDto>(`${first}`, { quantity: 5 })).body).toMatchObject({ itemCount: 6 });
    expect((await client.put<CartDto>(`${first}`, { quantity: 0 })).body.items).toHaveLength(1);
    expect((await client.delete(`${second}`)).status).toBe(204);
    expectError(await client.delete(`${second}`), 404, 'NOT_FOUND');
    await put(client, mug);
    expect((await client.delete('/cart')).status).toBe(204);
    expect(await cartOf(client)).toEqual(empty);
  });

  it('is for the holder of the cart', async () => {
    const mug = await product({ stockQuantity: 3 });
    const { body } = await put(test.client, mug);
    const item = `/cart/items/${body.items[0]?.id}`;
    const owner = test.client.with({ 'x-cart-token': body.token ?? '' });
    for (const stranger of [test.client, (await make.buyer()).client, await make.guest(mug)]) {
      expectError(await stranger.put(item, { quantity: 2 }), 404, 'NOT_FOUND');
      expectError(await stranger.delete(item), 404, 'NOT_FOUND');
    }
    expect(expectError(await owner.put(item, { quantity: 4 }), 409, 'OUT_OF_STOCK')).toEqual({
      [variantOf(mug)]: { available: 3, requested: 4 },
    });
    expectError(await owner.put(item, { quantity: -1 }), 400, 'VALIDATION_ERROR');
    expectError(await owner.put('/cart/items/abc', { quantity: 1 }), 400, 'VALIDATION_ERROR');
    expect((await cartOf(owner)).itemCount).toBe(1);
  });
});

describe('what has changed since', () => {
  it('tells a new price until the buyer acts on the line', async () => {
    const { client } = await make.buyer();
    const mug = await product({ price: '30.10' });
    await put(client, mug);
    await change(mug, { price: '28.00' });
    const { items } = await cartOf(client);
    expect(items[0]?.notices).toEqual([
      {
        code: 'PRICE_CHANGED',
        message: 'Price went from $30.10 to $28.00.',
        details: { oldPrice: '30.10', newPrice: '28.00' },
      },
    ]);
    const { body } = await client.put<CartDto>(`/cart/items/${items[0]?.id}`, { quantity: 1 });
    expect(body).toMatchObject({ items: [{ unitPrice: '28.00', notices: [] }], subtotal: '28.00' });
  });

  it('tells when less is left than wanted', async () => {
    const { client } = await make.buyer();
    const mug = await product();
    await put(client, mug, 5);
    await change(mug, { stockQuantity: 2 });
    expect((await cartOf(client)).items).toMatchObject([
      { available: 2, notices: [{ code: 'LOW_STOCK', details: { available: 2 } }] },
    ]);
    await change(mug, { stockQuantity: 0 });
    expect((await cartOf(client)).items).toMatchObject([
      { available: 0, notices: [{ code: 'LOW_STOCK', message: 'Sold out.', details: { available: 0 } }] },
    ]);
  });

  it('keeps what is no longer sold in sight, but counts nothing for it', async () => {
    const { client } = await make.buyer();
    const [hidden, deleted] = [await product(), await product()];
    await put(client, hidden);
    await put(client, deleted);
    await change(hidden, { isActive: false });
    await vendor.client.delete(`/products/${deleted.id}`);
    const cart = await cartOf(client);
    expect(cart).toMatchObject({ subtotal: '0.00', shippingTotal: '0.00', total: '0.00', itemCount: 2 });
    expect(cart.notices).toMatchObject([{ code: 'UNAVAILABLE' }]);
    for (const item of cart.items) {
      expect(item).toMatchObject({ lineTotal: '0.00', available: 0, notices: [{ code: 'UNAVAILABLE' }] });
    }
    const [gone] = cart.items;
    expectError(await client.put(`/cart/items/${gone?.id}`, { quantity: 2 }), 409, 'OUT_OF_STOCK');
    expect((await client.delete(`/cart/items/${gone?.id}`)).status).toBe(204);
  });
});

describe('signing in', () => {
  it('merges the cart of the guest, capped at the stock', async () => {
    const person = await make.buyer();
    const [scarce, plenty] = [await product({ stockQuantity: 4 }), await product()];
    await put(person.client, scarce, 3);
    const guest = await make.guest(scarce, 2);
    await put(guest, plenty, 2);
    const login = { username: person.user.username, password: person.password };
    expect((await guest.post('/auth/login', login)).status).toBe(200);
    const cart = await cartOf(person.client);
    expect(cart.items).toMatchObject([
      {
        product: { id: scarce.id },
        quantity: 4,
        notices: [{ code: 'QUANTITY_CAPPED', details: { requested: 5, available: 4 } }],
      },
      { product: { id: plenty.id }, quantity: 2, notices: [] },
    ]);
    expect(await cartOf(guest)).toEqual(empty);
    const acted = await person.client.put<CartDto>(`/cart/items/${cart.items[0]?.id}`, { quantity: 3 });
    expect(acted.body.items[0]?.notices).toEqual([]);
  });

  it('takes the cart along on registering', async () => {
    const guest = await make.guest(await product(), 2);
    const input = {
      username: 'new.in.town',
      email: 'new.in.town@example.com',
      password: 'correct horse',
      userType: 'buyer',
    };
    const tokens = created(await guest.post<{ accessToken: string }>('/auth/register', input));
    expect((await cartOf(test.client.as(tokens))).itemCount).toBe(2);
  });

  it('merges whatever cart a signed-in browser still carries, and drops its cookie', async () => {
    const { client } = await make.buyer();
    const { cookies } = await put(test.client, await product());
    const answer = await client.with({ cookie: `souk_cart=${cookies[0]?.value}` }).get<CartDto>('/cart');
    expect(answer.body).toMatchObject({ itemCount: 1, token: null });
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'souk_cart', value: '' })]);
    expect((await cartOf(client)).itemCount).toBe(1);
  });
});
