import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { arriveIn } from './arriving';
import { Storage, StorageMissing, pathOf, type Area, type ByteRange, type Received } from './storage';

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

  receive(area: Area, source: Readable, keyOf: (hash: string) => string): Promise<Received> {
    return arriveIn(join(this.config.dataDir, area), source, async ({ path: arrived, hash, size }) => {
      const key = keyOf(hash);
      const path = this.path(area, key);
      await mkdir(dirname(path), { recursive: true });
      await rename(arrived, path);
      return { key, size };
    });
  }

  async read(area: Area, key: string, range?: ByteRange | null): Promise<Readable> {
    if (!(await this.exists(area, key))) throw new StorageMissing(`There is no ${area} file ${key}.`);
    return createReadStream(this.path(area, key), range ?? {});
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

  private path(area: Area, key: string): string {
    return join(this.config.dataDir, pathOf(area, key));
  }
}
