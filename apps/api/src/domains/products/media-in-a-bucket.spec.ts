import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DownloadDto } from '@souk/contracts/downloads.dto';
import type { ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import sharp from 'sharp';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { startS3Server, type S3Server } from '../../../test/s3-server';
import { Shop } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';

let s3: S3Server;
let test: TestApp;
let shop: Shop;
let product: ProductDto;
beforeAll(async () => {
  s3 = await startS3Server();
  test = await startApp({ ...s3.settings, WORKER: 'off' });
  shop = await Shop.open(test);
});
beforeEach(async () => {
  product = await shop.product({ digital: true });
});
afterEach(() => s3.mend());
afterAll(async () => {
  await test.close();
  await s3.close();
});

const picture = async () => ({
  name: 'mug.png',
  type: 'image/png',
  bytes: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#14524f' } })
    .composite([{ input: randomBytes(300), raw: { width: 10, height: 10, channels: 3 } }])
    .png()
    .toBuffer(),
});
const add = async () =>
  shop.vendor.client.upload<ImageDto>('POST', `/products/${product.id}/images`, await picture());
const shown = async () => (await test.client.get<ProductDto>(`/products/${product.id}`)).body.images;
const file = { name: 'guide.pdf', type: 'application/pdf', bytes: randomBytes(50_000) };
const addFile = () => shop.vendor.client.upload('PUT', `/products/${product.id}/file`, file);
const keys = (area: string) => [...s3.objects.keys()].filter((key) => key.startsWith(area));

it('keeps pictures, and serves them to those who do not ask the bucket itself', async () => {
  const { status, body } = await add();
  expect(status).toBe(201);
  expect(keys('media/')).toHaveLength(2);
  expect(keys('private/originals/')).toHaveLength(1);
  await test.settled();
  const [image] = await shown();
  expect(image).toMatchObject({ id: body.id, width: 900, sources: [{ type: 'image/avif' }] });
  expect([keys('media/').length, keys('private/originals/').length]).toEqual([6, 0]);

  const { headers, rawPayload } = await test.app.inject({ url: image?.url ?? '' });
  expect(headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'webp', width: 900 });
  expect((await test.client.raw('HEAD', image?.url ?? '')).status).toBe(200);
  for (const folder of ['media', 'private']) expect(existsSync(join(test.dataDir, folder))).toBe(false);
});

it.each([
  '00/missing-400.webp',
  `00/${'0'.repeat(40)}-400.webp`,
  '../private/secret',
  '..%2fprivate%2fsecret',
])('has nothing at /media/%s', async (path) => {
  expectError(await test.client.get(`/media/${path}`), 404, 'NOT_FOUND');
});

it('keeps the logo of a store, and lets go of it with its vendor', async () => {
  const owner = await shop.make.vendor();
  const { id } = await shop.make.store(owner);
  const before = keys('media/').length;
  const { body } = await owner.client.upload<StoreDto>('PUT', `/stores/${id}/logo`, await picture());
  expect((await test.client.get(body.logo ?? '')).status).toBe(200);
  await owner.client.delete('/auth/profile', { password: owner.password });
  await test.settled();
  expect(keys('media/')).toHaveLength(before);
});

it('keeps files of digital products to itself, and delivers them in parts', async () => {
  expect((await addFile()).status).toBe(200);
  const buyer = await shop.make.buyer();
  await shop.put(buyer.client, product);
  const { id, items } = await shop.make.order(buyer.client);
  const link = await buyer.client.get<DownloadDto>(`/orders/${id}/downloads/${items[0]?.id}`);
  const { url } = link.body;
  const whole = await test.app.inject({ url });
  expect(whole.rawPayload.equals(file.bytes)).toBe(true);
  const part = await test.app.inject({ url, headers: { range: 'bytes=40000-' } });
  expect([part.statusCode, part.headers['content-range']]).toEqual([206, 'bytes 40000-49999/50000']);
  expect(part.rawPayload.equals(file.bytes.subarray(40_000))).toBe(true);

  s3.break('gone');
  const broken = await test.client.get(url);
  expect(expectError(broken, 503, 'SERVER_ERROR')).toEqual({ retryAfter: 10 });
  expect(broken.headers['retry-after']).toBe('10');
});

it('says so when the bucket does not answer, changes nothing, and lets people browse', async () => {
  await add();
  const before = await shown();
  s3.break('failing');
  for (const answer of [await add(), await addFile(), await test.client.get(before[0]?.url ?? '')])
    expectError(answer, 503, 'SERVER_ERROR');
  expect((await test.client.get<ProductPage>('/products')).status).toBe(200);
  expect(await shown()).toEqual(before);
  s3.mend();
  expect((await add()).status).toBe(201);
  expect(await shown()).toHaveLength(2);
});

it('makes the rest of a picture when the bucket answers again', async () => {
  await add();
  const [small] = await shown();
  s3.break('gone');
  await test.settled();
  expect(await shown()).toEqual([small]);
  s3.mend();
  const outbox = test.app.get(Database).repository(OutboxEntry);
  await outbox.update({ type: 'PictureTaken' }, { runAt: new Date() });
  await test.settled();
  expect(await shown()).toMatchObject([{ width: 900, sources: [{ type: 'image/avif' }] }]);
});
