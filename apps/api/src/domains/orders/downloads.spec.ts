import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '@souk/contracts';
import type { DownloadDto } from '@souk/contracts/downloads.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created, type Person } from '../../../test/factories';
import { Shop, payWith } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { User } from '../users/user.entity';
import { DownloadLinks } from './download-links';
import { OrderItem } from './order-item.entity';

const BYTES = randomBytes(200_000);
const NAME = 'Field “guide” – été.pdf';

let test: TestApp;
let shop: Shop;
let guide: ProductDto;
let buyer: Person;
let order: OrderDto;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  guide = await digital();
  buyer = await shop.make.buyer();
  order = await buy(buyer.client, guide);
});
afterAll(() => test.close());

async function digital(): Promise<ProductDto> {
  const product = await shop.product({ digital: true, stockQuantity: 100 });
  await upload(product, BYTES);
  return product;
}

const upload = ({ id }: ProductDto, bytes: Buffer, name = NAME) =>
  shop.vendor.client.upload('PUT', `/products/${id}/file`, { name, type: 'text/html', bytes });

async function buy(client: Client, ...products: ProductDto[]): Promise<OrderDto> {
  for (const product of products) await shop.put(client, product);
  return shop.make.order(client);
}

const pathOf = ({ id, items }: OrderDto, item = items[0]?.id) => `/orders/${id}/downloads/${item}`;
const ask = (client: Client, of: OrderDto) => client.get<DownloadDto>(pathOf(of));

async function linkTo(of = order, client = buyer.client): Promise<DownloadDto> {
  const { status, body } = await ask(client, of);
  expect(status).toBe(200);
  return body;
}

