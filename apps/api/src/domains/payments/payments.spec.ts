import { mock } from 'node:test';
import { IsNull } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { Gateway } from './gateway';
import { Payment, Refund } from './payment.entity';
import { PaymentSettled, RefundRequested } from './payments.events';
import { sign } from './signature';
import { TestGateway } from './test-gateway';
import { ANSWER_LIMIT_MS, PaymentsService } from './payments.service';

let test: TestApp;
let payments: PaymentsService;
let gateway: Gateway;
let database: Database;
const settled: PaymentSettled[] = [];
beforeAll(async () => {
  test = await startApp();
  [payments, gateway, database] = [PaymentsService, Gateway, Database].map((type) => test.app.get(type)) as [
    PaymentsService,
    Gateway,
    Database,
  ];
  test.app.get(Events).on(PaymentSettled, 'test', async (fact) => void settled.push(fact));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => test.close());

const charge = (subject: string, token = 'tok_ok', amount = 1250) =>
  payments.charge({ subject, amount, currency: 'USD', method: 'test', token });
const row = (subject: string) => database.repository(Payment).findOneByOrFail({ subject });
const factsOf = (subject: string) => settled.filter((fact) => fact.subject === subject);

/** So much time passes as soon as the gateway is asked, and none before or after: others have timers too. */
async function timeFlies<Answer>(ask: () => Promise<Answer>, ms: number): Promise<Answer> {
  const real = gateway.charge.bind(gateway);
  const asked = new Promise<void>((begin) => {
    jest.spyOn(gateway, 'charge').mockImplementationOnce((order) => {
      begin();
      return real(order);
    });
  });
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const answer = ask();
    await asked;
    mock.timers.tick(ms);
    return await answer;
  } finally {
    mock.timers.reset();
  }
}

const later = (ms: number) => new Date(Date.now() + ms);

describe('a charge', () => {
  it.each([
    ['tok_ok', 'succeeded'],
    ['tok_declined', 'failed'],
  ])('with %s has %s, and is told once', async (token, status) => {
    const result = await charge(token, token);
    expect(result).toEqual({ status, reference: expect.stringMatching(/^test_/) });
    expect(await row(token)).toMatchObject({ ...result, amount: 1250, nextCheckAt: null });
    await test.settled();
    expect(factsOf(token)).toEqual([{ subject: token, ...result }]);
  });

  it('is made once per subject', async () => {
    const spy = jest.spyOn(gateway, 'charge');
    await Promise.all([charge('twice'), charge('twice'), charge('twice')]);
    expect(spy).toHaveBeenCalledTimes(1);
    expect(await charge('twice')).toMatchObject({ status: 'succeeded' });
  });

  it('of nothing needs no gateway', async () => {
    expect(await charge('free', 'tok_ok', 0)).toEqual({ status: 'succeeded', reference: null });
  });

  it('says beforehand what it would not take', () => {
    expect(payments.problemsOf({ method: 'test', token: 'tok_ok' })).toEqual({});
    expect(payments.problemsOf({ method: 'card', token: 'tok_ok' })).toHaveProperty('method');
    for (const token of ['tok_no', '']) {
      expect(payments.problemsOf({ method: 'test', token })).toHaveProperty('token');
    }
  });

  it('without a token is none', async () => {
    expect(payments.problemsOf({ method: 'test', token: null })).toEqual({});
    const nothing = { amount: 0, currency: 'USD', method: 'test', token: null };
    expect(await payments.charge({ ...nothing, subject: 'gift' })).toMatchObject({ status: 'succeeded' });
    await expect(payments.charge({ ...nothing, subject: 'goods', amount: 1 })).rejects.toThrow(RangeError);
  });

  it('is pending when the gateway fails, and asked for later', async () => {
    jest.spyOn(gateway, 'charge').mockRejectedValue(new Error('502'));
    expect(await charge('broken')).toEqual({ status: 'pending', reference: null });
    jest.spyOn(gateway, 'retrieve').mockResolvedValue({ status: 'succeeded', reference: 'found' });
    await payments.reconcile(later(20_000));
    expect(await payments.outcomeOf('broken')).toMatchObject({ status: 'succeeded', reference: 'found' });
    await test.settled();
    expect(factsOf('broken')).toHaveLength(1);
  });

  it('is waited for while the gateway takes its time', async () => {
    expect(await timeFlies(() => charge('slow', 'tok_slow'), 3000)).toMatchObject({ status: 'succeeded' });
  });

  it('is pending when the gateway never answers, and found failed later', async () => {
    const silent = await timeFlies(() => charge('silent', 'tok_timeout'), ANSWER_LIMIT_MS);
    expect(silent).toEqual({ status: 'pending', reference: null });
    await payments.reconcile(later(20_000));
    expect(await payments.outcomeOf('silent')).toMatchObject({ status: 'failed' });
  });

  it('is asked for less often the older it is, by one process at a time', async () => {
    await charge('waiting', 'tok_later');
    const spy = jest.spyOn(gateway, 'retrieve').mockResolvedValue({ status: 'pending', reference: null });
    // not due yet for the application's own round
    const first = later(60_000);
    const old = { createdAt: later(-120_000), nextCheckAt: first };
    await database.repository(Payment).update({ subject: 'waiting' }, old);
    // older charges may be due too
    const asked = () => spy.mock.calls.filter(([{ subject }]) => subject === 'waiting').length;
    await payments.reconcile(new Date(0));
    expect(asked()).toBe(0);
    await Promise.all([payments.reconcile(first), payments.reconcile(first)]);
    expect(asked()).toBe(1);
    const next = await row('waiting');
    expect(next).toMatchObject({ status: 'pending', reference: expect.stringMatching(/^test_later_/) });
    expect(Number(next.nextCheckAt)).toBeGreaterThan(Number(first));
  });

  it('that was never made has failed', async () => {
    expect(await payments.outcomeOf('nobody')).toEqual({ status: 'failed', reference: null });
  });
});

