import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Storage, type Area } from './storage';

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

  async read(area: Area, key: string): Promise<Readable> {
    const path = this.path(area, key);
    await access(path);
    return createReadStream(path);
  }

  exists(area: Area, key: string): Promise<boolean> {
    return access(this.path(area, key)).then(
      () => true,
      () => false,
    );
  }

  /** Keys are made by us; this catches a mistake before it leaves the folder. */
  private path(area: Area, key: string): string {
    if (!/^[\w-]+(\/[\w-]+)*(\.\w+)?$/.test(key)) throw new Error('Not a storage key.');
    return join(this.config.dataDir, area, key);
  }
}
