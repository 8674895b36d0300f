import { LIMITS, NOTIFICATIONS, NOTIFICATION_KINDS } from '@souk/contracts';
import type {
  NotificationPage,
  NotificationPreferencesDto,
  UnreadCountDto,
} from '@souk/contracts/notifications.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { OwnDataDto } from '@souk/contracts/own-data.dto';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created, type Person } from '../../../test/factories';
import { Shop } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { ImportFinished } from '../products/imports.events';
import { AnnouncementFailed } from '../social/social.events';
import { NotificationPreference } from './notification-preference.entity';
import { NotificationPreferences } from './notification-preferences';
import { Notification } from './notification.entity';
import { NotificationsService } from './notifications.service';

const DAY_MS = 24 * 3600_000;
const ORDER = { orderId: 1, orderNumber: 'S-1' };

let test: TestApp;
let shop: Shop;
let buyer: Person;
let preferences: NotificationPreferences;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  buyer = await shop.make.buyer();
  preferences = test.app.get(NotificationPreferences);
});
afterAll(() => test.close());

const rows = () => test.app.get(Database).repository(Notification);
const pageOf = async ({ client }: Person, query = '') =>
  (await client.get<NotificationPage>(`/notifications${query}`)).body;

/** What somebody was told since, oldest first. */
async function newsOf(person: Person, since = 0) {
  await test.settled();
  const { items } = await pageOf(person, '?limit=100');
  return items.filter(({ id }) => id > since).reverse();
}

const kindsOf = async (person: Person, since = 0) => (await newsOf(person, since)).map(({ kind }) => kind);
const lastOf = async (person: Person) => (await newsOf(person)).at(-1)?.id ?? 0;

async function order(units = 1): Promise<OrderDto> {
  await shop.put(buyer.client, await shop.product({ name: 'Ember mug' }), units);
  return shop.make.order(buyer.client);
}

describe('preferences', () => {
  const read = async ({ client }: Person) =>
    (await client.get<NotificationPreferencesDto>('/notifications/preferences')).body.items;
  const choose = ({ client }: Person, ...items: object[]) =>
    client.put<NotificationPreferencesDto>('/notifications/preferences', { items });
  const stored = ({ user }: Person) =>
    test.app.get(Database).repository(NotificationPreference).countBy({ userId: user.id });

  it('are at first what the rules say, of the kinds that concern the caller', async () => {
    expect((await read(shop.vendor)).map(({ kind }) => kind)).toEqual(NOTIFICATION_KINDS);
    const forBuyers = await read(buyer);
    expect(new Set(forBuyers.map(({ audience }) => audience))).toEqual(new Set(['buyer']));
    expect(forBuyers).toContainEqual({
      ...{ kind: 'order_shipped', audience: 'buyer' },
      ...{ inApp: true, email: true, emailRequired: true },
    });
    expect(await read(shop.vendor)).toContainEqual({
      ...{ kind: 'import_finished', audience: 'vendor' },
      ...{ inApp: true, email: null, emailRequired: false },
    });
  });

  it('are kept where they differ from that, and replaced as a whole', async () => {
    const person = await shop.make.vendor();
    const { body } = await choose(
      person,
      { kind: 'low_stock', inApp: true, email: false },
      { kind: 'order_shipped', inApp: false },
    );
    expect(body.items.filter(({ inApp, email }) => !inApp || email === false)).toEqual([
      expect.objectContaining({ kind: 'order_shipped', inApp: false, email: true }),
      expect.objectContaining({ kind: 'low_stock', inApp: true, email: false }),
    ]);
    expect(await stored(person)).toBe(2);
    const { id } = person.user;
    const other = shop.vendor.user.id;
    expect(await preferences.wanting([id, other], 'low_stock', 'email')).toEqual(new Set([other]));
    expect(await preferences.wants(id, 'low_stock', 'inApp')).toBe(true);
    expect(await preferences.wants(id, 'order_shipped', 'email')).toBe(true);
    expect(await preferences.wants(id, 'import_finished', 'email')).toBe(false);
    await preferences.unsubscribe(id, 'review_received');
    await preferences.unsubscribe(id, 'review_received');
    expect(await preferences.wants(id, 'review_received', 'email')).toBe(false);
    await choose(person);
    expect(await stored(person)).toBe(0);
  });

  it('cannot switch off what belongs to a sale, nor choose what there is not', async () => {
    const refusal = await choose(
      buyer,
      { kind: 'order_shipped', email: false },
      { kind: 'low_stock', inApp: false },
    );
    expect(expectError(refusal, 400, 'VALIDATION_ERROR')).toEqual({
      'items.0.email': ['cannot be switched off: it belongs to a sale or to the account'],
      'items.1.kind': ['is for vendors; leave it out'],
    });
    const unknown = [
      { kind: 'import_finished', email: true },
      { kind: 'weather' },
      { kind: 'sale', sms: true },
    ];
    for (const item of unknown) expectError(await choose(shop.vendor, item), 400, 'VALIDATION_ERROR');
    const twice = { kind: 'sale', inApp: false };
    expectError(await choose(shop.vendor, twice, twice), 400, 'VALIDATION_ERROR');
    await expect(preferences.unsubscribe(buyer.user.id, 'order_shipped')).rejects.toThrow('order_shipped');
  });
});

