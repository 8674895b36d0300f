import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import type { SalesSummary } from '@souk/contracts/sales.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import type { Person } from '../../../test/factories';
import { Shop, payWith } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { User } from '../users/user.entity';
import { SettlementService } from './settlement.service';

let test: TestApp;
let shop: Shop;
let customer: Person;
let stranger: Person;
let strangeVendor: Person;
let staff: Client;
let order: OrderDto;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  [customer, stranger] = [await shop.make.buyer(), await shop.make.buyer()];
  strangeVendor = await shop.make.vendor();
  staff = await newStaff();
  await shop.put(customer.client, await shop.product());
  order = await shop.make.order(customer.client);
});
afterAll(() => test.close());

async function newStaff(): Promise<Client> {
  const { user, password } = await shop.make.buyer();
  await test.app.get(Database).repository(User).update({ id: user.id }, { isStaff: true });
  const login = { username: user.username, password };
  const { body } = await test.client.post<{ accessToken: string }>('/auth/login', login);
  return test.client.as(body);
}

const clients = () => ({
  anonymous: test.client,
  stranger: stranger.client,
  'strange vendor': strangeVendor.client,
  customer: customer.client,
  vendor: shop.vendor.client,
  staff,
});
type Who = keyof ReturnType<typeof clients>;

