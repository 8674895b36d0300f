import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, type S3Server } from '../../../test/s3-server';
import { readConfig } from '../../config/config';
import { DiskStorage } from './disk-storage';
import { S3Storage } from './s3-storage';
import { StorageMissing, StorageUnavailable, type Storage } from './storage';

let s3: S3Server;
let dataDir: string;
beforeAll(async () => {
  s3 = await startS3Server();
  dataDir = mkdtempSync(join(tmpdir(), 'souk-storage-'));
});
afterAll(async () => {
  await s3.close();
  rmSync(dataDir, { recursive: true });
});

const config = (change = {}) => readConfig({ ...s3.settings, DATA_DIR: dataDir, ...change });
const remote = (change = {}) => {
  const settings = config(change);
  if (!settings.s3) throw new Error('These settings name no bucket.');
  return new S3Storage(settings, settings.s3);
};
const text = async (bytes: Readable) => (await buffer(bytes)).toString();
const KEY = '4f/4f3c-400.webp';

describe.each<[string, () => Storage]>([
  ['on the disk', () => new DiskStorage(config())],
  ['in a bucket', () => remote()],
])('storage %s', (_, make) => {
  let storage: Storage;
  beforeAll(() => (storage = make()));

  it('gives back what it was given, whole or in part', async () => {
    await storage.put('media', KEY, Buffer.from('0123456789'));
    await storage.put('media', KEY, Buffer.from('0123456789'));
    expect(await text(await storage.read('media', KEY))).toBe('0123456789');
    expect(await text(await storage.read('media', KEY, { start: 2, end: 4 }))).toBe('234');
    expect(await storage.exists('media', KEY)).toBe(true);
    expect(await storage.exists('private', KEY)).toBe(false);
  });

  it('forgets, and bears being told to do so twice', async () => {
    await storage.put('private', 'a/b', Buffer.from('x'));
    await storage.delete('private', 'a/b');
    await storage.delete('private', 'a/b');
    expect(await storage.exists('private', 'a/b')).toBe(false);
    await expect(storage.read('private', 'a/b')).rejects.toBeInstanceOf(StorageMissing);
  });

  it('names what is too large for memory by its hash', async () => {
    const received = await storage.receive(
      'private',
      Readable.from([Buffer.from('ab'), Buffer.from('c')]),
      (hash) => hash.slice(0, 8),
    );
    expect(received).toEqual({ key: 'ba7816bf', size: 3 });
    expect(await text(await storage.read('private', 'ba7816bf'))).toBe('abc');
  });

  it('keeps nothing of a source that fails', async () => {
    async function* failing() {
      yield Buffer.from('a');
      throw new Error('The line was cut.');
    }
    const keyOf = jest.fn();
    await expect(storage.receive('private', Readable.from(failing()), keyOf)).rejects.toThrow('cut');
    expect(keyOf).not.toHaveBeenCalled();
    const left = readdirSync(dataDir, { recursive: true }).filter((name) =>
      String(name).includes('arriving-'),
    );
    expect(left).toEqual([]);
  });

  it.each(['../secret', 'a/../../b', '/etc/passwd', 'a//b', ''])('takes no key like %j', async (key) => {
    await expect((async () => storage.read('media', key))()).rejects.toThrow('Not a storage key.');
  });
});

describe('a bucket', () => {
  it('is told how long pictures may be cached, and what they are', async () => {
    await remote().put('media', '4f/4f3c-800.avif', Buffer.from('x'));
    await remote().put('private', '4f/4f3c', Buffer.from('x'));
    expect(s3.objects.get('media/4f/4f3c-800.avif')).toMatchObject({
      type: 'image/avif',
      caching: 'public, max-age=31536000, immutable',
    });
    expect(s3.objects.get('private/4f/4f3c')?.caching).toBeUndefined();
  });

  const everyCall = (storage: Storage) =>
    Promise.allSettled([
      storage.put('media', KEY, Buffer.from('x')),
      storage.receive('private', Readable.from([Buffer.from('x')]), () => 'key'),
      storage.read('media', KEY),
      storage.exists('media', KEY),
      storage.delete('media', KEY),
    ]);
  const unavailable = { status: 'rejected', reason: expect.any(StorageUnavailable) };

  it.each(['failing', 'gone'] as const)('that is %s is an error of its own, of every call', async (how) => {
    const storage = remote();
    s3.break(how);
    for (const result of await everyCall(storage)) expect(result).toMatchObject(unavailable);
    s3.mend();
    expect(await storage.exists('media', KEY)).toBe(true);
  });

  it('refuses whoever has not its secret', async () => {
    for (const result of await everyCall(remote({ S3_SECRET_ACCESS_KEY: 'another' })))
      expect(result).toMatchObject(unavailable);
  });

  it('is missing, not empty, when it has another name', async () => {
    await expect(remote({ S3_BUCKET: 'another' }).read('media', KEY)).rejects.toBeInstanceOf(
      StorageUnavailable,
    );
  });
});
