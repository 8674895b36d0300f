import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DigitalFileDto, ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import sharp from 'sharp';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { png as blackPng } from '../../../test/hostile/bytes';

let test: TestApp;
let make: Factory;
let vendor: Person;
let other: Person;
let product: ProductDto;
beforeAll(async () => {
  // jobs run when `settled` is called
  test = await startApp({ WORKER: 'off' });
  make = new Factory(test.client);
  [vendor, other] = [await make.vendor(), await make.vendor()];
});
beforeEach(async () => {
  product = await make.product(vendor);
});
afterAll(() => test.close());

const picture = (width = 500, background = '#c8741a') =>
  sharp({ create: { width, height: 400, channels: 3, background } });
const png = async (width?: number) => ({
  name: 'mug.png',
  type: 'image/png',
  bytes: await picture(width).png().toBuffer(),
});
const add = async (fields = {}, client = vendor.client, width?: number) =>
  client.upload<ImageDto>('POST', `/products/${product.id}/images`, await png(width), fields);
const shown = async (nth = 0) =>
  (await vendor.client.get<ProductDto>(`/products/${product.id}`)).body.images[nth];

const candidates = (srcset = '') => srcset.split(', ').map((candidate) => candidate.split(' '));
const widths = (srcset?: string) => candidates(srcset).map(([, width]) => parseInt(width ?? '', 10));
const addresses = (image?: ImageDto) => ({ url: image?.url, srcset: image?.srcset, sources: image?.sources });
/** Types of all that it names. */
async function files(image?: ImageDto) {
  const types: unknown[] = [];
  for (const { srcset } of [{ srcset: image?.srcset }, ...(image?.sources ?? [])])
    for (const [address = ''] of candidates(srcset))
      types.push((await test.client.get(address)).headers['content-type']);
  return types;
}
const originals = () =>
  readdirSync(join(test.dataDir, 'private/originals'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
const gallery = async () =>
  (await vendor.client.get<ProductDto>(`/products/${product.id}`)).body.images.map(({ alt }) => alt);

describe('pictures of a product', () => {
  it('are shown in small at once, and get all sizes and formats by and by', async () => {
    const { status, body, headers } = await add({ alt: ' Seen from above ' }, vendor.client, 2000);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/products/${product.id}/images/${body.id}`);
    expect(body).toMatchObject({ alt: 'Seen from above', width: 800, height: 160, colour: '#c87818' });
    expect([widths(body.srcset), body.sources]).toEqual([[400, 800], []]);
    expect(await files(body)).toEqual(Array(2).fill('image/webp'));

    await test.settled();
    const later = await shown();
    expect(later).toMatchObject({ id: body.id, width: 1600, height: 320, colour: body.colour });
    expect(widths(later?.srcset)).toEqual([400, 800, 1600]);
    expect(later?.sources).toEqual([{ type: 'image/avif', srcset: expect.any(String) }]);
    expect(widths(later?.sources[0]?.srcset)).toEqual([400, 800, 1600]);
    expect(await files(later)).toEqual([...Array(3).fill('image/webp'), ...Array(3).fill('image/avif')]);
    expect(originals()).toEqual([]);
  });

  it('are not made twice, whoever shows them', async () => {
    await add({}, vendor.client, 900);
    await test.settled();
    const first = await shown();
    const again = (await add({}, vendor.client, 900)).body;
    expect([again.url === first?.url, again.sources]).toEqual([false, []]);
    const copy = (await vendor.client.post<ProductDto>(`/products/${product.id}/duplicate`)).body;
    await test.settled();
    const { body } = await vendor.client.get<ProductDto>(`/products/${copy.id}`);
    for (const image of [...body.images, await shown(1)]) expect(image).toMatchObject(addresses(first));
    expect(originals()).toEqual([]);
  });

  it('leave nothing behind when they go before they are made', async () => {
    const image = (await add({}, vendor.client, 1000)).body;
    expect(originals()).toHaveLength(1);
    await vendor.client.delete(`/products/${product.id}/images/${image.id}`);
    await test.settled();
    expect(originals()).toEqual([]);
    expect((await test.client.get(image.url)).status).toBe(404);
  });

  it.each(['jpeg', 'webp', 'avif'] as const)('may be %s, whatever the name says', async (format) => {
    const bytes = await picture().toFormat(format).toBuffer();
    const file = { name: 'x.exe', type: 'text/plain', bytes };
    const answer = await vendor.client.upload('POST', `/products/${product.id}/images`, file);
    expect(answer.status).toBe(201);
  });

  it('can be described and moved', async () => {
    const ids = [];
    for (const alt of ['a', 'b', 'c']) ids.push((await add({ alt })).body.id);
    const path = `/products/${product.id}/images/${ids[2]}`;
    expect((await vendor.client.patch<ImageDto>(path, { position: 0 })).body.alt).toBe('c');
    expect(await gallery()).toEqual(['c', 'a', 'b']);
    await vendor.client.patch(path, { position: 11, alt: 'last' });
    expect(await gallery()).toEqual(['a', 'b', 'last']);
    await vendor.client.patch(path, { alt: '' });
    expect(await gallery()).toEqual(['a', 'b', '']);
    expect((await vendor.client.delete(path)).status).toBe(204);
    expectError(await vendor.client.delete(path), 404, 'NOT_FOUND');
    expect(await gallery()).toEqual(['a', 'b']);
    await add({ alt: 'd' });
    expect(await gallery()).toEqual(['a', 'b', 'd']);
  });

  it('are twelve at most, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => add()));
    const full = answers.filter(({ status }) => status !== 201);
    expect(full).toHaveLength(2);
    for (const answer of full) expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('file');
    expect(await gallery()).toHaveLength(12);
  });

  it('are pictures', async () => {
    const whole = await picture(2000).png({ compressionLevel: 0 }).toBuffer();
    const hostile = {
      'a page named .jpg': Buffer.from('<!doctype html><script>alert(1)</script>'),
      'a truncated PNG': whole.subarray(0, whole.length / 2),
      'an SVG': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'a GIF': await picture().gif().toBuffer(),
      'a PNG in name only': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      nothing: Buffer.alloc(0),
    };
    for (const [what, bytes] of Object.entries(hostile)) {
      const file = { name: 'mug.jpg', type: 'image/jpeg', bytes };
      const answer = await vendor.client.upload('POST', `/products/${product.id}/images`, file);
      expect([what, expectError(answer, 400, 'VALIDATION_ERROR')]).toEqual([
        what,
        { file: expect.any(Array) },
      ]);
    }
    expect(await gallery()).toEqual([]);
  });

  it('come alone, in the field `file`, in a form', async () => {
    const path = `/products/${product.id}/images`;
    const { bytes } = await png();
    const part = (name: string, content = bytes) =>
      Buffer.concat([
        Buffer.from(`--b\r\ncontent-disposition: form-data; name="${name}"; filename="x.png"\r\n\r\n`),
        ...[content, Buffer.from('\r\n')],
      ]);
    const send = (parts: Buffer[], headers = {}, end = '--b--\r\n') =>
      vendor.client.raw('POST', path, Buffer.concat([...parts, Buffer.from(end)]), {
        'content-type': 'multipart/form-data; boundary=b',
        ...headers,
      });
    for (const answer of [
      await send([]),
      await send([part('picture')]),
      await send([part('file'), part('file')]),
      await send([part('file')], {}, ''),
      await send([part('file')], { 'content-type': 'multipart/form-data' }),
    ])
      expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('file');
    expectError(await send([bytes], { 'content-type': 'image/png' }), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expect(await gallery()).toEqual([]);
  });

  it('are not too large', async () => {
    const file = { ...(await png()), bytes: Buffer.alloc(10 * 1024 * 1024 + 1) };
    const tooLarge = await vendor.client.upload('POST', `/products/${product.id}/images`, file);
    expectError(tooLarge, 413, 'PAYLOAD_TOO_LARGE');
    const packed = gzipSync(Buffer.alloc(100 * 1024 * 1024), { level: 1 });
    const bomb = await vendor.client.raw('POST', `/products/${product.id}/images`, packed, {
      'content-type': 'multipart/form-data; boundary=b',
      'content-encoding': 'gzip',
    });
    expectError(bomb, 415, 'UNSUPPORTED_MEDIA_TYPE');
    const wide = { ...(await png()), bytes: blackPng(130_000, 400) };
    const tooWide = await vendor.client.upload('POST', `/products/${product.id}/images`, wide);
    expectError(tooWide, 400, 'VALIDATION_ERROR');
  });

  it.each([
    [{ alt: 'x'.repeat(201) }, 'alt'],
    [{ alt: 'a\u0007b' }, 'alt'],
    [{ position: '0' }, 'position'],
  ])('refuse the form field %j', async (fields, field) => {
    expect(expectError(await add(fields), 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
    expect(await gallery()).toEqual([]);
  });

  it('refuse a wrong change', async () => {
    const { id } = (await add()).body;
    for (const change of [
      { alt: null },
      { alt: 'x'.repeat(201) },
      { position: -1 },
      { position: 12 },
      { url: 'x' },
    ]) {
      const answer = await vendor.client.patch(`/products/${product.id}/images/${id}`, change);
      expect(Object.keys(expectError(answer, 400, 'VALIDATION_ERROR'))).toEqual(Object.keys(change));
    }
    const unreadable = await vendor.client.patch(`/products/${product.id}/images/x`, {});
    expect(expectError(unreadable, 400, 'VALIDATION_ERROR')).toHaveProperty('imageId');
  });

  it("belong to the product's vendor, and to this product", async () => {
    const { id } = (await add()).body;
    const path = `/products/${product.id}/images/${id}`;
    expectError(await add({}, test.client), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await add({}, other.client), 403, 'PERMISSION_DENIED');
    for (const method of ['patch', 'delete'] as const) {
      expectError(await test.client[method](path, {}), 401, 'AUTHENTICATION_REQUIRED');
      expectError(await other.client[method](path, {}), 403, 'PERMISSION_DENIED');
    }
    const elsewhere = await make.product(vendor);
    expectError(await vendor.client.delete(`/products/${elsewhere.id}/images/${id}`), 404, 'NOT_FOUND');
    await vendor.client.patch(`/products/${product.id}`, { isActive: false });
    expectError(await add({}, other.client), 404, 'NOT_FOUND');
    expectError(
      await vendor.client.post(`/products/${product.id}/images`, {}),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
  });
});

describe('the file of a digital product', () => {
  const guide = { name: 'field-guide.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 …') };
  const path = () => `/products/${product.id}/file`;

  it('is kept in private, the latest one', async () => {
    product = await make.product(vendor, { digital: true });
    expectError(await vendor.client.get(path()), 404, 'NOT_FOUND');
    await vendor.client.upload('PUT', path(), { ...guide, name: '../../first.pdf' });
    expect((await vendor.client.get(path())).body).toMatchObject({ fileName: 'first.pdf' });
    const { status, body } = await vendor.client.upload<DigitalFileDto>('PUT', path(), guide);
    expect(status).toBe(200);
    expect(body).toEqual({
      fileName: 'field-guide.pdf',
      size: guide.bytes.length,
      uploadedAt: expect.any(String),
    });
    expect((await vendor.client.get<DigitalFileDto>(path())).body).toEqual(body);
  });

  it('is for digital products', async () => {
    const answer = await vendor.client.upload('PUT', path(), guide);
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('file');
  });

  it("is the vendor's business", async () => {
    product = await make.product(vendor, { digital: true });
    expectError(await test.client.get(path()), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await other.client.get(path()), 403, 'PERMISSION_DENIED');
    expectError(await test.client.upload('PUT', path(), guide), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await other.client.upload('PUT', path(), guide), 403, 'PERMISSION_DENIED');
    expectError(await vendor.client.put(path(), {}), 415, 'UNSUPPORTED_MEDIA_TYPE');
    const empty = { ...guide, bytes: Buffer.alloc(0) };
    expectError(await vendor.client.upload('PUT', path(), empty), 400, 'VALIDATION_ERROR');
  });
});
