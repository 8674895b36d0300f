import sharp from 'sharp';
import type { AdminPostDto, AdminPostPage, AnnouncementDto } from '@souk/contracts/social.dto';
import type { NotificationPage } from '@souk/contracts/notifications.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { startXServer, type XServer } from '../../../test/x-server';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { ProductPublished } from '../products/products.events';
import { Config } from '../../config/config';
import { NetworkHasIt } from './social-network';
import { PostSender } from './post-sender';
import { SocialPost } from './social-post.entity';
import { XNetwork } from './x-network';

let x: XServer;
let test: TestApp;
let make: Factory;
let vendor: Person;
let store: StoreDto;
let serial = 0;

beforeAll(async () => {
  x = await startXServer();
  test = await startApp({ ...x.settings, X_TIMEOUT_SECONDS: '2' });
  make = new Factory(test.client);
  vendor = await make.vendor();
  store = await make.store(vendor, { name: 'Ember & Ash', description: 'See https://example.com/shop' });
  await test.settled();
});
afterAll(async () => {
  await test.close();
  await x.close();
});
beforeEach(() => x.behave());

const named = (change: object = {}) =>
  make.product(vendor, { storeId: store.id, name: `Mug ${(serial += 1)}`, ...change });
const announcement = async ({ id }: { id: number }, of = 'products') =>
  (await vendor.client.get<AnnouncementDto>(`/${of}/${id}/announcement`)).body;
const posts = () => test.app.get(Database).repository(SocialPost);
const tweetsOf = ({ name }: ProductDto) => x.tweets.filter(({ text }) => text.includes(`${name} at`));

const picture = async () => ({
  ...{ name: 'mug.png', type: 'image/png' },
  bytes: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c8741a' } })
    .png()
    .toBuffer(),
});

/** As if the pauses were over. */
async function later(): Promise<void> {
  await posts().update({ status: 'waiting' }, { runAt: new Date(0), lockedUntil: null });
  await test.app.get(PostSender).work();
}

