import type { Readable } from 'node:stream';

/**
 * Where files lie. `media` is public and served for ever under its key, which is made of the content's hash;
 * `private` is only read through the API.
 */
export type Area = 'media' | 'private';

export abstract class Storage {
  /** Keeps the bytes under the key; writing the same key again changes nothing. */
  abstract put(area: Area, key: string, bytes: Buffer): Promise<void>;
  abstract read(area: Area, key: string): Promise<Readable>;
  abstract exists(area: Area, key: string): Promise<boolean>;
}
