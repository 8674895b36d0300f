import type { OrderDto } from '@souk/contracts/orders.dto';
import type { PaymentActionDto, PaymentConfigDto } from '@souk/contracts/payments.dto';
import Stripe from 'stripe';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { Shop } from '../../../test/shop';
import { startStripeServer, type StripeServer } from '../../../test/stripe-server';
import { readConfig } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { contentSecurityPolicy } from '../../platform/http/content-security-policy';
import { Gateway } from '../payments/gateway';
import { Payment } from '../payments/payment.entity';
import { PaymentsService } from '../payments/payments.service';
import { OrderPlaced } from './orders.events';
import { subjectOf } from './refunding';
import { SettlementService } from './settlement.service';

let stripe: StripeServer;
let test: TestApp;
let shop: Shop;
let client: Client;
const placed: number[] = [];
beforeAll(async () => {
  stripe = await startStripeServer();
  test = await startApp(stripe.settings);
  test.app.get(Events).on(OrderPlaced, 'test', async ({ orderId }) => void placed.push(orderId));
  shop = await Shop.open(test);
  ({ client } = await shop.make.buyer());
});
afterAll(async () => {
  await test.close();
  await stripe.close();
});

const pay = (token: string) => ({ payment: { method: 'stripe', token } });
const order = async (token: string): Promise<OrderDto> => {
  // where goods may be again whose payment has failed
  await client.delete('/cart');
  await shop.put(client, await shop.product());
  const answer = await shop.place(client, pay(token));
  expect(answer.status).toBe(201);
  return answer.body;
};
const seen = async ({ id }: OrderDto) => (await client.get<OrderDto>(`/orders/${id}`)).body;
const paymentOf = ({ id }: OrderDto) =>
  test.app
    .get(Database)
    .repository(Payment)
    .findOneByOrFail({ subject: subjectOf(id) });
/** Without the time at which the gateway is asked next: that goes on meanwhile. */
const stateOf = async (of: OrderDto) => ({ ...(await paymentOf(of)), nextCheckAt: null });
const intentOf = async (of: OrderDto) => {
  const intent = stripe.intents.get((await paymentOf(of)).reference ?? '');
  if (!intent) throw new Error('Stripe knows no such intent.');
  return intent;
};
const eventOf = async (of: OrderDto, type = 'payment_intent.succeeded', change: object = {}) => ({
  id: `evt_${of.id}_${type}`,
  object: 'event',
  type,
  data: { object: { ...(await intentOf(of)), ...change } },
});
const deliver = (event: object | string, signature?: string) => {
  const payload = typeof event === 'string' ? event : JSON.stringify(event);
  return test.app.inject({
    method: 'POST',
    url: '/api/payments/webhook/stripe',
    payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature ?? stripe.sign(payload) },
  });
};

describe('the way to Stripe', () => {
  it('is told to whoever wants to pay, and open to the page', async () => {
    const { headers, body } = await client.get<PaymentConfigDto>('/payments/config');
    const origin = new URL(stripe.settings.STRIPE_API_BASE ?? '').origin;
    expect(body).toEqual({
      provider: 'stripe',
      publishableKey: 'pk_test_loopback',
      scriptUrl: `${origin}/stripe.js`,
      methods: ['card'],
      currency: 'USD',
    });
    for (const rule of ['script-src', 'frame-src', 'connect-src'])
      expect(headers['content-security-policy']).toContain(`${rule} 'self' ${origin}`);
  });

  it('itself leads to the release that the library speaks, and only where Stripe says', () => {
    const own = readConfig({ ...stripe.settings, STRIPE_API_BASE: '', DATA_DIR: test.dataDir }).stripe;
    expect(own?.scriptUrl).toContain(`/${Stripe.MAJOR_API_VERSION}/`);
    const policy = contentSecurityPolicy({ mediaUrl: '', stripe: own });
    const scripts = ['https://js.stripe.com', 'https://*.js.stripe.com'];
    expect(policy).toMatchObject({
      scriptSrc: ["'self'", ...scripts],
      frameSrc: ["'self'", ...scripts, 'https://hooks.stripe.com'],
      connectSrc: ["'self'", 'https://api.stripe.com'],
    });
  });
});

