import { setImmediate as nextTurn } from 'node:timers/promises';
import { LIMITS, type ApiKeyScope } from '@souk/contracts';
import type { NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import type {
  EventDto,
  EventPage,
  NewWebhookDto,
  WebhookDto,
  WebhookPage,
} from '@souk/contracts/webhooks.dto';
import type { TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created, type Factory, type Person } from '../../../test/factories';
import { openIntegration } from '../../../test/integration';
import { isSignedBy, type Receiver } from '../../../test/receiver';
import type { Database } from '../../platform/database/database';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { User } from '../users/user.entity';
import { DeliveryAttempt } from './delivery-attempt.entity';
import { EventRecorder } from './event-recorder';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookEvent } from './webhook-event.entity';

const { place, register, deliveries, feed, note, settled, ...integration } = openIntegration();

let test: TestApp;
let make: Factory;
let database: Database;
let vendor: Person;
let store: StoreDto;
let receiver: Receiver;
beforeAll(() => void ({ test, make, database, vendor, store } = place()));
beforeEach(() => void (receiver = integration.receiver()));

describe('an endpoint', () => {
  it('shows its secret once, and keeps it sealed', async () => {
    const answer = await vendor.client.post<NewWebhookDto>('/webhooks', {
      url: 'https://example.com/souk',
      eventTypes: ['order.placed'],
      description: ' Warehouse ',
    });
    expect(answer.status).toBe(201);
    const { secret, ...shown } = answer.body;
    expect(answer.headers).toMatchObject({
      location: `/api/webhooks/${shown.id}`,
      'cache-control': 'no-store',
    });
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
    expect(shown).toMatchObject({
      ...{ url: 'https://example.com/souk', eventTypes: ['order.placed'], description: 'Warehouse' },
      ...{ active: true, disabledAt: null, formerSecretUntil: null, waiting: 0 },
    });
    const { body } = await vendor.client.get<WebhookPage>('/webhooks');
    expect(body.items).toEqual([shown]);
    const row = await database.repository(WebhookEndpoint).findOneByOrFail({ id: shown.id });
    expect(JSON.stringify(row)).not.toContain(secret.slice(6));
  });

  it.each([
    ['no address', { url: '' }, 'url'],
    ['no https', { url: 'http://example.com/' }, 'url'],
    ['a password', { url: 'https://me:secret@example.com/' }, 'url'],
    ['a private address', { url: 'https://192.168.1.1/' }, 'url'],
    ['a port of another service', { url: 'https://example.com:25/' }, 'url'],
    ['an unknown type', { eventTypes: ['order.eaten'] }, 'eventTypes'],
    ['a ping to choose', { eventTypes: ['ping'] }, 'eventTypes'],
    ['no type', { eventTypes: [] }, 'eventTypes'],
    ['a field that nobody may set', { secret: 'whsec_mine' }, 'secret'],
  ])('is refused with %s', async (_, change, field) => {
    const answer = await vendor.client.post('/webhooks', { url: 'https://example.com/', ...change });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });

  it('is one of ten at most', async () => {
    const { client } = await make.buyer();
    const ask = () => client.post('/webhooks', { url: 'https://example.com/' });
    const answers = await Promise.all(Array.from({ length: 12 }, ask));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('url');
  });

  it('is changed, replaced and deleted, by its owner alone', async () => {
    const { id } = await register({ eventTypes: ['order.placed'], description: 'Mine' });
    const url = `/webhooks/${id}`;
    const patched = await vendor.client.patch<WebhookDto>(url, { eventTypes: null, active: false });
    expect(patched.body).toMatchObject({ eventTypes: null, active: false, description: 'Mine' });
    const replaced = await vendor.client.put<WebhookDto>(url, { url: 'https://example.com/new' });
    expect(replaced.body).toMatchObject({ url: 'https://example.com/new', active: true, description: null });
    const stale = vendor.client.with({ 'if-match': '"old"' });
    expectError(await stale.patch(url, { active: false }), 412, 'PRECONDITION_FAILED');
    const stranger = await make.vendor();
    for (const answer of [
      await stranger.client.get(url),
      await stranger.client.patch(url, { active: false }),
      await stranger.client.post(`${url}/rotate-secret`),
      await stranger.client.post(`${url}/test`),
      await stranger.client.delete(url),
    ])
      expectError(answer, 404, 'NOT_FOUND');
    expect((await vendor.client.delete(url)).status).toBe(204);
    expectError(await vendor.client.get(url), 404, 'NOT_FOUND');
  });

  it('is managed by an API key that may, and read by one that reads', async () => {
    const keyed = async (...scopes: ApiKeyScope[]) => {
      const { key } = created(
        await vendor.client.post<NewApiKeyDto>('/auth/keys', { name: 'Program', scopes }),
      );
      return test.client.as({ accessToken: key });
    };
    const [manager, reader] = [await keyed('webhooks'), await keyed('read')];
    const { id } = created(await manager.post<NewWebhookDto>('/webhooks', { url: receiver.url }));
    expect((await reader.get<WebhookDto>(`/webhooks/${id}`)).body.id).toBe(id);
    expect((await reader.get<EventPage>('/events')).status).toBe(200);
    expectError(await reader.delete(`/webhooks/${id}`), 403, 'PERMISSION_DENIED');
    expectError(await manager.get('/events'), 403, 'PERMISSION_DENIED');
  });
});

