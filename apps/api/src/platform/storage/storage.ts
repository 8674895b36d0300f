import type { Readable } from 'node:stream';
import { Unavailable } from '../http/errors';

/**
 * Where files lie. `media` is public and served for ever under its key, which is made of the content's hash;
 * `private` is only read through the API.
 */
export type Area = 'media' | 'private';

/** Of a file, the last one included. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface Received {
  key: string;
  /** Bytes. */
  size: number;
}

/** Of a file below the root of the storage. Keys are made by us; this catches a mistake before it leaves the area. */
export function pathOf(area: Area, key: string): string {
  if (!/^[\w-]+(\/[\w-]+)*(\.\w+)?$/.test(key)) throw new Error('Not a storage key.');
  return `${area}/${key}`;
}

/** There is no file under the key. */
export class StorageMissing extends Error {}

/** Where the files lie does not answer. */
export class StorageUnavailable extends Unavailable {
  constructor(cause: unknown) {
    super(
      'The place where files are kept does not answer. Nothing was changed; try again in a moment.',
      10,
      cause,
    );
  }
}

export abstract class Storage {
  /** Keeps the bytes under the key; writing the same key again changes nothing. */
  abstract put(area: Area, key: string, bytes: Buffer): Promise<void>;
  /**
   * The same for what is too large for memory; its key is made of its SHA-256 in hex, which is known at its end. Keeps
   * nothing when the source fails.
   */
  abstract receive(area: Area, source: Readable, keyOf: (hash: string) => string): Promise<Received>;
  /** All of it, or a range that lies within. @throws StorageMissing */
  abstract read(area: Area, key: string, range?: ByteRange | null): Promise<Readable>;
  abstract exists(area: Area, key: string): Promise<boolean>;
  /** Nothing happens when there is none. */
  abstract delete(area: Area, key: string): Promise<void>;
}
