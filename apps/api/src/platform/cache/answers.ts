import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ChangeLog } from './change-log';
import { Freshness } from './freshness';
import type { Topic } from './topics';

const BYTES_MAX = 34 * 1024 * 1024;
/** What one answer takes beside its bytes, about. */
const OVERHEAD = 700;
const COMPRESSED_FROM = 1024;
/** Answers of so many characters are kept when they are asked for again: what one visitor searches for pushes nobody's out. */
const LONG_FROM = 8 * 1024;
/** Addresses of long answers that were asked for last. */
const ASKED_MAX = 2000;

export type Encoding = 'br' | 'gzip';

const COMPRESS = {
  // 11, the default, takes a hundred times as long for a tenth less
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** An answer as it leaves, with what it was made of. */
export class Answer {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();
  private encodedBytes = 0;

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

  get bytes(): number {
    return this.body.length + this.encodedBytes;
  }

  /** Made when it is first asked for, once. */
  in(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding) ?? this.encode(encoding);
    this.encoded.set(encoding, known);
    return known;
  }

  private async encode(encoding: Encoding): Promise<Buffer> {
    const bytes = await COMPRESS[encoding](this.body);
    this.encodedBytes += bytes.length;
    return bytes;
  }
}

/** Public answers as bytes, by address, as long as nothing that they show has changed; in this process's memory. */
@Injectable()
export class Answers {
  private readonly kept = new LRUCache<string, Answer>({
    maxSize: BYTES_MAX,
    sizeCalculation: ({ bytes }, url) => bytes + url.length + OVERHEAD,
  });

  private readonly making = new Map<string, { finished: Promise<void>; isAwaited: boolean }>();
  private readonly asked = new LRUCache<string, true>({ max: ASKED_MAX });

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

  /** While somebody else's is being made: many who come for the same cost as much as one. */
  inTheMaking(url: string): Promise<void> | undefined {
    const making = this.making.get(url);
    if (making) making.isAwaited = true;
    return making?.finished;
  }

  /** @returns what ends the waiting of others, whether or not there is an answer to keep */
  begin(url: string): () => void {
    if (this.making.has(url)) return () => undefined;
    let finish: () => void = () => undefined;
    let isFinished = false;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    this.making.set(url, { finished, isAwaited: false });
    return () => {
      if (isFinished) return;
      isFinished = true;
      this.making.delete(url);
      finish();
    };
  }

  /** Whether the answer to this is worth its room: short ones are, long ones when somebody else asks too. */
  wants(url: string, length: number): boolean {
    if (length < LONG_FROM || this.making.get(url)?.isAwaited) return true;
    const isAskedAgain = this.asked.has(url);
    this.asked.set(url, true);
    return isAskedAgain;
  }

  keep(url: string, answer: Answer): void {
    this.kept.set(url, answer);
  }

  async encoded(url: string, answer: Answer, encoding: Encoding): Promise<Buffer> {
    const before = answer.bytes;
    const body = await answer.in(encoding);
    // weighed anew, unless another one has taken its place
    if (answer.bytes > before && this.kept.peek(url) === answer) this.kept.set(url, answer);
    return body;
  }
}