it('tells both sides what becomes of an order', async () => {
  const { id, number, parts, items } = await order(2);
  expect(await newsOf(shop.vendor)).toMatchObject([
    {
      kind: 'sale',
      readAt: null,
      data: { orderId: id, orderNumber: number, firstItem: 'Ember mug', units: 2, amount: '24.90' },
    },
  ]);
  await shop.vendor.client.put(`/orders/${id}`, { status: 'shipped', carrier: 'DHL' });
  await shop.vendor.client.put(`/orders/${id}`, { status: 'delivered' });
  const returns = `/orders/${id}/parts/${parts[0]?.id}/returns`;
  const input = { lines: [{ itemId: items[0]?.id, quantity: 1 }], reason: 'damaged' };
  const asked = async () =>
    created(await buyer.client.post<OrderDto>(returns, input)).parts[0]?.returns ?? [];
  await buyer.client.post(`/orders/${id}/returns/${(await asked())[0]?.id}/withdraw`);
  const again = (await asked()).find(({ status }) => status === 'requested');
  await shop.vendor.client.post(`/orders/${id}/returns/${again?.id}/accept`, {});
  const told = new Map((await newsOf(buyer)).map(({ kind, data }) => [kind, data]));
  const ofOrder = { orderId: id, orderNumber: number };
  const ofStore = { ...ofOrder, storeName: shop.store.name };
  expect(told).toEqual(
    new Map<string, object>([
      ['order_placed', { ...ofOrder, amount: '24.90', currency: 'USD' }],
      ['order_shipped', { ...ofStore, carrier: 'DHL' }],
      ['order_delivered', ofStore],
      ['order_refunded', { ...ofStore, amount: '10.00', currency: 'USD' }],
      ['return_answered', { ...ofStore, answer: 'accepted' }],
    ]),
  );
  expect((await kindsOf(shop.vendor)).sort()).toEqual([
    'return_requested',
    'return_requested',
    'return_withdrawn',
    'sale',
  ]);
});

it('tells of a cancelled part whoever has not cancelled it', async () => {
  const [ofBuyer, ofVendor] = [await lastOf(buyer), await lastOf(shop.vendor)];
  await buyer.client.post(`/orders/${(await order()).id}/cancel`, {});
  expect((await kindsOf(buyer, ofBuyer)).sort()).toEqual(['order_placed', 'order_refunded']);
  expect((await kindsOf(shop.vendor, ofVendor)).sort()).toEqual(['sale', 'sale_cancelled']);
  const since = await lastOf(shop.vendor);
  await shop.vendor.client.post(`/orders/${(await order()).id}/cancel`, {});
  expect(await newsOf(buyer, ofBuyer)).toContainEqual(
    expect.objectContaining({
      kind: 'order_cancelled',
      data: expect.objectContaining({ storeNames: [shop.store.name] }),
    }),
  );
  expect(await kindsOf(shop.vendor, since)).toEqual(['sale']);
});

it('tells of stock that runs low, reviews, replies, imports and posts that failed', async () => {
  const { items } = await order(6);
  const [low] = (await newsOf(shop.vendor)).filter(({ kind }) => kind === 'low_stock');
  expect(low?.data).toEqual({
    ...{ productId: items[0]?.productId, productName: 'Ember mug' },
    ...{ options: {}, left: 4 },
  });
  const since = await lastOf(shop.vendor);
  const url = `/products/${items[0]?.productId}/reviews`;
  const review = created(await buyer.client.post<ReviewDto>(url, { rating: 5, comment: 'Good.' }));
  const reply = (text: string) => shop.vendor.client.put(`/reviews/${review.id}/reply`, { text });
  await reply('Thank you.');
  await reply('Thank you!');
  const csv = Buffer.from('Handle,Title,Body (HTML),Variant Price\ncup,Cup,A cup,8.00\n');
  const file = { name: 'cups.csv', type: 'text/csv', bytes: csv };
  for (const dryRun of ['true', 'false'])
    await shop.vendor.client.upload('POST', `/stores/${shop.store.id}/imports`, file, { dryRun });
  const { id } = shop.store;
  // told again when its rows have gone, it is about nothing
  await test.app.get(Events).publish(new AnnouncementFailed('store', id, id), new ImportFinished(1_000_000));
  expect(new Set(await kindsOf(shop.vendor, since))).toEqual(
    new Set(['review_received', 'import_finished', 'post_failed']),
  );
  const replies = (await newsOf(buyer)).filter(({ kind }) => kind === 'review_replied');
  expect(replies).toMatchObject([{ data: { reviewId: review.id, storeName: shop.store.name } }]);
});