describe('paying with Stripe', () => {
  it.each(['pm_card_visa', 'ctoken_good'])('with %s completes the order', async (token) => {
    const paid = await order(token);
    const intent = await intentOf(paid);
    expect(paid).toMatchObject({ complete: true, paymentStatus: 'paid', transactionId: intent.id });
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount: 1490,
      currency: 'usd',
      metadata: { subject: subjectOf(paid.id) },
    });
  });

  it('that is declined leaves no intent open, and the buyer may try again', async () => {
    const mug = await shop.product();
    await shop.put(client, mug);
    const before = new Set(stripe.intents.keys());
    expectError(await shop.place(client, pay('pm_declined')), 402, 'PAYMENT_DECLINED');
    const [intent] = [...stripe.intents.values()].filter(({ id }) => !before.has(id));
    expect(intent?.status).toBe('canceled');
    expect((await shop.place(client, pay('pm_card_visa'))).body).toMatchObject({ complete: true });
    expect(await shop.stockOf(mug)).toBe(9);
  });

  it('needs a token, unless there is nothing to pay', async () => {
    const none = { payment: { method: 'stripe' } };
    await shop.put(client, await shop.product());
    const details = expectError(await shop.place(client, none), 400, 'VALIDATION_ERROR');
    expect(details).toHaveProperty(['payment.token']);
    await client.delete('/cart');
    await shop.put(client, await shop.product({ price: '0.00', digital: true }));
    expect((await shop.place(client, none)).body).toMatchObject({ complete: true, transactionId: null });
  });

  it('refuses what is no token of Stripe', async () => {
    expectError(await shop.place(client, pay('tok_ok')), 400, 'VALIDATION_ERROR');
  });

  it('gives back what a cancelled order cost', async () => {
    const paid = await order('pm_card_visa');
    await client.post(`/orders/${paid.id}/cancel`, {});
    await test.settled();
    expect(stripe.refunded.get(paid.transactionId ?? '')).toBe(1490);
  });

  it('finds the charge whose answer was lost', async () => {
    stripe.loseNextAnswer();
    const open = await order('pm_card_visa');
    expect(open).toMatchObject({ complete: false, paymentStatus: 'pending' });
    await test.app.get(PaymentsService).reconcile(new Date(Date.now() + 20_000));
    await test.settled();
    const paid = await seen(open);
    expect(paid).toMatchObject({ complete: true, transactionId: (await intentOf(open)).id });
    const charged = [...stripe.intents.values()].filter(
      ({ metadata }) => metadata.subject === subjectOf(open.id),
    );
    expect(charged).toHaveLength(1);
  });
});

describe('a bank that asks the buyer once more', () => {
  const bank = (action: PaymentActionDto | null, outcome: 'complete' | 'fail') =>
    fetch(`${stripe.settings.STRIPE_API_BASE}/bank`, {
      method: 'POST',
      body: new URLSearchParams({ client_secret: action?.clientSecret ?? '', outcome }),
    });
  const check = (by: Client, { id }: OrderDto, query = '') =>
    by.post<OrderDto>(`/orders/${id}/check-payment${query}`, {});

  it('is asked for by the order, whose customer alone can answer', async () => {
    const mug = await shop.product();
    await shop.put(client, mug);
    const keyed = client.with({ 'idempotency-key': 'confirm-1' });
    const send = () => shop.place(keyed, pay('ctoken_confirm'));
    const open = (await send()).body;
    expect(open).toMatchObject({ complete: false, paymentStatus: 'pending' });
    const { client_secret: clientSecret } = await intentOf(open);
    expect(open.paymentAction).toEqual({ provider: 'stripe', clientSecret });
    expect((await send()).body).toEqual(open);
    expect(await seen(open)).toEqual(open);
    for (const list of ['/orders', '/orders/my-sales'])
      for (const by of [client, shop.vendor.client])
        expect(JSON.stringify((await by.get(list)).body)).not.toContain(clientSecret);
    expect((await shop.vendor.client.get<OrderDto>(`/orders/${open.id}`)).body.paymentAction).toBeNull();
    expectError(await check(shop.vendor.client, open), 403, 'PERMISSION_DENIED');

    expect((await check(client, open)).body).toEqual(open);
    expect((await shop.cartOf(client)).itemCount).toBe(1);
    expect((await bank(open.paymentAction, 'complete')).status).toBe(204);
    const paid = (await check(client, open)).body;
    expect(paid).toMatchObject({ complete: true, paymentStatus: 'paid', paymentAction: null });
    expect((await shop.cartOf(client)).itemCount).toBe(0);
    expect(await shop.stockOf(mug)).toBe(9);
  });

  it('and gets no answer it likes leaves the cart as it was, also for a guest', async () => {
    const mug = await shop.product();
    const guest = await shop.make.guest(mug);
    const before = await shop.cartOf(guest);
    const open = (await shop.place(guest, pay('pm_confirm'))).body;
    const link = `?token=${open.accessToken}`;
    expectError(await check(guest, open), 404, 'NOT_FOUND');
    await bank(open.paymentAction, 'fail');
    const failed = (await check(guest, open, link)).body;
    expect(failed).toMatchObject({ paymentStatus: 'failed', paymentAction: null });
    expect((await intentOf(open)).status).toBe('canceled');
    await test.settled();
    expect(await shop.cartOf(guest)).toEqual(before);
    expect(await shop.stockOf(mug)).toBe(10);
  });

  it('is told by a webhook, too', async () => {
    const open = await order('pm_confirm');
    await bank(open.paymentAction, 'complete');
    expect((await deliver(await eventOf(open))).statusCode).toBe(204);
    expect(await seen(open)).toMatchObject({ complete: true, paymentAction: null });
  });

  it('cannot take money after the deadline, nor when Stripe was away then', async () => {
    const [open, other] = [await order('pm_confirm'), await order('pm_confirm')];
    const intents = [await intentOf(open), await intentOf(other)];
    const away = jest.spyOn(test.app.get(Gateway), 'cancel').mockRejectedValueOnce(new Error('502'));
    await test.app.get(SettlementService).sweep(new Date(Date.now() + 7 * 24 * 3600_000));
    away.mockRestore();
    for (const overdue of [open, other])
      expect(await seen(overdue)).toMatchObject({ paymentStatus: 'failed' });
    await test.app.get(PaymentsService).reconcile(new Date(Date.now() + 20_000));
    expect(intents.map(({ status }) => status)).toEqual(['canceled', 'canceled']);
    expect((await bank(open.paymentAction, 'complete')).status).toBe(404);
  });
});

