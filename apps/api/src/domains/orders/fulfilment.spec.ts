import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { orderInput, type Person } from '../../../test/factories';
import { Shop, payWith } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Payment, Refund } from '../payments/payment.entity';
import { PartDelivered, PartShipped } from './orders.events';
import { OrdersQueries } from './orders.queries';
import { subjectOf } from './settlement.service';

let test: TestApp;
let shop: Shop;
let other: Person;
let otherStore: StoreDto;
const told: string[] = [];
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  other = await shop.make.vendor();
  otherStore = await shop.make.store(other, { shippingFee: '2.50' });
  const events = test.app.get(Events);
  events.on(PartShipped, async ({ partId }) => void told.push(`shipped ${partId}`));
  events.on(PartDelivered, async ({ partId }) => void told.push(`delivered ${partId}`));
});
afterAll(() => test.close());

const put = (order: OrderDto, client: Client, body: object) =>
  client.put<OrderDto>(`/orders/${order.id}`, body);
const cancel = (order: OrderDto, client: Client, body?: object) =>
  client.post<OrderDto>(`/orders/${order.id}/cancel`, body);
const read = async (order: OrderDto, client: Client) =>
  (await client.get<OrderDto>(`/orders/${order.id}`)).body;
const statuses = ({ parts }: OrderDto) => parts.map(({ status }) => status);

/** 20.00 + 4.90 in one store, 15.00 + 2.50 in the other; paid. */
async function soldByTwo() {
  const buyer = await shop.make.buyer();
  const mug = await shop.product();
  const bowl = await shop.make.product(other, { storeId: otherStore.id, price: '15.00' });
  await shop.put(buyer.client, mug, 2);
  await shop.put(buyer.client, bowl);
  const order = await shop.make.order(buyer.client);
  const partOf = ({ id }: StoreDto) => order.parts.find(({ store }) => store.id === id)?.id ?? 0;
  return {
    buyer: buyer.client,
    user: buyer.user,
    mug,
    bowl,
    order,
    part: partOf(shop.store),
    otherPart: partOf(otherStore),
  };
}

describe('a vendor', () => {
  it('sees the own part only, and its share of the sums', async () => {
    const { order, mug, part } = await soldByTwo();
    const share = await read(order, shop.vendor.client);
    expect(share).toMatchObject({
      id: order.id,
      number: order.number,
      email: order.email,
      shippingAddress: orderInput.shippingAddress,
      subtotal: '20.00',
      shippingTotal: '4.90',
      totalAmount: '24.90',
      items: [{ productId: mug.id }],
      parts: [{ id: part, permissions: { cancel: true, next: ['shipped'] } }],
    });
    expect(share.items).toHaveLength(1);
    expect(share.parts).toHaveLength(1);
    const { items } = (await shop.vendor.client.get<OrderPage>('/orders/my-sales')).body;
    expect(items[0]).toEqual(share);
  });

  it('ships and delivers the own part; the order is as far as its last part', async () => {
    const { order, part, otherPart, buyer } = await soldByTwo();
    const shipment = { carrier: 'DHL', trackingNumber: '00340434161094042557' };
    const { status, body } = await put(order, shop.vendor.client, { status: 'shipped', ...shipment });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'shipped',
      parts: [
        {
          status: 'shipped',
          ...shipment,
          shippedAt: expect.any(String),
          permissions: { cancel: false, next: ['delivered'] },
        },
      ],
    });
    expect(await read(order, buyer)).toMatchObject({ status: 'pending' });
    await put(order, other.client, { status: 'shipped' });
    expect(await read(order, buyer)).toMatchObject({ status: 'shipped' });
    const delivered = (await put(order, shop.vendor.client, { status: 'delivered' })).body;
    expect(delivered.parts[0]).toMatchObject({ ...shipment, deliveredAt: expect.any(String) });
    await put(order, other.client, { status: 'delivered' });
    expect(await read(order, buyer)).toMatchObject({ status: 'delivered' });
    await test.settled();
    for (const fact of [
      `shipped ${part}`,
      `delivered ${part}`,
      `shipped ${otherPart}`,
      `delivered ${otherPart}`,
    ]) {
      expect(told.filter((one) => one === fact)).toHaveLength(1);
    }
  });

  it.each([
    ['pending', [], 'delivered', ['shipped']],
    ['pending', [], 'pending', ['shipped']],
    ['pending', [], 'cancelled', ['shipped']],
    ['shipped', ['shipped'], 'shipped', ['delivered']],
    ['delivered', ['shipped', 'delivered'], 'shipped', []],
  ])('cannot move a part that is %s after %p to %s', async (status, steps, wanted, allowed) => {
    const { order } = await soldByTwo();
    for (const step of steps) await put(order, shop.vendor.client, { status: step });
    const answer = await put(order, shop.vendor.client, { status: wanted });
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({ status, allowed });
  });

  it('ships nothing that is not paid', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    const order = await shop.make.order(client, payWith('tok_later'));
    expect((await read(order, shop.vendor.client)).parts[0]?.permissions.next).toEqual([]);
    const answer = await put(order, shop.vendor.client, { status: 'shipped' });
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({ status: 'pending', allowed: [] });
    expect(answer.body).toMatchObject({ error: { message: expect.stringContaining('not paid') } });
  });

  it('moves one of several own parts when it is named', async () => {
    const { client } = await shop.make.buyer();
    const second = await shop.make.store(shop.vendor);
    await shop.put(client, await shop.product());
    await shop.put(client, await shop.product({ storeId: second.id }));
    const order = await shop.make.order(client);
    const partId = order.parts[1]?.id;
    const one = (await put(order, shop.vendor.client, { status: 'shipped', partId })).body;
    expect(statuses(one)).toEqual(['pending', 'shipped']);
    const rest = (await put(order, shop.vendor.client, { status: 'shipped' })).body;
    expect(statuses(rest)).toEqual(['shipped', 'shipped']);
    const foreign = { status: 'shipped', partId: 2_147_483_647 };
    expect(expectError(await put(order, shop.vendor.client, foreign), 404, 'NOT_FOUND')).toEqual({
      resource: 'part',
    });
  });

  it.each([
    [{ status: 'lost' }, 'status'],
    [{}, 'status'],
    [{ status: 'shipped', carrier: 'x'.repeat(61) }, 'carrier'],
    [{ status: 'shipped', partId: 0 }, 'partId'],
    [{ status: 'shipped', totalAmount: '0.00' }, 'totalAmount'],
  ])('is refused %p', async (body, field) => {
    const { order } = await soldByTwo();
    const answer = await put(order, shop.vendor.client, body);
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});