describe('what happens', () => {
  it('is in the feeds of vendor and buyer, and sent as it is there, signed', async () => {
    const hook = await register();
    const [buyer, from] = [await make.buyer(), (await feed(vendor, '?limit=100')).items.at(-1)?.id ?? 0];
    // one after the other: facts that are told at the same time come in any order
    const then = async <T>(request: Promise<T>): Promise<T> => {
      const done = await request;
      await test.settled();
      return done;
    };
    const product = await then(
      make.product(vendor, { storeId: store.id, stockQuantity: LIMITS.lowStock.default + 1 }),
    );
    await buyer.client.post('/cart/items', { productId: product.id, quantity: 2 });
    const order = await then(make.order(buyer.client));
    const url = `/orders/${order.id}`;
    const [part] = order.parts;
    await then(vendor.client.put(url, { status: 'shipped', carrier: 'DHL' }));
    await then(vendor.client.put(url, { status: 'delivered' }));
    const refund = { amount: '1.00', reason: 'A scratch on it.' };
    await then(vendor.client.post(`${url}/parts/${part?.id}/refunds`, refund));
    const lines = [{ itemId: order.items[0]?.id, quantity: 1 }];
    const wish = { lines, reason: 'damaged', note: 'Do not tell.' };
    const asked = await then(buyer.client.post<OrderDto>(`${url}/parts/${part?.id}/returns`, wish));
    const returnId = created(asked).parts[0]?.returns[0]?.id ?? 0;
    await then(vendor.client.post(`${url}/returns/${returnId}/refuse`, { reason: 'It was whole.' }));
    const review = { rating: 5, comment: 'Do not tell.' };
    await then(buyer.client.post(`/products/${product.id}/reviews`, review));
    await vendor.client.delete(`/products/${product.id}`);
    await settled();

    const { items } = await feed(vendor, `?after=${from}&limit=100`);
    // at the same time as the order
    const low = items.filter(({ type }) => type === 'stock.low');
    expect(low).toMatchObject([
      { data: { product: { id: product.id }, variant: { stockQuantity: LIMITS.lowStock.default - 1 } } },
    ]);
    const news = items.filter((item) => !low.includes(item));
    expect(news.map(({ type }) => type)).toEqual([
      ...['product.published', 'order.placed', 'order_part.shipped', 'order_part.delivered'],
      ...['order_part.refunded', 'return.requested', 'return.refused', 'review.created', 'product.withdrawn'],
    ]);
    expect(news[1]?.data).toMatchObject({
      role: 'vendor',
      order: { id: order.id, number: order.number, currency: 'USD' },
      parts: [{ id: part?.id, status: 'pending', total: '20.00', items: [{ quantity: 2, price: '10.00' }] }],
    });
    expect(news[2]?.data).toMatchObject({ part: { status: 'shipped', carrier: 'DHL' } });
    expect(news[4]?.data).toMatchObject({ refund: { amount: '1.00' }, part: { refundedAmount: '1.00' } });
    expect(news[5]?.data).toMatchObject({
      return: { id: returnId, status: 'requested', reason: 'damaged' },
    });
    expect(news[7]?.data).toMatchObject({ review: { productId: product.id, rating: 5 } });

    const told = JSON.stringify(items);
    for (const secret of ['Do not tell', buyer.user.username, buyer.user.email, 'Jo Rivers', 'Harbour'])
      expect(told).not.toContain(secret);

    const bought = (await feed(buyer)).items;
    expect(bought.map(({ type }) => type)).toEqual([
      ...['order.placed', 'order_part.shipped', 'order_part.delivered'],
      ...['order_part.refunded', 'return.requested', 'return.refused'],
    ]);
    expect(bought.every(({ data }) => data.role === 'customer')).toBe(true);

    expect(receiver.received.map(({ body }) => JSON.parse(body) as EventDto)).toEqual(items);
    for (const request of receiver.received) {
      expect(isSignedBy(hook.secret, request)).toBe(true);
      expect(request.headers['webhook-id']).toBe(String((JSON.parse(request.body) as EventDto).id));
      expect(request.headers['content-type']).toBe('application/json');
    }
  });

  it('is told of each of several parts, and of none that was never paid', async () => {
    const buyer = await make.buyer();
    const goods: ProductDto[] = [];
    for (const storeId of [store.id, (await make.store(vendor)).id])
      goods.push(await make.product(vendor, { storeId }));
    const fill = async () => {
      for (const { id: productId } of goods) await buyer.client.post('/cart/items', { productId });
    };
    await fill();
    const { id } = await make.order(buyer.client);
    // told at the same time they come in any order
    await test.settled();
    await buyer.client.post(`/orders/${id}/cancel`, {});
    await fill();
    const declined = { email: null, payment: { method: 'test', token: 'tok_declined' } };
    expect((await buyer.client.post('/orders', { ...declined })).status).not.toBe(201);
    await settled();
    const types = (await feed(buyer)).items.map(({ type, data }) => [type, (data.parts as [])?.length]);
    expect(types.filter(([type]) => type !== 'order_part.refunded')).toEqual([
      ['order.placed', 2],
      ['order_part.cancelled', undefined],
      ['order_part.cancelled', undefined],
    ]);
  });

  it('is noted once, however often it is told', async () => {
    const recorder = test.app.get(EventRecorder);
    const draft = { userId: vendor.user.id, cause: 'told twice', type: 'store.opened' as const, data: {} };
    await register();
    await Promise.all([recorder.record([draft]), recorder.record([draft]), recorder.record([draft])]);
    await recorder.record([draft]);
    await settled();
    expect(receiver.received).toHaveLength(1);
  });

  it('is sent to those who want it, and only while they are on', async () => {
    const chosen = await register({ url: `${receiver.url}/chosen`, eventTypes: ['review.created'] });
    const off = await register({ url: `${receiver.url}/off`, active: false });
    const [stranger] = [await make.vendor()];
    await register({ url: `${receiver.url}/stranger` }, stranger);
    await note('review.created');
    await note('store.opened');
    await settled();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/chosen']);
    expect(await deliveries(chosen)).toMatchObject([{ eventType: 'review.created', status: 'delivered' }]);
    expect(await deliveries(off)).toEqual([]);
  });

  it('waits while its owner is deactivated', async () => {
    const hook = await register();
    const { id } = vendor.user;
    await database.repository(User).update({ id }, { isActive: false });
    await note();
    await settled();
    expect(receiver.received).toEqual([]);
    await database.repository(User).update({ id }, { isActive: true });
    await settled();
    expect(await deliveries(hook)).toMatchObject([{ status: 'delivered' }]);
  });
});