it('announces a store and a product, with its picture', async () => {
  const draft = await named({ isActive: false, price: '19.90' });
  expect(await announcement(draft)).toMatchObject({ status: 'unannounced', url: null, canPost: false });
  await vendor.client.upload('POST', `/products/${draft.id}/images`, await picture());
  await vendor.client.patch(`/products/${draft.id}`, { isActive: true });
  await test.settled();
  const [opening] = x.tweets;
  expect(opening?.text).toBe(
    '🏪 New store opened! Ember & Ash - See https://example.com/shop #ecommerce #newstore',
  );
  const [tweet] = tweetsOf(draft);
  expect(tweet?.text).toBe(`🆕 New product! ${draft.name} at Ember & Ash - $19.90 #shopping #newproduct`);
  expect(
    x.uploads
      .get(tweet?.media[0] ?? '')
      ?.subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
  expect(await announcement(draft)).toMatchObject({
    status: 'posted',
    text: tweet?.text,
    url: `https://x.com/i/web/status/${tweet?.id}`,
    canPost: false,
  });
  expectError(await vendor.client.post(`/products/${draft.id}/announcement`), 409, 'INVALID_TRANSITION');
});

describe('a new product without a picture', () => {
  const social = () => test.app.get(Config).social;
  beforeAll(() => void Object.assign(social(), { pictureMs: 60_000 }));
  afterAll(() => void Object.assign(social(), { pictureMs: 0 }));

  it('is announced as soon as it has one', async () => {
    const product = await named();
    await test.settled();
    await test.app.get(PostSender).work();
    expect(tweetsOf(product)).toEqual([]);
    expect(await announcement(product)).toMatchObject({
      ...{ status: 'waiting', reason: 'It waits a moment for its first picture.' },
    });
    await vendor.client.upload('POST', `/products/${product.id}/images`, await picture());
    await test.settled();
    expect(tweetsOf(product)).toMatchObject([{ media: [expect.any(String)] }]);
    expect(await announcement(product)).toMatchObject({ status: 'posted', reason: null });
  });

  it('is announced without one when none has come, and holds up no other', async () => {
    const [bare, draft] = [await named(), await named({ isActive: false })];
    await vendor.client.upload('POST', `/products/${draft.id}/images`, await picture());
    await vendor.client.patch(`/products/${draft.id}`, { isActive: true });
    await test.settled();
    expect([tweetsOf(bare).length, tweetsOf(draft).length]).toEqual([0, 1]);
    await later();
    expect(tweetsOf(bare)).toMatchObject([{ media: [] }]);
  });
});

it('posts once, however often the fact is told', async () => {
  const product = await named();
  await test.settled();
  await test.app.get(Events).publish(...[1, 2, 3].map(() => new ProductPublished(product.id)));
  await test.settled();
  expect(tweetsOf(product)).toHaveLength(1);
});

it('leaves out what the vendor does not want told, until asked', async () => {
  const quiet = await make.store(vendor, { name: 'Quiet corner', announce: false });
  const product = await named({ storeId: quiet.id });
  expect(product.announce).toBe(false);
  const loud = await named({ storeId: quiet.id, announce: true });
  await test.settled();
  expect(x.tweets.some(({ text }) => text.includes('opened! Quiet corner'))).toBe(false);
  expect([tweetsOf(product).length, tweetsOf(loud).length]).toEqual([0, 1]);
  expect(await announcement(product)).toMatchObject({ status: 'unannounced', canPost: true });
  const asked = await vendor.client.post<AnnouncementDto>(`/products/${product.id}/announcement`);
  // it may have been posted before it was answered
  expect(asked.body).toMatchObject({ status: expect.stringMatching(/^(waiting|posted)$/), canPost: false });
  await test.settled();
  expect(tweetsOf(product)).toHaveLength(1);
});

it('creates at once while X takes everything and answers nothing, and posts when it does', async () => {
  x.fallSilent();
  const product = await named();
  const other = await named();
  await test.settled();
  expect(await announcement(product)).toMatchObject({
    status: 'waiting',
    reason: 'X does not answer. It is tried again by itself.',
  });
  // one was tried; the others wait for it
  expect(await announcement(other)).toMatchObject({ status: 'waiting', reason: null });
  x.behave();
  await later();
  expect([tweetsOf(product).length, tweetsOf(other).length]).toEqual([1, 1]);
});

it('finds what was posted without an answer instead of posting it again', async () => {
  x.fallSilent(true);
  const product = await named();
  await test.settled();
  expect((await announcement(product)).status).toBe('waiting');
  x.behave();
  await later();
  const [tweet, ...others] = tweetsOf(product);
  expect(others).toEqual([]);
  expect(await announcement(product)).toMatchObject({
    status: 'posted',
    url: expect.stringContaining(`${tweet?.id}`),
  });
});

it('posts once when the process dies between the answer and the note of it', async () => {
  let dying: SocialPost | null = null;
  x.whenPosted(async () => {
    dying = await posts().findOne({ where: {}, order: { id: 'DESC' } });
  });
  const product = await named();
  await test.settled();
  expect(dying).toMatchObject({ subjectId: product.id, uncertainSince: expect.any(Date), remoteId: null });
  // all that the next process finds is what was committed while X had the request
  await posts().save(dying as never);
  await later();
  const [tweet, ...others] = tweetsOf(product);
  expect(others).toEqual([]);
  expect(await announcement(product)).toMatchObject({
    status: 'posted',
    url: `https://x.com/i/web/status/${tweet?.id}`,
  });
});

it('waits, with every other post, while X does not know the marketplace', async () => {
  x.lockOut();
  const product = await named();
  await test.settled();
  expect(await announcement(product)).toMatchObject({
    status: 'waiting',
    reason: expect.stringContaining('its operators must mend'),
  });
  x.behave();
  await later();
  expect(tweetsOf(product)).toHaveLength(1);
});

it('waits until a limit ends, with every other post', async () => {
  const reset = Math.ceil(Date.now() / 1000) + 900;
  x.limitUntil(reset);
  const product = await named();
  await test.settled();
  const asked = x.requests.length;
  await named();
  await test.settled();
  await test.app.get(PostSender).work();
  expect(x.requests).toHaveLength(asked);
  const waiting = await posts().findOneByOrFail({ subject: 'product', subjectId: product.id });
  expect(waiting).toMatchObject({ status: 'waiting', held: true, runAt: new Date(reset * 1000) });
  x.behave();
  await later();
  expect((await announcement(product)).status).toBe('posted');
});

it('says why X refused it, and tries again when asked', async () => {
  x.forbid('Your account is suspended.');
  const product = await named();
  await test.settled();
  expect(await announcement(product)).toMatchObject({
    status: 'failed',
    reason: 'X refused it: Your account is suspended.',
    canPost: true,
  });
  const told = (await vendor.client.get<NotificationPage>('/notifications')).body;
  expect(told.items).toMatchObject([
    { kind: 'post_failed', data: { subject: 'product', subjectId: product.id, name: product.name } },
  ]);
  x.behave();
  await vendor.client.post(`/products/${product.id}/announcement`);
  await test.settled();
  expect(tweetsOf(product)).toHaveLength(1);
});

it('shows staff every post, and tries again what waits or failed', async () => {
  const { client: staff, user } = await make.buyer();
  await test.app.get(Database).manager.update('User', { id: user.id }, { isStaff: true });
  const failed = async () =>
    (await staff.get<AdminPostPage>('/admin/social-posts?status=failed&limit=1')).body.items;
  const retry = (id: number) => staff.post<AdminPostDto>(`/admin/social-posts/${id}/retry`);
  x.forbid('Your account is suspended.');
  const product = await named();
  await test.settled();
  const [post] = await failed();
  expect(post).toMatchObject({ subject: 'product', subjectId: product.id, canRetry: true });
  const id = post?.id ?? 0;
  x.fallSilent();
  expect((await retry(id)).body).toMatchObject({ id, status: 'waiting', canRetry: true });
  await test.settled();
  x.behave();
  expect((await retry(id)).status).toBe(200);
  await test.settled();
  expect(tweetsOf(product)).toHaveLength(1);
  expectError(await retry(id), 409, 'INVALID_TRANSITION');
  expect((await failed()).map((each) => each.id)).not.toContain(id);
});

it('deletes the post of what is withdrawn', async () => {
  const product = await named();
  const closing = await make.store(vendor, { name: 'Soon closed' });
  const within = await named({ storeId: closing.id });
  await test.settled();
  expect([tweetsOf(product).length, tweetsOf(within).length]).toEqual([1, 1]);
  await vendor.client.delete(`/products/${product.id}`);
  await vendor.client.delete(`/stores/${closing.id}`);
  await test.settled();
  expect([tweetsOf(product).length, tweetsOf(within).length]).toEqual([0, 0]);
  expect(x.tweets.some(({ text }) => text.includes('Soon closed'))).toBe(false);
});

it('stops for the month at its cap', async () => {
  const { social } = test.app.get(Config);
  Object.assign(social, { x: Object.assign(social.x ?? {}, { monthlyCap: 1 }) });
  const product = await named();
  await test.settled();
  expect(tweetsOf(product)).toEqual([]);
  expect((await announcement(product)).reason).toContain('as much as it may this month');
  const { status, held, runAt } = await posts().findOneByOrFail({
    subjectId: product.id,
    subject: 'product',
  });
  expect({ status, held, day: runAt.getUTCDate(), hour: runAt.getUTCHours() }).toEqual({
    ...{ status: 'waiting', held: true, day: 1, hour: 0 },
  });
});

it('speaks the older API too', async () => {
  const { x: settings } = test.app.get(Config).social;
  if (!settings) throw new Error('X is not set up.');
  const network = new XNetwork({ ...settings, api: 'v1.1' });
  const bytes = (await picture()).bytes;
  const { id } = await network.post('Once & again', { bytes, type: 'image/png' });
  const tweet = x.tweets.find((each) => each.id === id);
  expect(x.uploads.get(tweet?.media[0] ?? '')).toEqual(bytes);
  await expect(network.post('Once & again', null)).rejects.toThrow(NetworkHasIt);
  const nothing = async () => new Set<string>();
  expect(await network.find('Once & again', new Date(0), nothing)).toMatchObject({ id });
  expect(await network.find('Once & again', new Date(0), async (ids) => new Set(ids))).toBeNull();
  await network.delete(id);
  await network.delete(id);
  expect(await network.find('Once & again', new Date(0), nothing)).toBeNull();
});