describe('a bank that asks once more', () => {
  const answer = (clientSecret: string | null | undefined, confirmed: boolean) =>
    test.client.post('/payments/test/confirmations', { clientSecret, confirmed });

  it.each([
    [true, 'succeeded'],
    [false, 'failed'],
  ])('and hears %p: the charge has %s', async (confirmed, status) => {
    const subject = `asked-${status}`;
    const { actionSecret, ...open } = await charge(subject, 'tok_confirm');
    expect(open).toEqual({ status: 'pending', reference: expect.stringMatching(/^test_confirm_/) });
    expect(await payments.actionOf(subject)).toEqual({ provider: 'test', clientSecret: actionSecret });
    await payments.check(subject);
    expect(await payments.outcomeOf(subject)).toMatchObject(open);
    expect((await answer(actionSecret, confirmed)).status).toBe(204);
    expect((await answer(actionSecret, !confirmed)).status).toBe(204);
    await payments.check(subject);
    expect(await payments.outcomeOf(subject)).toMatchObject({ ...open, status });
    expect(await payments.actionOf(subject)).toBeNull();
  });

  it('knows whom it has asked', async () => {
    const { reference, actionSecret } = await charge('guessed', 'tok_confirm');
    const forged = `${reference}_secret_${'0'.repeat(64)}`;
    const other = (await charge('else', 'tok_later')).reference;
    for (const secret of [forged, reference, `${actionSecret}0`, `${other}_secret_`])
      expectError(await answer(secret, true), 404, 'NOT_FOUND');
    await payments.check('guessed');
    expect(await payments.outcomeOf('guessed')).toMatchObject({ status: 'pending' });
  });
});