describe('cancelling', () => {
  it('returns stock and money of every pending part to the customer', async () => {
    const { order, buyer, mug, bowl } = await soldByTwo();
    const { status, body } = await cancel(order, buyer);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      totalAmount: '42.40',
      refundedAmount: '42.40',
    });
    expect(statuses(body)).toEqual(['cancelled', 'cancelled']);
    expect([await shop.stockOf(mug), await stockAt(bowl)]).toEqual([10, 5]);
    expectError(await cancel(order, buyer), 409, 'INVALID_TRANSITION');
    await test.settled();
    expect(await refundsOf(order)).toEqual([1750, 2490]);
  });

  it('refunds the exact share of one part, once', async () => {
    const { order, buyer, part, mug, bowl } = await soldByTwo();
    const answers = await Promise.all([1, 2, 3].map(() => cancel(order, buyer, { partId: part })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const cancelled = await read(order, buyer);
    expect(cancelled).toMatchObject({
      status: 'pending',
      paymentStatus: 'partially_refunded',
      refundedAmount: '24.90',
    });
    expect([await shop.stockOf(mug), await stockAt(bowl)]).toEqual([10, 4]);
    expect(await read(order, shop.vendor.client)).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      totalAmount: '24.90',
      refundedAmount: '24.90',
    });
    expect(await read(order, other.client)).toMatchObject({
      status: 'pending',
      paymentStatus: 'paid',
      refundedAmount: '0.00',
    });
    await test.settled();
    expect(await refundsOf(order)).toEqual([2490]);
  });

  it('is for the vendor as far as the own part goes', async () => {
    const { order, buyer, otherPart } = await soldByTwo();
    const foreign = await cancel(order, shop.vendor.client, { partId: otherPart });
    expect(expectError(foreign, 404, 'NOT_FOUND')).toEqual({ resource: 'part' });
    expect(statuses((await cancel(order, shop.vendor.client)).body)).toEqual(['cancelled']);
    expect(await read(order, buyer)).toMatchObject({ status: 'pending', refundedAmount: '24.90' });
  });

  it('is over once a part has left', async () => {
    const { order, buyer, part } = await soldByTwo();
    await put(order, shop.vendor.client, { status: 'shipped' });
    const answer = await cancel(order, buyer, { partId: part });
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({
      status: 'shipped',
      allowed: ['delivered'],
    });
    expect((await cancel(order, buyer)).body).toMatchObject({ status: 'shipped', refundedAmount: '17.50' });
  });

  it('is open to the guest with the secret', async () => {
    const guest = await shop.make.guest(await shop.product());
    const order = await shop.make.order(guest);
    expectError(await cancel(order, guest), 404, 'NOT_FOUND');
    const path = `/orders/${order.id}/cancel?token=${order.accessToken}`;
    expect((await test.client.post<OrderDto>(path)).body).toMatchObject({ status: 'cancelled' });
  });

  it('before the payment is decided costs nothing: what comes in goes back', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    const order = await shop.make.order(client, payWith('tok_later'));
    expect((await cancel(order, client)).body).toMatchObject({ status: 'cancelled', refundedAmount: '0.00' });
    for (let wait = 0; wait < 40 && !(await read(order, client)).complete; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await read(order, client)).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      refundedAmount: order.totalAmount,
    });
  });

  it('takes the sale back', async () => {
    const { order, buyer, user, mug, bowl, part } = await soldByTwo();
    const bought = () => test.app.get(OrdersQueries).paidProductIds(user.id, [mug.id, bowl.id]);
    expect(await bought()).toEqual(new Set([mug.id, bowl.id]));
    await cancel(order, buyer, { partId: part });
    expect(await bought()).toEqual(new Set([bowl.id]));
  });
});

const stockAt = async ({ id }: ProductDto) =>
  (await test.client.get<ProductDto>(`/products/${id}`)).body.stockQuantity;

/** Amounts that the gateway has confirmed. */
async function refundsOf(order: OrderDto): Promise<number[]> {
  const database = test.app.get(Database);
  const payment = await database.repository(Payment).findOneByOrFail({ subject: subjectOf(order.id) });
  const refunds = await database.repository(Refund).findBy({ paymentId: payment.id });
  expect(refunds.every(({ reference }) => reference !== null)).toBe(true);
  const amounts = refunds.map(({ amount }) => amount);
  expect(payment.refunded).toBe(amounts.reduce((total, amount) => total + amount, 0));
  return amounts.sort();
}