/** As it comes: text would not do for bytes. */
const fetch = async (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => {
  const {
    statusCode: status,
    headers: answered,
    rawPayload,
  } = await test.app.inject({ method, url, headers });
  return { status, headers: answered, bytes: rawPayload };
};

async function expectNoByte(url: string): Promise<void> {
  for (const range of ['bytes=0-9', '']) {
    const answer = await test.client.with(range ? { range } : {}).get(url);
    expect(expectError(answer, 404, 'NOT_FOUND')).toEqual({ resource: 'download' });
  }
}

describe('a file that the vendor has not added', () => {
  it('is asked for at the store, and is there for those who bought it before once it is added', async () => {
    await shop.vendor.client.patch(`/stores/${shop.store.id}`, { email: 'hello@example.com' });
    const late = await shop.product({ digital: true });
    const of = await buy(buyer.client, late);
    expect(of.status).toBe('delivered');
    const refused = await ask(buyer.client, of);
    expect(expectError(refused, 404, 'NOT_FOUND')).toEqual({ resource: 'file' });
    expect(refused.body).toMatchObject({
      error: {
        message: `The store has not added the file yet. You can ask ${shop.store.name} (hello@example.com) for it, or for a refund.`,
      },
    });
    const missing = async (is: boolean) =>
      (await shop.vendor.client.get<ProductPage>(`/products/my-products?fileMissing=${is}`)).body;
    expect(await missing(true)).toMatchObject({ total: 1, items: [{ id: late.id }] });
    const others = (await missing(false)).total;
    await upload(late, BYTES);
    expect((await ask(buyer.client, of)).status).toBe(200);
    expect([await missing(true), await missing(false)]).toMatchObject([{ total: 0 }, { total: others + 1 }]);
  });
});

describe('a link', () => {
  it('leads the customer to the file, and counts when it is used', async () => {
    const link = await linkTo();
    expect(link).toEqual({
      url: expect.stringMatching(/^\/api\/downloads\/[\w-]{72}$/),
      fileName: NAME,
      size: BYTES.length,
      expiresAt: expect.any(String),
      downloadsUsed: 0,
      downloadsLimit: LIMITS.downloads.max,
    });
    const { status, headers, bytes } = await fetch(link.url, { 'accept-encoding': 'br, gzip' });
    expect(status).toBe(200);
    expect(bytes.equals(BYTES)).toBe(true);
    expect(headers).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition':
        `attachment; filename="Field _guide_ _ _t_.pdf"; ` +
        `filename*=UTF-8''Field%20%E2%80%9Cguide%E2%80%9D%20%E2%80%93%20%C3%A9t%C3%A9.pdf`,
      'content-length': String(BYTES.length),
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect((await linkTo()).downloadsUsed).toBe(1);
  });

  it('counts once, however it is resumed; HEAD and what cannot be had do not count', async () => {
    const of = await buy(buyer.client, guide);
    const { url } = await linkTo(of);
    const head = await fetch(url, { range: 'bytes=0-0' }, 'HEAD');
    expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([200, '200000', 0]);
    expect((await fetch(url, { range: 'bytes=200000-' })).status).toBe(416);
    expect((await linkTo(of)).downloadsUsed).toBe(0);
    const halves = await Promise.all(
      ['0-99999', '100000-'].map((of) => fetch(url, { range: `bytes=${of}` })),
    );
    expect(Buffer.concat(halves.map(({ bytes }) => bytes)).equals(BYTES)).toBe(true);
    await fetch(url);
    expect((await linkTo(of)).downloadsUsed).toBe(1);
  });

  it('is given as long as downloads are left; twenty at once take exactly these', async () => {
    const of = await buy(buyer.client, guide);
    const links = await Promise.all(Array.from({ length: 20 }, () => linkTo(of)));
    const answers = await Promise.all(links.map(({ url }) => fetch(url)));
    const good = links.filter((_, index) => answers[index]?.status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(10).fill(200),
      ...Array(10).fill(403),
    ]);
    const usedUp = { downloadsUsed: 10, downloadsLimit: 10 };
    expect(expectError(await ask(buyer.client, of), 403, 'PERMISSION_DENIED')).toEqual(usedUp);
    const rest = await fetch(good[0]?.url ?? '', { range: 'bytes=199990-' });
    expect([rest.status, rest.bytes.equals(BYTES.subarray(199_990))]).toEqual([206, true]);
  });

  it('is good until it ends, and as it was signed', async () => {
    const { url } = await linkTo();
    const item = order.items[0]?.id ?? 0;
    const links = test.app.get(DownloadLinks);
    expect((await fetch(`/api/downloads/${links.sign(item, new Date(Date.now() + 9000))}`)).status).toBe(200);
    await expectNoByte(`/downloads/${links.sign(item, new Date())}`);
    await expectNoByte(`/downloads/${links.sign(item + 1000, new Date(Date.now() + 9000))}`);
    const token = url.slice('/api/downloads/'.length);
    for (const place of [0, 5, 9, 20, 40, 71])
      await expectNoByte(
        `/downloads/${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`,
      );
    for (const odd of ['x', token.slice(1), `${token}A`, `${token}%00`])
      await expectNoByte(`/downloads/${odd}`);
  });

  it('is for the customer, a guest by the secret included', async () => {
    const stranger = await shop.make.buyer();
    const missing = await stranger.client.get<object>('/orders/2147483647/downloads/1');
    for (const client of [stranger.client, test.client]) {
      const { status, body } = await client.get<object>(pathOf(order));
      expect({ status, ...body, requestId: '' }).toEqual({ status: 404, ...missing.body, requestId: '' });
    }
    expectError(await ask(shop.vendor.client, order), 403, 'PERMISSION_DENIED');
    const theirs = await buy(stranger.client, guide);
    expectError(await buyer.client.get(pathOf(order, theirs.items[0]?.id)), 404, 'NOT_FOUND');

    const bought = created(await shop.place(await shop.make.guest(guide)));
    expectError(await test.client.get(pathOf(bought)), 404, 'NOT_FOUND');
    expectError(await test.client.get(`${pathOf(bought)}?token=wrong`), 404, 'NOT_FOUND');
    const answer = await test.client.get<DownloadDto>(`${pathOf(bought)}?token=${bought.accessToken}`);
    expect((await fetch(answer.body.url)).bytes.equals(BYTES)).toBe(true);
  });
});

