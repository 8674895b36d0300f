import type { NotificationPage } from '@souk/contracts/notifications.dto';
import type {
  AdminDeliveryDto,
  AdminDeliveryPage,
  DeliveryDto,
  NewWebhookDto,
  WebhookDto,
} from '@souk/contracts/webhooks.dto';
import type { TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import type { Factory, Person } from '../../../test/factories';
import { openIntegration } from '../../../test/integration';
import { isSignedBy, startReceiver, type Receiver } from '../../../test/receiver';
import type { Database } from '../../platform/database/database';
import { FormerSecrets1791700000400 } from '../../platform/database/migrations/1791700000400-former-secrets';
import { Events } from '../../platform/events/events';
import { DeliveryOutcomes } from './delivery-outcomes';
import { DeliverySender } from './delivery-sender';
import { Delivery } from './delivery.entity';
import { WebhookCaller } from './webhook-caller';
import { WebhookEndpoint, type FormerSecret } from './webhook-endpoint.entity';
import { WebhookDisabled } from './webhooks.events';

const { place, register, read, deliveries, detail, feed, note, settled, later, ...integration } =
  openIntegration();

let test: TestApp;
let make: Factory;
let database: Database;
let sender: DeliverySender;
let vendor: Person;
let receiver: Receiver;
const disabled: WebhookDisabled[] = [];
beforeAll(() => {
  ({ test, make, database, sender, vendor } = place());
  test.app.get(Events).on(WebhookDisabled, 'test', async (fact) => void disabled.push(fact));
});
beforeEach(() => void (receiver = integration.receiver()));

describe('a delivery that fails', () => {
  it('is logged with request and answer, and tried again until it arrives', async () => {
    const hook = await register();
    receiver.answer(500, 'No room. '.repeat(1000));
    await note();
    await settled();
    const [delivery] = await deliveries(hook, '?status=waiting');
    expect(delivery).toMatchObject({ attempts: 1, responseStatus: 500, reason: 'It answered 500.' });
    expect(await read(hook)).toMatchObject({ waiting: 1, active: true });
    expect(await deliveries(hook, '?status=delivered')).toEqual([]);
    receiver.answer(204);
    await later();
    await settled();
    const { log, requestBody, ...after } = await detail(hook, delivery as DeliveryDto);
    expect(after).toMatchObject({ status: 'delivered', attempts: 2, responseStatus: 204, reason: null });
    expect(after.nextAttemptAt).toBeNull();
    expect(log).toMatchObject([
      { responseStatus: 204, responseBody: '', reason: null },
      { responseStatus: 500, reason: 'It answered 500.', url: `${receiver.url}/` },
    ]);
    expect(log[1]?.responseBody).toBe('No room. '.repeat(1000).slice(0, 2048));
    const [first, second] = receiver.received;
    expect(requestBody).toBe(first?.body);
    expect(second?.body).toBe(first?.body);
    expect(first?.headers).toMatchObject(log[1]?.requestHeaders ?? {});
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  });

  it.each([
    ['a redirect, which is not followed', 302, { location: '/elsewhere' }, 'It answered 302, a redirect.'],
    ['a refusal', 403, {}, 'It answered 403.'],
  ])('says so of %s', async (_, status, headers, reason) => {
    const hook = await register();
    receiver.answer(status, '', headers);
    await note();
    await settled();
    expect((await deliveries(hook))[0]?.reason).toMatch(reason);
    expect(receiver.received).toHaveLength(1);
  });

  it('ends after ten attempts, and the endpoint with it, unless something else has reached it', async () => {
    const heard = disabled.length;
    const hook = await register({ eventTypes: ['review.created', 'order.placed'] });
    receiver.answer(500);
    await note('review.created');
    await settled();
    for (let attempt = 2; attempt <= 9; attempt += 1) {
      await later();
      await settled();
    }
    expect((await deliveries(hook))[0]).toMatchObject({ status: 'waiting', attempts: 9 });
    receiver.answer(200);
    await note('order.placed');
    await settled();
    receiver.answer(500);
    await later();
    await settled();
    expect((await deliveries(hook, '?status=failed'))[0]).toMatchObject({
      attempts: 10,
      nextAttemptAt: null,
    });
    expect((await read(hook)).active).toBe(true);

    await note('review.created');
    // refused once; nothing is on its way while its rows are made older
    await settled();
    await database.repository(Delivery).update({ endpointId: hook.id, status: 'waiting' }, { attempts: 9 });
    await database.repository(Delivery).update({ endpointId: hook.id }, { endedAt: new Date(0) });
    await later();
    await settled();
    expect(await read(hook)).toMatchObject({ active: false, disabledReason: 'It answered 500.' });
    expect(disabled.slice(heard)).toEqual([{ endpointId: hook.id, userId: vendor.user.id }]);
    const told = (await vendor.client.get<NotificationPage>('/notifications')).body.items;
    expect(told.filter(({ kind }) => kind === 'webhook_disabled')).toMatchObject([
      { data: { webhookId: hook.id, host: new URL(hook.url).host } },
    ]);
    const [failed] = await deliveries(hook);
    const again = `/webhooks/${hook.id}/deliveries/${failed?.id}/redeliver`;
    expectError(await vendor.client.post(again), 409, 'INVALID_TRANSITION');
    expectError(await vendor.client.post(`/webhooks/${hook.id}/test`), 409, 'INVALID_TRANSITION');
    const { body } = await vendor.client.patch<WebhookDto>(`/webhooks/${hook.id}`, { active: true });
    expect(body).toMatchObject({ active: true, disabledAt: null, disabledReason: null });
    receiver.answer(200);
    expect((await vendor.client.post<DeliveryDto>(again)).body).toMatchObject({
      attempts: 0,
      status: 'waiting',
    });
    await settled();
    expect((await deliveries(hook))[0]).toMatchObject({ status: 'delivered', attempts: 1 });
  });

  it('switches the endpoint off at once when nothing is wanted there any more', async () => {
    const hook = await register();
    receiver.fallSilent();
    await note();
    await note();
    // both are noted before it says so
    receiver.answer(410);
    await settled();
    expect(receiver.received).toHaveLength(1);
    expect((await read(hook)).disabledReason).toMatch('410');
    expect(await deliveries(hook)).toMatchObject([{ status: 'waiting' }, { status: 'failed', attempts: 1 }]);
    // what waited goes out when it is on again
    receiver.answer(200);
    await vendor.client.patch(`/webhooks/${hook.id}`, { active: true });
    await settled();
    expect((await deliveries(hook))[0]).toMatchObject({ status: 'delivered' });
  });
});

describe('an endpoint that does not answer', () => {
  it('is given up in time', async () => {
    const time = new AbortController();
    jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(time.signal);
    const hook = await register();
    receiver.fallSilent();
    await note();
    await receiver.arrived(1);
    time.abort();
    await settled();
    expect((await deliveries(hook))[0]).toMatchObject({
      ...{ status: 'waiting', attempts: 1, responseStatus: null },
      reason: 'It did not answer within 10 seconds.',
    });
  });

  it('is left alone for a while, and gets everything once it answers', async () => {
    const hook = await register();
    receiver.hangUp();
    for (let count = 0; count < 5; count += 1) await note();
    await settled();
    // two in a row are enough
    expect(receiver.received).toHaveLength(2);
    const waiting = await deliveries(hook);
    expect(waiting.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 1, 1]);
    expect(waiting.at(-1)?.reason).toMatch('The connection failed');
    // asked before its time: that is no attempt of the schedule
    const soon = new Date(Date.now() + 3600_000);
    await database.repository(Delivery).update({ endpointId: hook.id }, { nextAttemptAt: soon });
    await database.repository(WebhookEndpoint).updateAll({ busyUntil: new Date() });
    await settled();
    expect(receiver.received).toHaveLength(3);
    expect((await deliveries(hook)).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 1, 1]);
    receiver.answer(200);
    await database.repository(WebhookEndpoint).updateAll({ busyUntil: new Date() });
    await settled();
    expect((await deliveries(hook)).map(({ status }) => status)).toEqual(Array(5).fill('delivered'));
  });

  it('holds up no other', async () => {
    const other = await startReceiver();
    receiver.fallSilent();
    await register();
    await register({ url: other.url });
    await note();
    const sending = sender.drained();
    await Promise.all([receiver.arrived(1), other.arrived(1)]);
    await note();
    await sender.work();
    await other.arrived(2);
    expect(receiver.received).toHaveLength(1);
    receiver.answer(200);
    await sending;
    await other.close();
  });

  it('takes no more than two turns from all who wait, whatever else its owner has', async () => {
    receiver.fallSilent();
    for (const path of ['/a', '/b', '/c']) await register({ url: `${receiver.url}${path}` });
    await note();
    const sending = sender.drained();
    await receiver.arrived(2);
    await sender.work();
    expect(receiver.received).toHaveLength(2);
    receiver.answer(200);
    await sending;
    expect(receiver.received).toHaveLength(3);
  });

  it('is sent once more what its owner has asked for while it was on its way', async () => {
    receiver.fallSilent();
    const hook = await register();
    await note();
    const sending = sender.drained();
    await receiver.arrived(1);
    const [delivery] = await deliveries(hook);
    await vendor.client.post(`/webhooks/${hook.id}/deliveries/${delivery?.id}/redeliver`);
    receiver.answer(200);
    await sending;
    await settled();
    expect(receiver.received).toHaveLength(2);
    expect((await deliveries(hook))[0]).toMatchObject({ status: 'delivered', attempts: 1 });
  });

  it('is sent one request at a time, once each, by however many processes', async () => {
    const another = new DeliverySender(
      { worker: 'inline' } as never,
      database,
      test.app.get(WebhookCaller),
      test.app.get(DeliveryOutcomes),
    );
    await register();
    for (let count = 0; count < 6; count += 1) await note();
    await Promise.all([sender.drained(), another.drained()]);
    expect(receiver.received).toHaveLength(6);
    expect(receiver.crowd).toBe(1);
  });
});

