import type { CartDto } from '@souk/contracts/cart.dto';
import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { ReorderDto } from '@souk/contracts/reorder.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import type { Person } from '../../../test/factories';
import { Shop } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Order } from './order.entity';

let test: TestApp;
let shop: Shop;
let other: Person;
let buyer: Person;
let mug: ProductDto;
let lamp: ProductDto;
let bench: ProductDto;
/** A mug and a lamp on 2 March, a bench of the other vendor with a mug on 5 April. */
let march: OrderDto;
let april: OrderDto;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  [buyer, other] = [await shop.make.buyer(), await shop.make.vendor()];
  [mug, lamp] = [await shop.product({ name: 'Speckled mug' }), await shop.product({ name: '100% lamp' })];
  bench = await shop.make.product(other, { name: 'Oak bench', stockQuantity: 5 });
  march = await order('2026-03-02T23:59:59.999Z', [mug, 3], [lamp, 2]);
  april = await order('2026-04-05T00:00:00.000Z', [bench, 1], [mug, 1]);
});
afterAll(() => test.close());

async function order(day: string, ...lines: [ProductDto, number][]): Promise<OrderDto> {
  for (const [product, quantity] of lines) await shop.put(buyer.client, product, quantity);
  const placed = await shop.make.order(buyer.client);
  await test.app
    .get(Database)
    .repository(Order)
    .update({ id: placed.id }, { dateOrdered: new Date(day) });
  return placed;
}

describe('the lists', () => {
  const found = async (client: Client, path: string, query: Record<string, string>) => {
    const { body, status } = await client.get<OrderPage>(`${path}?${new URLSearchParams(query).toString()}`);
    expect(status).toBe(200);
    return body.items.map(({ id }) => (id === march.id ? 'march' : id === april.id ? 'april' : id));
  };

  it.each<[string, Record<string, string>, string[]]>([
    ['a product', { search: 'BENCH' }, ['april']],
    ['two words in two places', { search: 'oak mug' }, ['april']],
    ['what no one order has', { search: 'bench lamp' }, []],
    ['a sign that stands for others elsewhere', { search: '100%' }, ['march']],
    ['nothing but spaces', { search: '  ' }, ['april', 'march']],
    ['the first day of a period', { from: '2026-03-02', to: '2026-03-02' }, ['march']],
    ['the days after', { from: '2026-03-03' }, ['april']],
    ['the days before', { to: '2026-04-04' }, ['march']],
    ['all at once', { search: 'mug', from: '2026-04-05', to: '2026-04-05', status: 'pending' }, ['april']],
    ['another status', { search: 'mug', status: 'shipped' }, []],
  ])('find by %s', async (_, query, orders) => {
    expect(await found(buyer.client, '/orders', query)).toEqual(orders);
  });

  it('find by number and store, and page within what was found', async () => {
    expect(await found(buyer.client, '/orders', { search: march.number.toLowerCase() })).toEqual(['march']);
    expect(await found(buyer.client, '/orders', { search: bench.store.name })).toEqual(['april']);
    const first = (await buyer.client.get<OrderPage>('/orders?search=mug&limit=1')).body;
    expect(first).toMatchObject({ total: 2, items: [{ id: april.id }] });
    const next = `/orders?search=mug&limit=1&cursor=${first.nextCursor}`;
    expect((await buyer.client.get<OrderPage>(next)).body).toMatchObject({ items: [{ id: march.id }] });
    const elsewhere = `/orders?search=lamp&limit=1&cursor=${first.nextCursor}`;
    expectError(await buyer.client.get(elsewhere), 400, 'VALIDATION_ERROR');
  });

  it('let a vendor find by what is the vendor’s own only', async () => {
    const sales = (query: Record<string, string>) => found(other.client, '/orders/my-sales', query);
    expect(await sales({ search: 'bench' })).toEqual(['april']);
    expect(await sales({ search: 'mug' })).toEqual([]);
    expect(await sales({ search: shop.store.name })).toEqual([]);
    expect(await sales({ search: april.number, from: '2026-04-01', status: 'pending' })).toEqual(['april']);
    expect(await sales({ to: '2026-04-01' })).toEqual([]);
    expect(await sales({ search: buyer.user.username.toUpperCase() })).toEqual(['april']);
    expect(await sales({ search: april.email })).toEqual(['april']);
    expect(await sales({ search: other.user.username })).toEqual([]);
    expect(await found(buyer.client, '/orders', { search: buyer.user.username })).toEqual([]);
  });

  it.each(['2026-02-30', '2026-3-1', 'today', '2026-03-01T00:00:00Z'])('refuse %s as a day', async (day) => {
    const details = expectError(await buyer.client.get(`/orders?from=${day}`), 400, 'VALIDATION_ERROR');
    expect(details).toHaveProperty('from');
  });
});

describe('ordering the same again', () => {
  const again = (client: Client, { id }: OrderDto) =>
    client.post<ReorderDto>(`/orders/${id}/reorder`, undefined);
  const lines = ({ items }: CartDto) => items.map(({ product, quantity }) => [product.name, quantity]);

  it('puts all into the cart, at today’s prices, beside what is there', async () => {
    await shop.put(buyer.client, mug);
    await shop.change(lamp, { price: '12.00' });
    const { body, status } = await again(buyer.client, march);
    expect(status).toBe(200);
    expect(body.notices).toEqual([]);
    expect(lines(body.cart)).toEqual([
      ['Speckled mug', 4],
      ['100% lamp', 2],
    ]);
    expect(body.cart.subtotal).toBe('64.00');
    expect(body.cart).toEqual(await shop.cartOf(buyer.client));
    await buyer.client.delete('/cart');
  });

  it('tells what is gone, sold out or short', async () => {
    await shop.change(mug, { stockQuantity: 2 });
    await shop.change(lamp, { stockQuantity: 0 });
    const [cup, shade] = march.items;
    const { body } = await again(buyer.client, march);
    expect(lines(body.cart)).toEqual([['Speckled mug', 2]]);
    expect(body.notices).toEqual([
      {
        code: 'QUANTITY_CAPPED',
        itemId: cup?.id,
        message: 'Speckled mug: 2 of 3 were added, as many as can be bought.',
        details: { requested: 3, added: 2 },
      },
      {
        code: 'LOW_STOCK',
        itemId: shade?.id,
        message: '100% lamp is sold out.',
        details: { available: 0 },
      },
    ]);

    await other.client.delete(`/products/${bench.id}`);
    const { body: second } = await again(buyer.client, april);
    expect(lines(second.cart)).toEqual([['Speckled mug', 2]]);
    expect(second.notices.map(({ code, message }) => [code, message])).toEqual([
      ['UNAVAILABLE', 'Oak bench can no longer be bought.'],
      ['QUANTITY_CAPPED', 'Speckled mug was not added: your cart has as many as can be bought.'],
    ]);
  });

  it('is for its customer alone', async () => {
    expectError(await again(shop.vendor.client, march), 403, 'PERMISSION_DENIED');
    expectError(await again(test.client, march), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await again((await shop.make.buyer()).client, march), 404, 'NOT_FOUND');
  });
});
