import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorResponse } from '@souk/contracts/common.dto';
import type { ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import sharp from 'sharp';
import { IsNull, Not } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { PAYLOAD, type HostileFile } from '../../../test/hostile/file';
import { hostilePictures } from '../../../test/hostile/pictures';
import { settingsOfItsOwn, startServer, type Server } from '../../../test/server';
import { Database } from '../../platform/database/database';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { ProductImage } from './product.entity';

const PER_PRODUCT = 12;
const MOST_GROWTH = 150 * 1024 * 1024;

let env: Record<string, string>;
let server: Server;
let token = '';
beforeAll(async () => {
  env = await settingsOfItsOwn('souk_hostile');
  server = await startServer(env);
});
afterAll(async () => {
  await server.kill();
  rmSync(env.DATA_DIR ?? '', { recursive: true, force: true });
});

async function ask<T>(path: string, body?: object | FormData): Promise<{ status: number; body: T }> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${server.url}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    body: isForm ? body : body && JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

/** A new product whenever the gallery of the last one is full. */
function galleries(storeId: number) {
  const ids: number[] = [];
  let shown = 0;
  return {
    ids,
    async upload({ name, type, bytes }: HostileFile) {
      if (ids.length === 0 || shown === ids.length * PER_PRODUCT) {
        const product = { storeId, name: 'Mug', description: 'Holds tea.', price: '9.00', stockQuantity: 1 };
        ids.push((await ask<ProductDto>('/products', product)).body.id);
      }
      const form = new FormData();
      form.set('alt', name);
      form.set('file', new Blob([bytes], { type }), name);
      const answer = await ask<ImageDto & ErrorResponse>(`/products/${ids.at(-1)}/images`, form);
      if (answer.status === 201) shown += 1;
      return answer;
    },
  };
}

/** Bytes of the server itself; what decodes for it comes and goes. */
const memory = () =>
  1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))?.[1]);

it('more than 200 hostile files are refused, or taken as the picture that they are and nothing else', async () => {
  const person = { username: 'smith', email: 'smith@example.com', password: 'correct horse battery' };
  token = (await ask<{ accessToken: string }>('/auth/register', { ...person, userType: 'vendor' })).body
    .accessToken;
  const store = await ask<{ id: number }>('/stores', { name: 'Smithy', description: 'Iron.' });
  const { ids, upload } = galleries(store.body.id);
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const image = sharp({ create: { width: 480, height: 320, channels: 3, background: '#14524f' } });
    const bytes = await image.toFormat(format).toBuffer();
    await upload({
      what: 'to warm up',
      name: `x.${format}`,
      type: `image/${format}`,
      bytes,
      outcome: 'taken',
    });
  }

  const before = memory();
  let most = before;
  let count = 0;
  const wrong: string[] = [];
  const sizes = new Map<number, HostileFile['size']>();
  for await (const file of hostilePictures()) {
    const { status, body } = await upload(file);
    most = Math.max(most, memory());
    count += 1;
    const isRefused =
      status === 400 && body.error.code === 'VALIDATION_ERROR' && 'file' in body.error.details;
    const outcome = isRefused ? 'refused' : status === 201 ? 'taken' : `answered with ${status}`;
    const fits = file.outcome === 'either' ? isRefused || status === 201 : outcome === file.outcome;
    if (!fits) wrong.push(`${file.what}: ${outcome}`);
    if (status === 201) sizes.set(body.id, file.size);
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(200);
  expect(most - before).toBeLessThan(MOST_GROWTH);

  await server.kill();
  const next = await startApp(env);
  // as if the dead process had been waited for
  const held = { lockedUntil: Not(IsNull()) };
  await next.app.get(Database).repository(OutboxEntry).update(held, { lockedUntil: null });
  await next.settled();
  for (const id of ids) {
    const { body } = await next.client.get<ProductDto>(`/products/${id}`);
    for (const image of body.images) await expectClean(next, image, sizes.get(image.id));
  }
  expect(
    await next.app
      .get(Database)
      .repository(ProductImage)
      .countBy({ stage: Not('avif') }),
  ).toBe(0);
  expect(filesIn(join(env.DATA_DIR ?? '', 'private'))).toEqual([]);
  await next.app.close();
});

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

async function expectClean({ app }: TestApp, image: ImageDto, original: HostileFile['size']): Promise<void> {
  const srcsets = [image.srcset, ...image.sources.map(({ srcset }) => srcset)];
  const addresses = srcsets.flatMap((srcset) => srcset.split(', ').map((each) => each.split(' ')[0] ?? ''));
  expect(addresses).toContain(image.url);
  for (const address of addresses) {
    const { headers, rawPayload: bytes } = await app.inject({ url: address });
    const { exif, xmp, icc, iptc, comments, format, width, height } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, iptc, comments }).toEqual({});
    expect(bytes.includes(PAYLOAD)).toBe(false);
    expect(headers['content-type']).toBe(format === 'webp' ? 'image/webp' : 'image/avif');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    if (address === image.url)
      expect({ width, height }).toEqual({ width: image.width, height: image.height });
  }
  if (!original) return;
  const width = Math.min(original.width, 1600);
  const height = Math.max(1, Math.round((original.height * width) / original.width));
  expect({ width: image.width, height: image.height }).toEqual({ width, height });
}