it('signs with every secret for a day after the rotation that ended it', async () => {
  const hook = await register();
  const rotate = () => vendor.client.post<NewWebhookDto>(`/webhooks/${hook.id}/rotate-secret`);
  const first = await rotate();
  expect(first.headers['cache-control']).toBe('no-store');
  const second = (await rotate()).body;
  const secrets = [hook.secret, first.body.secret, second.secret];
  expect(new Set(secrets).size).toBe(3);
  const endpoints = database.repository(WebhookEndpoint);
  const { formerSecrets } = await endpoints.findOneByOrFail({ id: hook.id });
  expect(formerSecrets?.map(({ until }) => until)).toEqual([
    second.formerSecretUntil,
    first.body.formerSecretUntil,
  ]);
  const heard = async () => {
    await note();
    await settled();
    const request = receiver.received.at(-1);
    return secrets.map((secret) => request && isSignedBy(secret, request));
  };
  expect(await heard()).toEqual([true, true, true]);
  // the day of the first is over
  const [latest, oldest] = formerSecrets ?? [];
  const past = new Date(Date.now() - 1).toISOString();
  const over = [latest, { ...oldest, until: past }] as FormerSecret[];
  await endpoints.update({ id: hook.id }, { formerSecrets: over });
  expect(await heard()).toEqual([false, true, true]);
  for (let more = 3; more <= 5; more += 1) expect((await rotate()).status).toBe(200);
  const refusal = await rotate();
  expectError(refusal, 409, 'INVALID_TRANSITION');
  expect(JSON.stringify(refusal.body)).toContain(new Date(latest?.until ?? 0).toUTCString());
  await endpoints.update({ id: hook.id }, { formerSecrets: over.map((each) => ({ ...each, until: past })) });
  expect((await read(hook)).formerSecretUntil).toBeNull();
  expect(await heard()).toEqual([false, false, false]);
});

