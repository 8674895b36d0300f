import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Storage, type Area, type ByteRange, type Received } from './storage';

@Injectable()
export class DiskStorage extends Storage {
  constructor(private readonly config: Config) {
    super();
  }

  /** Written beside and renamed, so that a killed process leaves no half file under a key. */
  async put(area: Area, key: string, bytes: Buffer): Promise<void> {
    const path = this.path(area, key);
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.${randomUUID()}`;
    await writeFile(partial, bytes);
    await rename(partial, path);
  }

  async receive(area: Area, source: Readable, keyOf: (hash: string) => string): Promise<Received> {
    const partial = this.path(area, `arriving-${randomUUID()}`);
    await mkdir(dirname(partial), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    async function* measured(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    }
    try {
      await pipeline(source, measured, createWriteStream(partial));
      const key = keyOf(hash.digest('hex'));
      const path = this.path(area, key);
      await mkdir(dirname(path), { recursive: true });
      await rename(partial, path);
      return { key, size };
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async read(area: Area, key: string, range?: ByteRange | null): Promise<Readable> {
    const path = this.path(area, key);
    await access(path);
    return createReadStream(path, range ?? {});
  }

  exists(area: Area, key: string): Promise<boolean> {
    return access(this.path(area, key)).then(
      () => true,
      () => false,
    );
  }

  async delete(area: Area, key: string): Promise<void> {
    await rm(this.path(area, key), { force: true });
  }

  /** Keys are made by us; this catches a mistake before it leaves the folder. */
  private path(area: Area, key: string): string {
    if (!/^[\w-]+(\/[\w-]+)*(\.\w+)?$/.test(key)) throw new Error('Not a storage key.');
    return join(this.config.dataDir, area, key);
  }
}