describe('no byte', () => {
  it('before it is paid, of parcels, and where there is no file', async () => {
    await shop.put(buyer.client, guide);
    const unpaid = created(await shop.place(buyer.client, payWith('tok_confirm')));
    expectError(await ask(buyer.client, unpaid), 404, 'NOT_FOUND');
    const item = unpaid.items[0]?.id ?? 0;
    await expectNoByte(`/downloads/${test.app.get(DownloadLinks).sign(item, new Date(Date.now() + 9000))}`);

    const parcel = await buy(await newBuyer(), await shop.product());
    expectError(await test.client.get(pathOf(parcel)), 404, 'NOT_FOUND');
    const client = await newBuyer();
    const bare = await buy(client, await shop.product({ digital: true }), await shop.product());
    const details = await Promise.all(bare.items.map(({ id }) => client.get(pathOf(bare, id))));
    expect(details.map((answer) => expectError(answer, 404, 'NOT_FOUND').resource).sort()).toEqual([
      'download',
      'file',
    ]);
  });

  it('once the money went back, with links from before', async () => {
    const client = await newBuyer();
    const mixed = await buy(client, guide, await shop.product());
    const { url } = await linkTo(mixed, client);
    expect((await fetch(url)).status).toBe(200);
    expect((await client.post(`/orders/${mixed.id}/cancel`, {})).status).toBe(200);
    await expectNoByte(url);
    expectError(await ask(client, mixed), 404, 'NOT_FOUND');
  });

  it('for accounts that are closed or erased', async () => {
    const [banned, leaving] = [await shop.make.buyer(), await shop.make.buyer()];
    const [first, second] = [await buy(banned.client, guide), await buy(leaving.client, guide)];
    const [{ url }, other] = [await linkTo(first, banned.client), await linkTo(second, leaving.client)];
    const users = test.app.get(Database).repository(User);
    await users.update({ id: banned.user.id }, { isActive: false });
    await expectNoByte(url);
    await users.update({ id: banned.user.id }, { isActive: true });
    expect((await fetch(url)).status).toBe(200);
    const { password } = leaving;
    expect((await leaving.client.delete('/auth/profile', { password })).status).toBe(204);
    await expectNoByte(other.url);
  });

  const newBuyer = async () => (await shop.make.buyer()).client;
});

describe('a range', () => {
  it.each([
    ['bytes=0-0', 206, [0, 0]],
    ['bytes=100-65999', 206, [100, 65_999]],
    ['bytes=199999-', 206, [199_999, 199_999]],
    ['bytes=5-9999999999999999999999', 206, [5, 199_999]],
    ['bytes=-7', 206, [199_993, 199_999]],
    ['bytes=-999999', 206, [0, 199_999]],
    ['bytes=200000-', 416, null],
    ['bytes=-0', 416, null],
    ['bytes=9-5', 200, null],
    ['bytes=0-1,5-6', 200, null],
    ['bytes=-', 200, null],
    ['lines=1-2', 200, null],
  ] as const)('%s: %i', async (range, status, part) => {
    const { url } = await linkTo();
    const answer = await fetch(url, { range, 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(status);
    const [start, end] = part ?? [0, BYTES.length - 1];
    if (status === 416) expect(answer.headers['content-range']).toBe('bytes */200000');
    else expect(answer.bytes.equals(BYTES.subarray(start, end + 1))).toBe(true);
    if (status !== 206) return;
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/200000`);
    expect(answer.headers['content-length']).toBe(String(end - start + 1));
  });

  // each of the cases above has counted
  beforeEach(() =>
    test.app.get(Database).repository(OrderItem).update({ orderId: order.id }, { downloads: 0 }),
  );

  it('goes on only with the file that was begun: buyers get the newest, of a deleted product too', async () => {
    const product = await digital();
    const client = (await shop.make.buyer()).client;
    const { url } = await linkTo(await buy(client, product), client);
    const { etag = '' } = (await fetch(url)).headers as { etag?: string };
    const resume = () => fetch(url, { range: 'bytes=3-', 'if-range': etag });
    expect((await resume()).status).toBe(206);
    await upload(product, Buffer.from('second edition'), 'Second\u202E \uD83D.txt');
    expect(await shop.vendor.client.delete(`/products/${product.id}`)).toMatchObject({ status: 204 });
    const { status, bytes, headers } = await resume();
    expect([status, String(bytes)]).toEqual([200, 'second edition']);
    expect(headers['content-disposition']).toContain('filename="Second _.txt"');
  });
});

it('lies in private, and leaves nothing of an upload that is too large', async () => {
  const product = await shop.product({ digital: true });
  const large = Buffer.alloc(LIMITS.digitalFile.bytes + 1);
  expectError(await upload(product, large), 413, 'PAYLOAD_TOO_LARGE');
  expectError(await shop.vendor.client.get(`/products/${product.id}/file`), 404, 'NOT_FOUND');
  const kept = readdirSync(join(test.dataDir, 'private'), { recursive: true, encoding: 'utf8' });
  expect(kept.filter((name) => name.includes('arriving'))).toEqual([]);
  const [key = ''] = kept.filter((name) => name.includes('/'));
  expect((await fetch(`/media/${key}`)).status).toBe(404);
  expect((await fetch(`/media/..%2fprivate/${key}`)).status).toBeGreaterThanOrEqual(400);
});
