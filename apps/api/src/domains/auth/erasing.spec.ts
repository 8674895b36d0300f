import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import type { SalesSummary } from '@souk/contracts/sales.dto';
import type { ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { ProductReviewPage } from '@souk/contracts/reviews.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created, type Factory, type Person } from '../../../test/factories';
import { holdCharge } from '../../../test/held-charge';
import { homeOf, member, tracesOf } from '../../../test/member';
import { Shop, payWith } from '../../../test/shop';
import { User } from '../users/user.entity';

let test: TestApp;
let shop: Shop;
let make: Factory;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  make = shop.make;
});
afterAll(() => test.close());

async function buy(buyer: Person, product: ProductDto): Promise<OrderDto> {
  await shop.put(buyer.client, product, 2);
  return make.order(buyer.client, { email: buyer.user.email, shippingAddress: homeOf(buyer) });
}

const picture = (blue: number) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: { r: 9, g: 9, b: blue } } })
    .png()
    .toBuffer();

const move = ({ id }: OrderDto, status: string) => shop.vendor.client.put(`/orders/${id}`, { status });

const erase = ({ client, password }: Person) => client.delete('/auth/profile', { password });

describe('erasing an account', () => {
  it('asks for the password', async () => {
    const { client, user } = await make.buyer();
    for (const body of [{ password: 'a wrong one' }, {}, { password: '' }]) {
      const details = expectError(await client.delete('/auth/profile', body), 400, 'VALIDATION_ERROR');
      expect(details).toHaveProperty('password');
    }
    expectError(await test.client.delete('/auth/profile', {}), 401, 'AUTHENTICATION_REQUIRED');
    expect((await client.get('/auth/profile')).body).toEqual(user);
  });

  it('is refused to staff', async () => {
    const staff = await make.buyer();
    await test.app.get(DataSource).getRepository(User).update({ id: staff.user.id }, { isStaff: true });
    const credentials = { username: staff.user.username, password: staff.password };
    const { body } = await test.client.post<Person['tokens']>('/auth/login', credentials);
    expectError(await erase({ ...staff, client: test.client.as(body) }), 403, 'PERMISSION_DENIED');
  });

  it('waits until every purchase is delivered or cancelled', async () => {
    const buyer = await make.buyer();
    const order = await buy(buyer, await shop.product());
    for (const next of ['shipped', 'delivered']) {
      const refused = await erase(buyer);
      expect(expectError(refused, 409, 'INVALID_TRANSITION')).toEqual({
        purchases: [order.number],
        sales: [],
      });
      expect(JSON.stringify(refused.body)).toMatch(`cancel your purchases ${order.number}, or wait`);
      await move(order, next);
    }
    expect((await buyer.client.get('/auth/profile')).body).toEqual(buyer.user);
    expect((await erase(buyer)).status).toBe(204);
  });

  it('waits until a vendor has delivered or cancelled every sale', async () => {
    const vendor = await make.vendor();
    const product = await make.product(vendor);
    const order = await buy(await make.buyer(), product);
    const details = expectError(await erase(vendor), 409, 'INVALID_TRANSITION');
    expect(details).toEqual({ purchases: [], sales: [order.number] });
    expect((await test.client.get(`/products/${product.id}`)).status).toBe(200);
    await vendor.client.post(`/orders/${order.id}/cancel`);
    expect((await erase(vendor)).status).toBe(204);
  });

  it('waits for a checkout that is under way', async () => {
    const buyer = await make.buyer();
    await shop.put(buyer.client, await shop.product());
    const { asked, letGo } = holdCharge(test);
    const order = shop.place(buyer.client);
    await asked;
    expect((await erase(buyer)).status).toBe(409);
    letGo();
    expect((await order).status).toBe(201);
  });
});

describe('an erased buyer', () => {
  let buyer: Person;
  let mug: ProductDto;
  let key: string;
  let before: Awaited<ReturnType<typeof books>>;

  const books = async () => ({
    sales: (await shop.vendor.client.get<OrderPage>('/orders/my-sales?limit=100')).body,
    summary: (await shop.vendor.client.get<SalesSummary>('/orders/my-sales/summary')).body,
  });

  beforeAll(async () => {
    buyer = await member(make, 'buyer');
    mug = await shop.product();
    const order = await buy(buyer, mug);
    await move(order, 'shipped');
    await move(order, 'delivered');
    const cancelled = await buy(buyer, mug);
    await buyer.client.post(`/orders/${cancelled.id}/cancel`);
    await shop.put(buyer.client, mug);
    await shop.place(buyer.client, { ...payWith('tok_declined'), shippingAddress: homeOf(buyer) });
    created(await buyer.client.post(`/products/${mug.id}/reviews`, { rating: 5, comment: 'Good.' }));
    const name = `Program of ${buyer.user.username}`;
    key = created(await buyer.client.post<{ key: string }>('/auth/keys', { name, scopes: ['read'] })).key;
    await test.client.post('/auth/password/forgot', { email: buyer.user.email });
    await buyer.client.patch('/auth/profile', { email: `new.${buyer.user.email}` });
    await test.settled();
    before = await books();
    expect(await tracesOf(buyer, test)).toEqual(
      expect.arrayContaining([
        'users.email',
        'orders.email',
        'shipping_addresses.address',
        'account_tokens.email',
        'outbox.payload',
      ]),
    );
    expect((await erase(buyer)).status).toBe(204);
  });

  it('has no way in any more', async () => {
    expectError(await buyer.client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await test.client.as({ accessToken: key }).get('/orders'), 401, 'AUTHENTICATION_REQUIRED');
    const { refreshToken } = buyer.tokens;
    expectError(await test.client.post('/auth/refresh', { refreshToken }), 401, 'AUTHENTICATION_REQUIRED');
    const { id, username, email } = buyer.user;
    for (const login of [username, email, `erased:${id}`, `erased-${id}@invalid`]) {
      const answer = await test.client.post('/auth/login', { username: login, password: buyer.password });
      expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
    }
  });

  it('has left no trace in any table', async () => {
    await test.settled();
    expect(await tracesOf(buyer, test)).toEqual([]);
  });

  it("leaves the vendor's books as they were", async () => {
    const after = await books();
    expect(after.summary).toEqual(before.summary);
    const figures = ({ items }: OrderPage) =>
      items.map(({ customer: _, email: __, shippingAddress: ___, ...rest }) => rest);
    expect(figures(after.sales)).toEqual(figures(before.sales));
    const [theirs] = after.sales.items.filter(({ customer }) => customer?.id === buyer.user.id);
    expect(theirs).toMatchObject({
      customer: { username: 'Former member' },
      email: `erased-${buyer.user.id}@invalid`,
      shippingAddress: null,
    });
  });

  it('leaves the review and its stars, without a name', async () => {
    const { body } = await test.client.get<ProductReviewPage>(`/products/${mug.id}/reviews`);
    expect(body.summary).toMatchObject({ average: 5, count: 1 });
    expect(body.items).toMatchObject([
      { comment: 'Good.', isVerified: true, user: { username: 'Former member', userType: 'buyer' } },
    ]);
  });

  it('frees the name and the address', async () => {
    const { username, email } = buyer.user;
    const again = await make.user('buyer', { username, email });
    expect(again.user.id).not.toBe(buyer.user.id);
    expect((await again.client.get<OrderPage>('/orders')).body.total).toBe(0);
  });
});

