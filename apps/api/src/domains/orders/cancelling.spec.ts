import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { mailsTo } from '../../../test/mailbox';
import { payWith, type Shop } from '../../../test/shop';
import { TwoVendors, statuses } from '../../../test/two-vendors';
import { Database } from '../../platform/database/database';
import { Payment, Refund } from '../payments/payment.entity';
import { OrdersQueries } from './orders.queries';
import { subjectOf } from './refunding';

let test: TestApp;
let vendors: TwoVendors;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  vendors = await TwoVendors.open(test);
  shop = vendors.shop;
});
afterAll(() => test.close());

describe('cancelling', () => {
  it('returns stock and money of every pending part to the customer', async () => {
    const { order, buyer, mug, bowl } = await vendors.sell();
    const { status, body } = await vendors.cancel(order, buyer.client);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      totalAmount: '42.40',
      refundedAmount: '42.40',
    });
    expect(statuses(body)).toEqual(['cancelled', 'cancelled']);
    expect([await shop.stockOf(mug), await stockAt(bowl)]).toEqual([10, 5]);
    expectError(await vendors.cancel(order, buyer.client), 409, 'INVALID_TRANSITION');
    await test.settled();
    expect(await refundsOf(order)).toEqual([1750, 2490]);
  });

  it('refunds the exact share of one part, once', async () => {
    const { order, buyer, part, mug, bowl } = await vendors.sell();
    const answers = await Promise.all(
      [1, 2, 3].map(() => vendors.cancel(order, buyer.client, { partId: part })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const cancelled = await vendors.read(order, buyer.client);
    expect(cancelled).toMatchObject({
      status: 'pending',
      paymentStatus: 'partially_refunded',
      refundedAmount: '24.90',
    });
    expect([await shop.stockOf(mug), await stockAt(bowl)]).toEqual([10, 4]);
    expect(await vendors.read(order, shop.vendor.client)).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      totalAmount: '24.90',
      refundedAmount: '24.90',
    });
    expect(await vendors.read(order, vendors.other.client)).toMatchObject({
      status: 'pending',
      paymentStatus: 'paid',
      refundedAmount: '0.00',
    });
    await test.settled();
    expect(await refundsOf(order)).toEqual([2490]);
  });

  it('and shipping at the same time are one or the other', async () => {
    const { order, buyer, part } = await vendors.sell();
    const [cancelled, shipped] = await Promise.all([
      vendors.cancel(order, buyer.client, { partId: part }),
      vendors.move(order, shop.vendor.client, { status: 'shipped', partId: part }),
    ]);
    expect([cancelled.status, shipped.status].sort()).toEqual([200, 409]);
    const isCancelled = cancelled.status === 200;
    const seen = await vendors.read(order, buyer.client);
    expect(seen.parts.find(({ id }) => id === part)?.status).toBe(isCancelled ? 'cancelled' : 'shipped');
    expect(seen.refundedAmount).toBe(isCancelled ? '24.90' : '0.00');
  });

  it('is for the vendor as far as the own part goes', async () => {
    const { order, buyer, otherPart } = await vendors.sell();
    const foreign = await vendors.cancel(order, shop.vendor.client, { partId: otherPart });
    expect(expectError(foreign, 404, 'NOT_FOUND')).toEqual({ resource: 'part' });
    expect(statuses((await vendors.cancel(order, shop.vendor.client)).body)).toEqual(['cancelled']);
    expect(await vendors.read(order, buyer.client)).toMatchObject({
      status: 'pending',
      refundedAmount: '24.90',
    });
  });

  it('is over once a part has left', async () => {
    const { order, buyer, part } = await vendors.sell();
    await vendors.move(order, shop.vendor.client, { status: 'shipped' });
    const answer = await vendors.cancel(order, buyer.client, { partId: part });
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({
      status: 'shipped',
      allowed: ['delivered'],
    });
    expect((await vendors.cancel(order, buyer.client)).body).toMatchObject({
      status: 'shipped',
      refundedAmount: '17.50',
    });
  });

  it('and shipping at the same time: whichever is first stands, and the money follows it', async () => {
    const { order, buyer, part, mug } = await vendors.sell();
    const [cancelled, shipped] = await Promise.all([
      vendors.cancel(order, buyer.client, { partId: part }),
      vendors.move(order, shop.vendor.client, { status: 'shipped' }),
    ]);
    const isCancelled = cancelled.status === 200;
    expectError(isCancelled ? shipped : cancelled, 409, 'INVALID_TRANSITION');
    expect((isCancelled ? cancelled : shipped).status).toBe(200);
    expect(await vendors.read(order, shop.vendor.client)).toMatchObject({
      status: isCancelled ? 'cancelled' : 'shipped',
      refundedAmount: isCancelled ? '24.90' : '0.00',
    });
    expect(await shop.stockOf(mug)).toBe(isCancelled ? 10 : 8);
    await test.settled();
    expect(await refundsOf(order)).toEqual(isCancelled ? [2490] : []);
  });

  it('and a refund at the same time give back what was paid and the goods once, in either order', async () => {
    const { order, buyer, part, mug } = await vendors.sell();
    const itemId = order.items.find(({ productId }) => productId === mug.id)?.id;
    const lines = [{ itemId, quantity: 1, restock: true }];
    const path = `/orders/${order.id}/parts/${part}/refunds`;
    const [cancelled, refunded] = await Promise.all([
      vendors.cancel(order, buyer.client, { partId: part }),
      shop.vendor.client.post(path, { lines, reason: 'The glaze has a crack.' }),
    ]);
    expect(cancelled.status).toBe(200);
    if (refunded.status !== 201) expectError(refunded, 409, 'INVALID_TRANSITION');
    expect(await vendors.read(order, buyer.client)).toMatchObject({ refundedAmount: '24.90' });
    expect(await shop.stockOf(mug)).toBe(10);
    await test.settled();
    const amounts = await refundsOf(order);
    expect(amounts).toEqual(refunded.status === 201 ? [1000, 1490] : [2490]);
  });

  it('is open to the guest with the secret', async () => {
    const guest = await shop.make.guest(await shop.product());
    const order = await shop.make.order(guest);
    expectError(await vendors.cancel(order, guest), 404, 'NOT_FOUND');
    const path = `/orders/${order.id}/cancel?token=${order.accessToken}`;
    expect((await test.client.post<OrderDto>(path)).body).toMatchObject({ status: 'cancelled' });
  });

  it('before the payment is decided ends the charge', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug);
    const order = await shop.make.order(client, payWith('tok_confirm'));
    const ended = { status: 'cancelled', paymentStatus: 'failed', refundedAmount: '0.00' };
    expect((await vendors.cancel(order, client)).body).toMatchObject({ ...ended, paymentAction: null });
    expect(await shop.confirm(client, order)).toMatchObject({ ...ended, complete: false });
    await test.settled();
    expect([await shop.stockOf(mug), await refundsOf(order)]).toEqual([10, []]);
    const told = (await mailsTo(test, order.email)).filter(({ text }) => text.includes(order.number));
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining('is cancelled')]);
  });

  it('by the vendor before the payment is decided: what comes in goes back', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    const order = await shop.make.order(client, payWith('tok_confirm'));
    expect((await vendors.cancel(order, shop.vendor.client)).body).toMatchObject({
      status: 'cancelled',
      refundedAmount: '0.00',
    });
    expect(await shop.confirm(client, order)).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      refundedAmount: order.totalAmount,
    });
  });

  it('takes the sale back', async () => {
    const { order, buyer, mug, bowl, part } = await vendors.sell();
    const bought = () => test.app.get(OrdersQueries).paidProductIds(buyer.user.id, [mug.id, bowl.id]);
    expect(await bought()).toEqual(new Set([mug.id, bowl.id]));
    await vendors.cancel(order, buyer.client, { partId: part });
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