describe('one order', () => {
  it.each<[Who, number]>([
    ['anonymous', 404],
    ['stranger', 404],
    ['strange vendor', 404],
    ['customer', 200],
    ['vendor', 200],
    ['staff', 200],
  ])('read by %s: %i', async (who, status) => {
    const answer = await clients()[who].get<OrderDto>(`/orders/${order.id}`);
    expect(answer.status).toBe(status);
    if (status === 200) return expect(answer.body.id).toBe(order.id);
    const missing = await clients()[who].get<object>('/orders/2147483647');
    expect({ ...answer.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
  });

  it.each<[Who, number]>([
    ['anonymous', 401],
    ['stranger', 403],
    ['strange vendor', 404],
    ['customer', 403],
    ['staff', 403],
  ])('shipped by %s: %i', async (who, status) => {
    const answer = await clients()[who].put(`/orders/${order.id}`, { status: 'shipped' });
    expect(answer.status).toBe(status);
  });

  it.each<[Who, number]>([
    ['anonymous', 404],
    ['stranger', 404],
    ['strange vendor', 404],
    ['staff', 403],
  ])('cancelled by %s: %i', async (who, status) => {
    expect((await clients()[who].post(`/orders/${order.id}/cancel`)).status).toBe(status);
  });

  it('whose payment failed is no business of its vendor', async () => {
    await shop.put(customer.client, await shop.product());
    const { id } = await shop.make.order(customer.client, payWith('tok_confirm'));
    await test.app.get(SettlementService).settle(id, { status: 'failed', reference: null });
    const read = async (who: Who) => (await clients()[who].get(`/orders/${id}`)).status;
    expect([await read('customer'), await read('staff'), await read('vendor')]).toEqual([200, 200, 404]);
  });

  it('has no such id', async () => {
    expectError(await customer.client.get('/orders/abc'), 400, 'VALIDATION_ERROR');
    expectError(await customer.client.get(`/orders/${order.id}?colour=red`), 400, 'VALIDATION_ERROR');
    expectError(await shop.vendor.client.put('/orders/0', { status: 'shipped' }), 400, 'VALIDATION_ERROR');
  });

  it('of a vendor who buys of the own store is seen whole, and is theirs to ship too', async () => {
    const foreign = await shop.make.product(strangeVendor);
    await shop.put(shop.vendor.client, await shop.product());
    await shop.put(shop.vendor.client, foreign);
    const own = await shop.make.order(shop.vendor.client);
    expect(own.parts.map(({ permissions }) => permissions)).toEqual([
      { cancel: true, next: ['shipped'], refund: true, return: false },
      { cancel: true, next: [], refund: false, return: false },
    ]);
    const sold = (await shop.vendor.client.get<OrderPage>('/orders/my-sales?limit=1')).body.items[0];
    expect(sold).toMatchObject({ id: own.id, totalAmount: '14.90' });
  });
});

describe('the list of purchases', () => {
  it('has the own orders, newest first, by status', async () => {
    const { client } = await shop.make.buyer();
    const placed: number[] = [];
    for (const digital of [false, true, false]) {
      await shop.put(client, await shop.product({ digital }));
      placed.unshift((await shop.make.order(client)).id);
    }
    const list = async (query: string) => (await client.get<OrderPage>(`/orders?${query}`)).body;
    const first = await list('limit=2');
    expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(placed);
    expect((await list('status=delivered')).items.map(({ id }) => id)).toEqual([placed[1]]);
    expect((await list('status=cancelled')).total).toBe(0);
  });

  it('is for users', async () => {
    expectError(await test.client.get('/orders'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await customer.client.get('/orders?status=lost'), 400, 'VALIDATION_ERROR');
    expect((await stranger.client.get<OrderPage>('/orders')).body).toEqual({
      items: [],
      total: 0,
      nextCursor: null,
    });
  });
});

describe('sales', () => {
  it('are for vendors', async () => {
    for (const path of ['/orders/my-sales', '/orders/my-sales/summary']) {
      expectError(await test.client.get(path), 401, 'AUTHENTICATION_REQUIRED');
      expectError(await customer.client.get(path), 403, 'PERMISSION_DENIED');
    }
    expectError(await shop.vendor.client.get('/orders/my-sales/summary?days=0'), 400, 'VALIDATION_ERROR');
    expectError(await shop.vendor.client.get('/orders/my-sales?store=x'), 400, 'VALIDATION_ERROR');
  });

  it('are filtered by the status and store of the own parts', async () => {
    const vendor = await shop.make.vendor();
    const [first, second] = [await shop.make.store(vendor), await shop.make.store(vendor)];
    const both = [
      await shop.make.product(vendor, { storeId: first.id }),
      await shop.make.product(vendor, { storeId: second.id }),
    ];
    const { client } = await shop.make.buyer();
    for (const product of both) await shop.put(client, product);
    const placed = await shop.make.order(client);
    const list = async (query: string) =>
      (await vendor.client.get<OrderPage>(`/orders/my-sales?${query}`)).body.items;
    await vendor.client.put(`/orders/${placed.id}`, { status: 'shipped', partId: placed.parts[0]?.id });
    expect(await list('status=pending')).toMatchObject([{ id: placed.id, status: 'pending' }]);
    expect(await list('status=shipped')).toEqual([]);
    expect(await list(`store=${first.id}&status=shipped`)).toMatchObject([
      { status: 'shipped', totalAmount: '10.00', parts: [{ store: { id: first.id } }] },
    ]);
    expect(await list(`store=${shop.store.id}`)).toEqual([]);
  });

  it('are summed up by day, paid and not cancelled', async () => {
    const vendor = await shop.make.vendor();
    const store = await shop.make.store(vendor, { shippingFee: '1.00' });
    const mug = await shop.make.product(vendor, { storeId: store.id });
    const orders: OrderDto[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { client } = await shop.make.buyer();
      await shop.put(client, mug);
      await shop.put(client, await shop.product());
      orders.push(await shop.make.order(client));
    }
    await vendor.client.post(`/orders/${orders[0]?.id}/cancel`);
    await vendor.client.put(`/orders/${orders[1]?.id}`, { status: 'shipped' });
    const { body } = await vendor.client.get<SalesSummary>('/orders/my-sales/summary?days=7');
    expect(body).toMatchObject({ currency: 'USD', partsToShip: 1 });
    expect(body.days).toHaveLength(7);
    const sold = body.days.reduce((total, day) => total + day.orders, 0);
    expect({ sold, last: body.days.at(-1)?.revenue }).toEqual({ sold: 2, last: '22.00' });
    expect(body.days[0]).toMatchObject({ orders: 0, revenue: '0.00' });
    const elsewhere = await vendor.client.get<SalesSummary>(
      `/orders/my-sales/summary?store=${shop.store.id}`,
    );
    expect(elsewhere.body).toMatchObject({ partsToShip: 0 });
    expect(elsewhere.body.days).toHaveLength(30);
  });
});