it('keeps the former secret of a market in which there was one at most', async () => {
  const hook = await register();
  const until = new Date(Date.now() + 3600_000);
  const sealed = (await database.repository(WebhookEndpoint).findOneByOrFail({ id: hook.id })).secret;
  const runner = database.manager.dataSource.createQueryRunner();
  const migration = new FormerSecrets1791700000400();
  await migration.down(runner);
  const stored = until.toISOString().slice(0, 23).replace('T', ' ');
  await runner.query('UPDATE webhook_endpoints SET former_secret = ?, former_secret_until = ? WHERE id = ?', [
    sealed,
    stored,
    hook.id,
  ]);
  await migration.up(runner);
  await runner.release();
  const { secret } = (await vendor.client.post<NewWebhookDto>(`/webhooks/${hook.id}/rotate-secret`)).body;
  const { formerSecrets } = await database.repository(WebhookEndpoint).findOneByOrFail({ id: hook.id });
  expect(formerSecrets?.at(-1)).toEqual({ secret: sealed, until: until.toISOString() });
  await note();
  await settled();
  expect(receiver.received.map((request) => isSignedBy(hook.secret, request))).toEqual([true]);
  expect(receiver.received.map((request) => isSignedBy(secret, request))).toEqual([true]);
});

it('is tested with a ping, which is in no feed and tried once', async () => {
  const hook = await register({ eventTypes: ['review.created'] });
  receiver.answer(500);
  const before = (await feed(vendor)).total;
  const answer = await vendor.client.post<DeliveryDto>(`/webhooks/${hook.id}/test`);
  expect(answer).toMatchObject({ status: 202, body: { eventType: 'ping', status: 'waiting' } });
  await settled();
  expect(await detail(hook, answer.body)).toMatchObject({ status: 'failed', attempts: 1 });
  expect(receiver.received.map((request) => isSignedBy(hook.secret, request))).toEqual([true]);
  expect((await feed(vendor)).total).toBe(before);
});

