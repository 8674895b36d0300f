import type { NotificationPage } from '@souk/contracts/notifications.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { Listening } from '../../../test/listening';
import { LiveNotifications } from './live-notifications';
import { NotificationsService } from './notifications.service';

let test: TestApp;
/** On the same database: another instance, where there can be one. */
let other: TestApp;
let person: Person;
let events = 0;
beforeAll(async () => {
  test = await startApp();
  other = process.env.TEST_DATABASE === 'mariadb' ? await startApp({ DATABASE_URL: test.databaseUrl }) : test;
  person = await new Factory(test.client).buyer();
});
afterAll(async () => {
  await stop(other);
  await stop(test);
});

const stopped = new Set<TestApp>();
async function stop(app: TestApp): Promise<void> {
  if (!stopped.has(app)) await app.close();
  stopped.add(app);
}

const tell = (by = test, { user } = person) =>
  by.app.get(NotificationsService).tell((events += 1), {
    userId: user.id,
    kind: 'order_unpaid',
    data: { orderId: events, orderNumber: `S-${events}` },
  });
const page = async () => (await person.client.get<NotificationPage>('/notifications')).body;

it('tells how much is unread, and then what is new, wherever it was written', async () => {
  await tell();
  const listening = await Listening.to(test, person);
  expect(listening.status).toBe(200);
  expect(listening.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-request-id': expect.any(String),
    'x-content-type-options': 'nosniff',
  });
  expect(await listening.next()).toEqual({ event: 'unread', data: { unreadCount: 1 } });
  for (const by of [test, other]) {
    await tell(by);
    const { items, unreadCount } = await page();
    expect(await listening.next()).toEqual({
      event: 'notification',
      id: String(items[0]?.id),
      data: items[0],
    });
    expect(await listening.next()).toEqual({ event: 'unread', data: { unreadCount } });
  }
  const upTo = (await page()).items[0]?.id;
  await person.client.post('/notifications/read-all', { upTo });
  expect(await listening.next()).toEqual({ event: 'unread', data: { unreadCount: 0 } });
  await listening.leave();
});

it('sends first what was missed, and nothing that is not the own', async () => {
  const stranger = await new Factory(test.client).buyer();
  const [last] = (await page()).items;
  await tell();
  await tell(test, stranger);
  await tell();
  const listening = await Listening.to(test, person, last?.id);
  const missed = [await listening.next(), await listening.next(), await listening.next()];
  expect(missed.map((one) => one?.event)).toEqual(['notification', 'notification', 'unread']);
  const [second, first] = (await page()).items;
  expect(missed.slice(0, 2).map((one) => one?.data)).toEqual([first, second]);
  await listening.leave();
});

it('ends with the session, here and elsewhere', async () => {
  const leaver = await new Factory(test.client).buyer();
  const listening = await Listening.to(other, leaver);
  await listening.next();
  await leaver.client.post('/auth/logout', {});
  await other.app.get(LiveNotifications).endRevoked();
  expect(await listening.next()).toBeNull();
});

it('has room for four of a user', async () => {
  const crowd = [];
  for (let count = 0; count < 4; count += 1) crowd.push(await Listening.to(test, person));
  const refused = await person.client.get('/notifications/stream');
  expect(expectError(refused, 429, 'RATE_LIMIT_EXCEEDED')).toEqual({ retryAfter: 30 });
  await crowd.pop()?.leave();
  crowd.push(await Listening.to(test, person));
  expect(crowd.at(-1)?.status).toBe(200);
  for (const listening of crowd) await listening.leave();
});

it('refuses an id that it never sent, and who has no session', async () => {
  for (const id of ['x', '-1', '1e3', '99999999999'])
    expectError(
      await person.client.with({ 'last-event-id': id }).get('/notifications/stream'),
      400,
      'VALIDATION_ERROR',
    );
  expectError(await test.client.get('/notifications/stream'), 401, 'AUTHENTICATION_REQUIRED');
});

it('ends all streams when the process stops', async () => {
  const listening = await Listening.to(other, person);
  await listening.next();
  await stop(other);
  expect(await listening.next()).toBeNull();
});