describe('an erased vendor', () => {
  it('leaves no words or pictures but what orders have of their own, and what others show or were told', async () => {
    const vendor = await make.vendor();
    const store = await make.store(vendor, { name: 'Wombatine & Daughters' });
    const [sold, shared, alone, banner] = [
      await picture(1),
      await picture(2),
      await picture(3),
      await picture(4),
    ];
    const input = { storeId: store.id, description: 'Wombatine.' };
    const bought = await make.product(vendor, { ...input, name: 'Wombatine 1' });
    const other = await make.product(vendor, { ...input, name: 'Wombatine 2' });
    const neighbour = await shop.product();
    const add = async (client: Client, { id }: ProductDto, bytes: Buffer) =>
      created(
        await client.upload<ImageDto>('POST', `/products/${id}/images`, {
          name: 'a.png',
          type: 'image/png',
          bytes,
        }),
      ).url;
    const kept = [await add(vendor.client, bought, sold), await add(shop.vendor.client, neighbour, shared)];
    const urls = [await add(vendor.client, other, shared), await add(vendor.client, other, alone)];
    const file = { name: 'a.png', type: 'image/png', bytes: banner };
    const { logo } = (await vendor.client.upload<StoreDto>('PUT', `/stores/${store.id}/logo`, file)).body;
    const buyer = await make.buyer();
    const order = await buy(buyer, bought);
    for (const status of ['shipped', 'delivered']) await vendor.client.put(`/orders/${order.id}`, { status });

    expect((await erase(vendor)).status).toBe(204);
    await test.settled();
    const served = async (url: string) =>
      (await test.app.inject(new URL(url, 'http://souk').pathname)).statusCode;
    for (const url of [...kept, urls[0]]) expect(await served(String(url))).toBe(200);
    for (const url of [urls[1], logo]) expect(await served(String(url))).toBe(404);
    const named = {
      user: Object.fromEntries(
        ['username', 'email', 'lastName', 'phone', 'address'].map((field) => [field, 'wombatine']),
      ),
    } as never;
    expect((await tracesOf(named, test)).sort()).toEqual([
      'documents.content',
      'notifications.data',
      'order_items.name',
      'order_parts.storeName',
      'search_words.word',
    ]);
    expect((await buyer.client.get<OrderDto>(`/orders/${order.id}`)).body).toMatchObject({
      parts: [{ store: { name: 'Wombatine & Daughters' } }],
      items: [{ name: 'Wombatine 1' }],
    });
  });

  it('closes the stores; what was bought there can still be read', async () => {
    const vendor = await member(make, 'vendor');
    const { email, phone, address } = vendor.user;
    const store = await make.store(vendor, { email, phone, address });
    const closed = await make.store(vendor, { email, phone, address });
    await vendor.client.delete(`/stores/${closed.id}`);
    const product = await make.product(vendor, { storeId: store.id });
    const buyer = await make.buyer();
    const order = await buy(buyer, product);
    for (const status of ['shipped', 'delivered']) await vendor.client.put(`/orders/${order.id}`, { status });
    await shop.put(buyer.client, product);

    expect((await erase(vendor)).status).toBe(204);
    await test.settled();
    expect(await tracesOf(vendor, test)).toEqual([]);
    for (const gone of [`/stores/${store.id}`, `/products/${product.id}`, `/vendors/${vendor.user.id}`]) {
      expectError(await test.client.get(gone), 404, 'NOT_FOUND');
    }
    const { body } = await buyer.client.get<OrderDto>(`/orders/${order.id}`);
    expect(body).toMatchObject({
      status: 'delivered',
      totalAmount: order.totalAmount,
      parts: [{ store: { name: store.name } }],
    });
    expectError(await shop.place(buyer.client), 409, 'CART_CHANGED');
  });
});