it('says when a secret was sealed by another key', async () => {
  const hook = await register();
  await database.repository(WebhookEndpoint).update({ id: hook.id }, { secret: 'A'.repeat(100) });
  await note();
  await settled();
  expect((await deliveries(hook))[0]?.reason).toMatch('Make a new one');
  expect(receiver.received).toHaveLength(0);
  const { body } = await vendor.client.post<NewWebhookDto>(`/webhooks/${hook.id}/rotate-secret`);
  await note();
  await settled();
  expect(receiver.received.map((request) => isSignedBy(body.secret, request))).toEqual([true]);
});

it('is seen by staff, without what may be secret, and sent again by them', async () => {
  const { client: staff, user } = await make.buyer();
  await database.manager.update('User', { id: user.id }, { isStaff: true });
  const hook = await register({ url: `${receiver.url}/secret?of=owner` });
  receiver.answer(500);
  await note();
  await settled();
  const list = '/admin/webhook-deliveries';
  const { items } = (await staff.get<AdminDeliveryPage>(`${list}?status=waiting&limit=1`)).body;
  const [seen = { id: 0 }] = items;
  const owner = { id: vendor.user.id, username: vendor.user.username };
  const expected = { webhookId: hook.id, origin: receiver.url, owner, active: true, responseStatus: 500 };
  expect(seen).toMatchObject(expected);
  expect(JSON.stringify(seen)).not.toContain('secret');
  receiver.fallSilent();
  const again = await staff.post<AdminDeliveryDto>(`${list}/${seen.id}/redeliver`);
  expect(again).toMatchObject({ status: 202, body: { id: seen.id, status: 'waiting', attempts: 0 } });
  receiver.answer(200);
  await settled();
  expect(await detail(hook, seen)).toMatchObject({ status: 'delivered' });
  await vendor.client.patch(`/webhooks/${hook.id}`, { active: false });
  expectError(await staff.post(`${list}/${seen.id}/redeliver`), 409, 'INVALID_TRANSITION');
});