it('tells once, however often a fact is told, and nobody who does not want to hear', async () => {
  const person = await shop.make.buyer();
  const silence = { items: [{ kind: 'order_placed', inApp: false }] };
  await person.client.put('/notifications/preferences', silence);
  await shop.put(person.client, await shop.product());
  const since = await lastOf(shop.vendor);
  await shop.make.order(person.client);
  const first = await newsOf(shop.vendor, since);
  const again = { doneAt: null, runAt: new Date(0) };
  await test.app
    .get(Database)
    .repository(OutboxEntry)
    .update({ type: 'OrderPlaced', handler: 'notifications' }, again);
  expect(await newsOf(shop.vendor, since)).toEqual(first);
  expect(first).toMatchObject([{ kind: 'sale' }]);
  expect(await newsOf(person)).toEqual([]);
});

it('counts what is unread until it is read, one by one or up to what was seen', async () => {
  const person = await shop.make.buyer();
  const tell = (eventId: number) =>
    test.app
      .get(NotificationsService)
      .tell(eventId, { userId: person.user.id, kind: 'order_unpaid', data: ORDER });
  for (const eventId of [9001, 9002, 9003, 9004]) await tell(eventId);
  const { items, total, unreadCount, nextCursor } = await pageOf(person, '?limit=3');
  expect([items.length, total, unreadCount]).toEqual([3, 4, 4]);
  const [fourth, third, second] = items.map(({ id }) => id);
  const rest = await pageOf(person, `?limit=3&cursor=${nextCursor}`);
  expect([rest.items.length, rest.nextCursor]).toEqual([1, null]);

  const read = (id: number | undefined, { client } = person) =>
    client.post<UnreadCountDto>(`/notifications/${id}/read`);
  for (let twice = 0; twice < 2; twice += 1) expect((await read(third)).body).toEqual({ unreadCount: 3 });
  expectError(await read(fourth, buyer), 404, 'NOT_FOUND');
  const upTo = await person.client.post<UnreadCountDto>('/notifications/read-all', { upTo: second });
  expect(upTo.body).toEqual({ unreadCount: 1 });
  expect((await pageOf(person, '?unread=true')).items).toMatchObject([{ id: fourth, readAt: null }]);
  expect((await pageOf(person, '?unread=false')).total).toBe(3);
  expectError(await person.client.post('/notifications/read-all', {}), 400, 'VALIDATION_ERROR');
});

it('forgets what is old, and the oldest of what is too much', async () => {
  const userId = (await shop.make.buyer()).user.id;
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const row = (eventId: number, createdAt: Date, readAt: Date | null = null) => ({
    ...{ eventId, userId, kind: 'order_unpaid' as const, data: {} },
    ...{ createdAt, readAt },
  });
  const kept = row(2, daysAgo(364), daysAgo(89));
  await rows().insert([row(1, daysAgo(366)), kept, row(3, daysAgo(100), daysAgo(91))]);
  await test.app.get(Housekeeping).work();
  expect((await rows().findBy({ userId })).map(({ eventId }) => eventId)).toEqual([2]);
  const many = Array.from({ length: LIMITS.notifications.max }, (_, index) => row(index + 10, new Date()));
  await rows().insert(many);
  await test.app.get(Housekeeping).work();
  const left = await rows().find({ where: { userId }, order: { id: 'ASC' } });
  expect([left.length, left[0]?.eventId]).toEqual([LIMITS.notifications.max, 10]);
});

it('belongs to its user: exported, and gone with the account', async () => {
  const person = await shop.make.buyer();
  const { id } = person.user;
  const news = { userId: id, kind: 'order_unpaid', data: ORDER } as const;
  await test.app.get(NotificationsService).tell(9100, news);
  const { body } = await person.client.get<OwnDataDto>('/auth/export');
  expect(body.notifications).toMatchObject([{ kind: 'order_unpaid', data: ORDER }]);
  expect(body.notificationPreferences).toHaveLength(
    NOTIFICATION_KINDS.filter((kind) => NOTIFICATIONS[kind].audience === 'buyer').length,
  );
  await person.client.delete('/auth/profile', { password: person.password });
  await test.app.get(NotificationsService).tell(9101, news);
  expect(await rows().countBy({ userId: id })).toBe(0);
});
