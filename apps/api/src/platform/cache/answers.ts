import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ChangeLog } from './change-log';
import { Freshness } from './freshness';
import type { Topic } from './topics';

const BYTES_MAX = 48 * 1024 * 1024;
/** What one answer takes beside its bytes, about. */
const OVERHEAD = 1024;
const COMPRESSED_FROM = 1024;

export type Encoding = 'br' | 'gzip';

const COMPRESS = {
  // 11, the default, takes a hundred times as long for a tenth less
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** An answer as it leaves, with what it was made of. */
export class Answer {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly body: Buffer,
    readonly headers: Readonly<Record<string, string>>,
    readonly topics: readonly Topic[],
    /** Of `Freshness`, before the database was read. */
    readonly moment: number,
  ) {}

  get isCompressed(): boolean {
    return this.body.length >= COMPRESSED_FROM;
  }

  /** Made when it is first asked for, once. */
  in(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding) ?? COMPRESS[encoding](this.body);
    this.encoded.set(encoding, known);
    return known;
  }
}

/** Public answers as bytes, by address, as long as nothing that they show has changed; in this process's memory. */
@Injectable()
export class Answers {
  private readonly kept = new LRUCache<string, Answer>({
    maxSize: BYTES_MAX,
    // half as much again for the compressed forms
    sizeCalculation: ({ body }, url) => Math.ceil(body.length * 1.5) + url.length + OVERHEAD,
  });

  constructor(
    private readonly freshness: Freshness,
    private readonly log: ChangeLog,
  ) {}

  get moment(): number {
    return this.freshness.moment;
  }

  find(url: string): Answer | undefined {
    if (!this.log.isCurrent) return undefined;
    const answer = this.kept.get(url);
    if (!answer || !this.freshness.hasChangedSince(answer.moment, answer.topics)) return answer;
    this.kept.delete(url);
    return undefined;
  }

  keep(url: string, answer: Answer): void {
    this.kept.set(url, answer);
  }
}