describe('a webhook of Stripe', () => {
  it('completes the order once, however often and at once it comes', async () => {
    const open = await order('pm_processing');
    expect(open.paymentStatus).toBe('pending');
    (await intentOf(open)).status = 'succeeded';
    const event = await eventOf(open);
    const answers = await Promise.all([
      deliver(event),
      deliver(event),
      deliver({ ...event, id: 'evt_other' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
    expect((await deliver(event)).statusCode).toBe(204);
    await test.settled();
    expect(await seen(open)).toMatchObject({ complete: true, paymentStatus: 'paid' });
    expect(placed.filter((id) => id === open.id)).toHaveLength(1);
  });

  it('after the answer changes nothing', async () => {
    const paid = await order('pm_card_visa');
    for (const type of ['payment_intent.succeeded', 'payment_intent.payment_failed'])
      expect((await deliver(await eventOf(paid, type))).statusCode).toBe(204);
    await test.settled();
    expect(await seen(paid)).toEqual(paid);
    expect(placed.filter((id) => id === paid.id)).toHaveLength(1);
  });

  it('about money that came after the goods were given back returns it', async () => {
    const open = await order('pm_processing');
    await test.app.get(SettlementService).sweep(new Date(Date.now() + 7 * 24 * 3600_000));
    expect(await seen(open)).toMatchObject({ paymentStatus: 'failed' });
    const intent = await intentOf(open);
    intent.status = 'succeeded';
    await deliver(await eventOf(open));
    await test.settled();
    expect(stripe.refunded.get(intent.id)).toBe(1490);
  });

  it('that is not what it should be changes nothing: 500 of them', async () => {
    const open = await order('pm_processing');
    const paid = await order('pm_card_visa');
    const before = [await stateOf(open), await stateOf(paid)];
    const body = JSON.stringify(await eventOf(open));
    const now = Math.floor(Date.now() / 1000);
    const other = { id: 'pi_other' };
    const hostile: [string, () => Promise<number>][] = [
      ['forged', async () => (await deliver(body, stripe.sign(body, now, 'whsec_guessed'))).statusCode],
      ['altered', async () => (await deliver(body.replace('1490', '1'), stripe.sign(body))).statusCode],
      ['unsigned', async () => (await deliver(body, 'none')).statusCode],
      ['stale', async () => (await deliver(body, stripe.sign(body, now - 301))).statusCode],
      ['wrong amount', async () => (await deliver(await eventOf(open, undefined, { amount: 1 }))).statusCode],
      [
        'other currency',
        async () => (await deliver(await eventOf(open, undefined, { currency: 'jpy' }))).statusCode,
      ],
      [
        'other account',
        async () => (await deliver({ ...(await eventOf(open)), account: 'acct_other' })).statusCode,
      ],
      ['other charge', async () => (await deliver(await eventOf(open, undefined, other))).statusCode],
      [
        'other order',
        async () =>
          (await deliver(await eventOf(paid, undefined, { metadata: { subject: subjectOf(open.id) } })))
            .statusCode,
      ],
      [
        'no order',
        async () =>
          (await deliver(await eventOf(open, undefined, { metadata: { subject: 'order:0' } }))).statusCode,
      ],
    ];
    for (let round = 0; round < 50; round += 1)
      for (const [kind, send] of hostile) expect([kind, await send()]).toEqual([kind, 400]);
    expect([await stateOf(open), await stateOf(paid)]).toEqual(before);
    expect(await seen(open)).toEqual(open);
    expect(await seen(paid)).toEqual(paid);
  });

  it('that claims what Stripe itself does not say changes nothing', async () => {
    const open = await order('pm_processing');
    const early = ['payment_intent.succeeded', 'payment_intent.payment_failed', 'payment_intent.canceled'];
    for (const type of early) expect((await deliver(await eventOf(open, type))).statusCode).toBe(204);
    expect(await seen(open)).toEqual(open);
    expect((await deliver({ ...(await eventOf(open)), type: 'charge.dispute.created' })).statusCode).toBe(
      204,
    );
    const answer = await test.app.inject({ method: 'POST', url: '/api/payments/webhook/paypal' });
    expect(answer.statusCode).toBe(404);
  });
});
