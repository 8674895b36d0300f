import { setImmediate, setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Config } from '../../config/config';

/** Nobody waits longer for Redis. */
const PATIENCE_MS = 100;
const CONNECT_MS = 1000;
/** A connection on which no answer comes for so long is made anew. */
const SILENCE_MS = 2000;
const RECONNECT_MS = 500;

/** What instances share where REDIS_URL is set. All that uses it must be able to do without. */
@Injectable()
export class SharedRedis implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(SharedRedis.name);
  private client: Redis | null = null;
  /** Commands that nobody waits for any more; until they have settled nothing else is asked. */
  private overdue = 0;
  private answers = true;

  constructor(private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    const { redisUrl } = this.config;
    if (!redisUrl) return;
    this.client = await newClient(redisUrl);
    await this.client.connect().catch((error: unknown) => this.note(error));
  }

  /** Null where none is configured. */
  get state(): 'up' | 'unreachable' | null {
    if (!this.client) return null;
    return this.client.status === 'ready' && this.overdue === 0 ? 'up' : 'unreachable';
  }

  /** Undefined when there is no Redis, or none that answers within 100 ms: then do without, now. Never rejects. */
  async attempt<T>(ask: (client: Redis) => Promise<T>): Promise<T | undefined> {
    if (!this.client || this.overdue > 0) return undefined;
    const patience = new AbortController();
    const answer = ask(this.client).finally(() => patience.abort());
    try {
      const given = await Promise.race([answer, this.giveUp(answer, patience.signal)]);
      this.note(null);
      return given;
    } catch (error) {
      this.note(error);
      return undefined;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.attempt((client) => client.quit());
    this.client?.disconnect();
  }

  /** Rejects when the time is up. */
  private async giveUp(answer: Promise<unknown>, signal: AbortSignal): Promise<never> {
    await setTimeout(PATIENCE_MS, undefined, { signal, ref: false });
    // when it was this process that was busy, the answer has come and is read first
    await setImmediate(undefined, { signal });
    this.overdue += 1;
    const settled = () => void (this.overdue -= 1);
    answer.then(settled, settled);
    throw new Error(`No answer within ${PATIENCE_MS} ms.`);
  }

  /** Says when Redis goes and when it returns. The message only: the error may hold the command, a password in it. */
  private note(error: unknown): void {
    const answers = error === null;
    if (answers === this.answers) return;
    this.answers = answers;
    if (answers) this.logger.warn('Redis answers again.');
    else
      this.logger.warn(
        `Redis does not answer; this process goes on without it. ${error instanceof Error ? error.message : ''}`,
      );
  }
}

async function newClient(url: string): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    retryStrategy: (tries) => Math.min(tries * 50, RECONNECT_MS),
    // a command fails with its connection: who asked has gone on without it
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
  // failing commands tell the same; without a listener ioredis prints every one
  return client.on('error', () => undefined);
}
