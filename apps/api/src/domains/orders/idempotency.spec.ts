import { setTimeout as wait } from 'node:timers/promises';
import type { OrderDto } from '@souk/contracts/orders.dto';
import { In } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created, orderInput } from '../../../test/factories';
import { holdCharge } from '../../../test/held-charge';
import { Shop, payWith } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { RequestInProgress } from '../cart/cart.errors';
import { Gateway } from '../payments/gateway';
import { Payment } from '../payments/payment.entity';
import { IdempotencyKey } from './idempotency-key.entity';
import { IdempotencyService } from './idempotency.service';
import { SettlementService } from './settlement.service';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => test.close());

const keyed = (client: Client, key: string) => client.with({ 'idempotency-key': key });

describe('an Idempotency-Key', () => {
  const checkout = async () => {
    const mug = await shop.product();
    const guest = await shop.make.guest(mug);
    return { mug, guest, once: keyed(guest, 'checkout-1') };
  };

  it('answers the same order again', async () => {
    const { mug, once } = await checkout();
    const first = created(await shop.place(once));
    const reordered = Object.fromEntries(Object.entries(orderInput).reverse());
    expect(created(await once.post<OrderDto>('/orders', reordered))).toEqual(first);
    expect(await shop.stockOf(mug)).toBe(9);
  });

  it('makes one order of five requests at once', async () => {
    const { mug, guest, once } = await checkout();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => shop.place(once)));
    const placed = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set(placed).size).toBe(1);
    for (const answer of answers) {
      if (answer.status !== 201) expectError(answer, 409, 'REQUEST_IN_PROGRESS');
    }
    expect(await shop.stockOf(mug)).toBe(9);
    expect((await shop.cartOf(guest)).items).toEqual([]);
  });

  it('is refused for another request', async () => {
    const { once } = await checkout();
    created(await shop.place(once));
    expectError(await shop.place(once, { email: 'else@example.com' }), 422, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('is free again after a decline, and charges anew', async () => {
    const { guest, once } = await checkout();
    const charges = () => test.app.get(Database).repository(Payment).count();
    const before = await charges();
    for (const client of [once, once, guest]) {
      expectError(await shop.place(client, payWith('tok_declined')), 402, 'PAYMENT_DECLINED');
    }
    created(await shop.place(once));
    expect(await charges()).toBe(before + 4);
  });

  it('of an order that was not paid in the end buys nothing else', async () => {
    const { mug, guest, once } = await checkout();
    created(await shop.place(once, payWith('tok_confirm')));
    await test.app.get(SettlementService).sweep(new Date(Date.now() + 16 * 60_000));
    for (const client of [once, once]) {
      expectError(await shop.place(client, payWith('tok_confirm')), 402, 'PAYMENT_DECLINED');
    }
    await shop.put(guest, mug);
    created(await shop.place(guest));
  });

  it('is free again after a refusal', async () => {
    const { mug, guest, once } = await checkout();
    await shop.change(mug, { stockQuantity: 0 });
    expectError(await shop.place(once), 409, 'OUT_OF_STOCK');
    await shop.change(mug, { stockQuantity: 1 });
    created(await shop.place(once));
    expect((await shop.cartOf(guest)).items).toEqual([]);
  });

  it('is remembered for a day', async () => {
    const [old, young] = [await checkout(), await checkout()];
    for (const { once } of [old, young]) created(await shop.place(once));
    const keys = test.app.get(Database).repository(IdempotencyKey);
    const [last, first] = await keys.find({ order: { id: 'DESC' }, take: 2 });
    await keys.update({ id: first?.id }, { createdAt: new Date(Date.now() - 25 * 3600_000) });
    await test.app.get(Housekeeping).work();
    const left = await keys.findBy({ id: In([first?.id, last?.id]) });
    expect(left.map(({ id }) => id)).toEqual([last?.id]);
  });

  it('belongs to its buyer', async () => {
    const [mine, theirs] = [await checkout(), await checkout()];
    const orders = [created(await shop.place(mine.once)), created(await shop.place(theirs.once))];
    expect(orders[0]?.id).not.toBe(orders[1]?.id);
  });

  it('of a guest finds the order after the sign-in too, paid or not', async () => {
    const { user, password, client } = await shop.make.buyer();
    const [paid, open] = [await checkout(), await checkout()];
    const confirm = payWith('tok_confirm');
    const first = created(await shop.place(keyed(open.guest, 'open'), confirm));
    const second = created(await shop.place(keyed(paid.guest, 'paid')));
    await open.guest.post('/auth/login', { username: user.username, password });
    const { token } = await shop.cartOf(paid.guest);
    const moving = client.with({ 'x-cart-token': token ?? '' });
    expect(created(await shop.place(keyed(client, 'open'), confirm))).toEqual(first);
    expect(created(await shop.place(keyed(moving, 'paid')))).toEqual(second);
    expect(await Promise.all([open, paid].map(({ mug }) => shop.stockOf(mug)))).toEqual([9, 9]);
    expect((await shop.cartOf(client)).itemCount).toBe(1);
    expect((await shop.confirm(test.client, first)).complete).toBe(true);
    expect((await shop.cartOf(client)).items).toEqual([]);
  });

  it.each([0, 1])(
    'of a guest who signs in while the payment runs is one order, with %i in the own cart',
    async (own) => {
      const { user, password, client } = await shop.make.buyer();
      if (own > 0) await shop.put(client, await shop.product());
      const { guest, once } = await checkout();
      const { token } = await shop.cartOf(guest);
      const { asked, letGo } = holdCharge(test);
      const first = shop.place(once);
      await asked;
      await client
        .with({ 'x-cart-token': token ?? '' })
        .post('/auth/login', { username: user.username, password });
      const again = keyed(client, 'checkout-1');
      expectError(await shop.place(again), 409, 'REQUEST_IN_PROGRESS');
      letGo();
      const { id } = created(await first);
      expect(created(await shop.place(again)).id).toBe(id);
      expect((await shop.cartOf(client)).itemCount).toBe(own);
    },
  );

  it('finds the order that an account has claimed meanwhile', async () => {
    const { client } = await shop.make.buyer();
    const { once } = await checkout();
    const { id, accessToken } = created(await shop.place(once));
    expect((await client.post(`/orders/${id}/claim`, { token: accessToken })).status).toBe(200);
    expect(created(await shop.place(once))).toMatchObject({ id, accessToken });
  });

  it('stays with the request that has taken it over', async () => {
    const service = test.app.get(IdempotencyService);
    const claim = () => service.claim(null, 0, 'slow', {});
    const lost = { ...(await claim()), lockedUntil: new Date(Date.now() - 1000) };
    const keys = test.app.get(Database).repository(IdempotencyKey);
    await keys.update({ id: lost.id }, { lockedUntil: lost.lockedUntil });
    expect((await claim()).id).toBe(lost.id);
    await service.release(lost);
    await expect(claim()).rejects.toThrow(RequestInProgress);
  });
});

it('one cart is checked out once when two browsers try', async () => {
  const { client } = await shop.make.buyer();
  const mug = await shop.product();
  await shop.put(client, mug);
  const gateway = test.app.get(Gateway);
  const charge = gateway.charge.bind(gateway);
  jest.spyOn(gateway, 'charge').mockImplementation((order) => wait(200).then(() => charge(order)));
  const answers = await Promise.all(['a', 'b', 'c'].map((key) => shop.place(keyed(client, key))));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await shop.stockOf(mug)).toBe(9);
});
