import { setTimeout as wait } from 'node:timers/promises';
import { toMinor } from '@souk/contracts';
import type { NotificationPage } from '@souk/contracts/notifications.dto';
import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { holdCharge } from '../../../test/held-charge';
import { Shop, payWith } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Gateway } from '../payments/gateway';
import { Refund } from '../payments/payment.entity';
import { PaymentsService } from '../payments/payments.service';
import type { TestGateway } from '../payments/test-gateway';
import { subjectOf } from './refunding';
import { SettlementService } from './settlement.service';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

describe('payment', () => {
  it('that is declined gives everything back', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug, 2);
    const before = await shop.cartOf(client);
    expectError(await shop.place(client, payWith('tok_declined')), 402, 'PAYMENT_DECLINED');
    await test.settled();
    expect(await shop.stockOf(mug)).toBe(10);
    expect(await shop.cartOf(client)).toEqual(before);
    expect((await client.get<OrderPage>('/orders')).body.items).toEqual([]);
    const sales = (await shop.vendor.client.get<OrderPage>('/orders/my-sales')).body.items;
    expect(sales.flatMap(({ items }) => items).some(({ productId }) => productId === mug.id)).toBe(false);
    expect(await shop.make.order(client)).toMatchObject({ complete: true });
  });

  it('that is confirmed later completes the order then, and empties the cart once', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug);
    const order = await shop.make.order(client, payWith('tok_later'));
    expect(order).toMatchObject({ complete: false, paymentStatus: 'pending', status: 'pending' });
    expect(order.transactionId).toBeNull();
    expect((await shop.cartOf(client)).items).toEqual([]);
    await shop.put(client, mug);
    expect(await decided(client, order)).toMatchObject({
      complete: true,
      paymentStatus: 'paid',
      transactionId: expect.stringMatching(/^test_later_/),
    });
    expect((await shop.cartOf(client)).itemCount).toBe(1);
  });

  it('that takes its time is waited for, and blocks a second checkout of the cart', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug);
    const { asked, letGo } = holdCharge(test);
    const slow = shop.place(client);
    await asked;
    expectError(await shop.place(client), 409, 'REQUEST_IN_PROGRESS');
    await shop.put(client, mug, 2);
    letGo();
    expect((await slow).body).toMatchObject({ complete: true });
    expect(await shop.cartOf(client)).toMatchObject({ itemCount: 2 });
  });

  it('that is overdue gives the stock back; money that comes later all the same is returned', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug, 4);
    const order = await shop.make.order(client, payWith('tok_confirm'));
    const cancel = jest.spyOn(test.app.get(Gateway), 'cancel').mockRejectedValueOnce(new Error('502'));
    await test.app.get(SettlementService).sweep(new Date(Date.now() + 16 * 60_000));
    expect(await shop.stockOf(mug)).toBe(10);
    expect((await shop.cartOf(client)).itemCount).toBe(4);
    const given = (await client.get<OrderDto>(`/orders/${order.id}`)).body;
    expect(given).toMatchObject({ complete: false, paymentStatus: 'failed', status: 'cancelled' });
    cancel.mockResolvedValueOnce({ status: 'succeeded', reference: 'test_late' });
    await test.app.get(PaymentsService).reconcile(new Date(Date.now() + 20_000));
    cancel.mockRestore();
    const settled = (await client.get<OrderDto>(`/orders/${order.id}`)).body;
    expect(settled).toMatchObject({
      complete: false,
      paymentStatus: 'refunded',
      refundedAmount: order.totalAmount,
    });
    await test.settled();
    const { number: orderNumber, totalAmount: amount } = order;
    const told = (await client.get<NotificationPage>('/notifications')).body.items;
    expect(told.find(({ kind }) => kind === 'payment_returned')?.data).toEqual({
      ...{ orderId: order.id, orderNumber, amount, currency: 'USD' },
    });
    const refund = await refundOf(`late:${order.id}`);
    expect(refund).toMatchObject({ amount: toMinor(order.totalAmount), reference: expect.any(String) });
    expect(await shop.stockOf(mug)).toBe(10);
  });

  it('that is overdue is ended, so that it cannot come later', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    const order = await shop.make.order(client, payWith('tok_confirm'));
    await test.app.get(SettlementService).sweep(new Date(Date.now() + 16 * 60_000));
    expect(await test.app.get(PaymentsService).outcomeOf(subjectOf(order.id))).toMatchObject({
      status: 'failed',
      nextCheckAt: null,
    });
    const charges = test.app.get<TestGateway>(Gateway).book.entries();
    expect(charges.filter(({ name }) => name.startsWith(`${subjectOf(order.id)}@`))).toMatchObject([
      { status: 'pending' },
      { status: 'failed' },
    ]);
  });

  it('that the sweeper meets too early stays reserved', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug);
    await shop.make.order(client, payWith('tok_confirm'));
    await test.app.get(SettlementService).sweep();
    expect(await shop.stockOf(mug)).toBe(9);
  });

  it('of an attempt that was cancelled, or bought anew since, leaves the cart alone', async () => {
    const { client } = await shop.make.buyer();
    const [mug, pot] = [await shop.product(), await shop.product()];
    await shop.put(client, mug);
    await shop.put(client, pot);
    const called = await shop.make.order(client, payWith('tok_confirm'));
    const older = await shop.make.order(client, payWith('tok_confirm'));
    await client.post(`/orders/${called.id}/cancel`);
    expect(await shop.confirm(client, called)).toMatchObject({ paymentStatus: 'failed' });
    expect((await shop.cartOf(client)).itemCount).toBe(2);
    await shop.make.order(client);
    await shop.put(client, mug);
    expect(await shop.confirm(client, older)).toMatchObject({ paymentStatus: 'paid' });
    expect((await shop.cartOf(client)).itemCount).toBe(1);
  });

  it('settles once, however often it is told', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug, 2);
    const order = await shop.make.order(client);
    const settlement = test.app.get(SettlementService);
    const told = { status: 'succeeded' as const, reference: order.transactionId };
    await Promise.all([1, 2, 3].map(() => settlement.settle(order.id, told)));
    await settlement.settle(order.id, { status: 'failed', reference: null });
    expect((await client.get<OrderDto>(`/orders/${order.id}`)).body).toEqual(order);
    expect(await shop.stockOf(mug)).toBe(8);
  });
});

/** The order once its payment is, however long that takes. */
async function decided(client: Client, { id }: OrderDto): Promise<OrderDto> {
  for (;;) {
    const { body } = await client.get<OrderDto>(`/orders/${id}`);
    if (body.paymentStatus !== 'pending') return body;
    await wait(100);
  }
}

const refundOf = (key: string) => test.app.get(Database).repository(Refund).findOneBy({ key });
