import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a stream has brought, in a file that is gone afterwards unless somebody has moved it. */
export interface Arrived {
  path: string;
  /** SHA-256 in hex. */
  hash: string;
  /** Bytes. */
  size: number;
}

/** Lets a stream arrive in the folder, where its hash is known at its end. Keeps nothing when the source or `use` fails. */
export async function arriveIn<T>(
  folder: string,
  source: Readable,
  use: (arrived: Arrived) => Promise<T>,
): Promise<T> {
  const path = join(folder, `arriving-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  const hash = createHash('sha256');
  let size = 0;
  async function* measured(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  // open before anything can fail: a file that is opened afterwards would stay
  const file = await open(path, 'w');
  try {
    await pipeline(source, measured, file.createWriteStream());
    return await use({ path, hash: hash.digest('hex'), size });
  } finally {
    await rm(path, { force: true });
  }
}