describe('a refund', () => {
  const refunds = (key: string) => database.repository(Refund).findBy({ key });

  it('is made once per key', async () => {
    await charge('sale');
    const spy = jest.spyOn(gateway, 'refund');
    const request = { subject: 'sale', key: 'half', amount: 500 };
    await Promise.all([payments.refund(request), payments.refund(request)]);
    await test.settled();
    expect(spy).toHaveBeenCalledTimes(1);
    expect(await refunds('half')).toMatchObject([{ amount: 500, reference: expect.any(String) }]);
    expect(await row('sale')).toMatchObject({ refunded: 500 });
  });

  it('never exceeds what was paid', async () => {
    await charge('sold');
    await payments.refund({ subject: 'sold', key: 'all', amount: 1250 });
    await expect(payments.refund({ subject: 'sold', key: 'more', amount: 1 })).rejects.toThrow(RangeError);
    await charge('unsold', 'tok_declined');
    await expect(payments.refund({ subject: 'unsold', key: 'none', amount: 1 })).rejects.toThrow();
  });

  it('is tried again when the gateway fails', async () => {
    await charge('later');
    // those of before are made
    await test.settled();
    const spy = jest.spyOn(gateway, 'refund').mockRejectedValueOnce(new Error('502'));
    await payments.refund({ subject: 'later', key: 'retried', amount: 1250 });
    await test.settled();
    const postponed = { type: RefundRequested.name, doneAt: IsNull() };
    await database.repository(OutboxEntry).update(postponed, { runAt: new Date() });
    await test.settled();
    expect(spy).toHaveBeenCalledTimes(2);
    expect(await refunds('retried')).toMatchObject([{ reference: expect.stringMatching(/^test_refund_/) }]);
  });

  it('is rolled back with what caused it', async () => {
    await charge('undone');
    const failed = database.run(async () => {
      await payments.refund({ subject: 'undone', key: 'undone', amount: 1250 });
      throw new Error('not after all');
    });
    await expect(failed).rejects.toThrow('not after all');
    expect(await refunds('undone')).toEqual([]);
    expect(await row('undone')).toMatchObject({ refunded: 0 });
  });
});

describe('a webhook of the test gateway', () => {
  const deliver = (payload: string, signature: string) =>
    test.app.inject({
      method: 'POST',
      url: '/api/payments/webhook/test',
      payload,
      headers: { 'content-type': 'application/json', 'souk-signature': signature },
    });
  const secret = () => test.app.get<TestGateway>(Gateway).webhookSecret;

  it('settles the charge that it is about, unless it is forged, stale or no message at all', async () => {
    const { reference } = await charge('told', 'tok_confirm');
    const body = JSON.stringify({ id: 'n1', subject: 'told', reference, amount: 1250, currency: 'USD' });
    const old = Math.floor(Date.now() / 1000) - 301;
    const bad = [
      [body, 'v1=nothing'],
      [body, sign(body, 'another secret')],
      [body, sign(body, secret(), old)],
      ['{"id":"n1"}', sign('{"id":"n1"}', secret())],
      ['null', sign('null', secret())],
    ] as const;
    for (const [payload, signature] of bad) expect((await deliver(payload, signature)).statusCode).toBe(400);
    expect(await payments.outcomeOf('told')).toMatchObject({ status: 'pending' });
    jest.spyOn(gateway, 'retrieve').mockResolvedValue({ status: 'succeeded', reference });
    for (const code of [204, 204]) expect((await deliver(body, sign(body, secret()))).statusCode).toBe(code);
    await test.settled();
    expect(await payments.outcomeOf('told')).toMatchObject({ status: 'succeeded', reference });
    expect(factsOf('told')).toHaveLength(1);
  });
});

describe('the book of the test gateway', () => {
  const book = () => test.app.get<TestGateway>(Gateway).book;

  it('knows a charge whose answer the process that was killed never wrote down', async () => {
    const { reference } = await charge('killed');
    // not due yet for the application's own round
    const lost = { status: 'pending', reference: null, nextCheckAt: later(60_000) } as const;
    await database.repository(Payment).update({ subject: 'killed' }, lost);
    await payments.reconcile(lost.nextCheckAt);
    expect(await payments.outcomeOf('killed')).toMatchObject({ status: 'succeeded', reference });
    const charges = book()
      .entries()
      .filter(({ name }) => name.startsWith('killed@'));
    expect(charges).toMatchObject([{ kind: 'charge', status: 'succeeded', reference, amount: 1250 }]);
  });

  it('has a refund once per key', async () => {
    const { reference } = await charge('returned');
    const order = { reference: String(reference), key: 'once', amount: 700 };
    expect(await gateway.refund(order)).toBe(await gateway.refund(order));
    const refunds = book()
      .entries()
      .filter(({ name }) => name === `${reference}:once`);
    expect(refunds).toMatchObject([{ kind: 'refund', amount: 700 }]);
  });
});