describe('the feed', () => {
  it('goes on after any id, and by type', async () => {
    const person = await make.buyer();
    for (const type of ['store.opened', 'review.created', 'store.opened', 'store.opened'] as const)
      await note(type, person);
    const all = await feed(person);
    expect(all).toMatchObject({ total: 4, nextCursor: null });
    const ids = all.items.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    const first = await feed(person, '?limit=3');
    expect(first).toMatchObject({ items: all.items.slice(0, 3), nextCursor: String(ids[2]) });
    for (const name of ['after', 'cursor'])
      expect(await feed(person, `?${name}=${first.nextCursor}`)).toMatchObject({ items: all.items.slice(3) });
    expect((await feed(person, '?types=review.created,order.placed')).items).toEqual([all.items[1]]);
    for (const wrong of ['after=-1', 'after=x', 'types=ping', 'limit=101', 'cursor=abc'])
      expectError(await person.client.get(`/events?${wrong}`), 400, 'VALIDATION_ERROR');
  });

  it('never shows an event behind one that was read, in whatever order they commit', async () => {
    const person = await make.buyer();
    let commit: () => void = () => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = database.run(async () => {
      await note('store.opened', person);
      begun();
      await mayCommit;
    });
    await hasBegun;
    const quick = note('review.created', person);
    const looks: number[][] = [];
    let isOver = false;
    const looking = (async () => {
      while (!isOver) looks.push((await feed(person)).items.map(({ id }) => id));
    })();
    // on SQLite a look waits for the commit, as all else does
    while (!database.isSqlite && looks.length < 5) await nextTurn();
    commit();
    await Promise.all([slow, quick]);
    isOver = true;
    await looking;
    looks.push((await feed(person)).items.map(({ id }) => id));
    expect(looks.at(-1)).toHaveLength(2);
    for (const [index, look] of looks.entries())
      expect(looks.at(-1)?.slice(0, look.length)).toEqual(looks[index]);
  });

  it('forgets after 30 days, with what was sent', async () => {
    const hook = await register();
    await note();
    await settled();
    const past = new Date(Date.now() - 31 * 24 * 3600_000);
    const [{ eventId } = { eventId: 0 }] = await deliveries(hook);
    await database.repository(WebhookEvent).update({ id: eventId }, { createdAt: past });
    await test.app.get(Housekeeping).work();
    expect(await deliveries(hook)).toEqual([]);
    expect(await database.repository(DeliveryAttempt).countBy({ url: `${receiver.url}/` })).toBe(0);
    expect((await feed(vendor)).items.length).toBeGreaterThan(0);
  });
});

it('goes with its owner', async () => {
  const leaving = await make.vendor();
  await register({}, leaving);
  await note('store.opened', leaving);
  await settled();
  const held = await leaving.client.get<{ webhooks: object[] }>('/auth/export');
  expect(held.body.webhooks).toMatchObject([{ url: `${receiver.url}/`, active: true }]);
  expect((await leaving.client.delete('/auth/profile', { password: leaving.password })).status).toBe(204);
  await note('store.opened', leaving);
  const { id: userId } = leaving.user;
  expect(await database.repository(WebhookEndpoint).countBy({ userId })).toBe(0);
  expect(await database.repository(WebhookEvent).countBy({ userId })).toBe(0);
});
