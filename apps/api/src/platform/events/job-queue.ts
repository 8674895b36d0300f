import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import type { Redis, RedisOptions } from 'ioredis';
import type { Waiting } from './events';

const PREFIX = 'souk';
/** Nobody waits longer until Redis has taken what is handed over. */
const PATIENCE_MS = 1000;
const RECONNECT_MS = 500;
/** Without Redis for so long, processes that run jobs do so by themselves. */
const LONG_MS = 15_000;
/** Closing waits no longer for a Redis that does not answer. */
const FAREWELL_MS = 1000;

type Lib = typeof import('bullmq');

/**
 * Carries ids of outbox entries to whichever process has room, through BullMQ. The entries stay the truth: what is lost
 * here is offered again, and what is here twice is done once.
 */
export class JobQueue {
  private readonly logger = new Logger('Jobs');
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private readonly connections: Redis[] = [];
  private awaySince: number | null = Date.now();
  private isAwayTold = false;
  private isClosing = false;

  private constructor(
    private readonly lib: Lib,
    private readonly producer: Redis,
    private readonly connect: (options: RedisOptions) => Redis,
    /** A handler's lane; undefined: the common one. */
    private readonly laneOf: (handler: string) => string | undefined,
  ) {
    this.connections.push(producer);
    producer
      .on('ready', () => this.note(true))
      .on('close', () => this.note(false))
      .on('error', () => undefined);
  }

  /** Loads what it needs, which is nothing for a process without Redis. */
  static async open(url: string, laneOf: (handler: string) => string | undefined): Promise<JobQueue> {
    const [lib, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    const connect = (options: RedisOptions) =>
      new Redis(url, { retryStrategy: (tries) => Math.min(tries * 50, RECONNECT_MS), ...options });
    // what cannot be handed over now is not kept here: it is in the table
    const producer = connect({
      ...{ enableOfflineQueue: false, maxRetriesPerRequest: 0 },
      ...{ connectTimeout: PATIENCE_MS, commandTimeout: PATIENCE_MS, socketTimeout: 2 * PATIENCE_MS },
    });
    const queue = new JobQueue(lib, producer, connect, laneOf);
    await new Promise<void>((answered) => {
      producer.once('ready', answered).once('close', answered);
    });
    return queue;
  }

  get isAwayForLong(): boolean {
    return this.awaySince !== null && Date.now() - this.awaySince > LONG_MS;
  }

  /** What it does not take now is offered again. Never rejects. */
  async offer(waiting: Waiting[]): Promise<void> {
    if (waiting.length === 0 || this.producer.status !== 'ready') return;
    const lanes = new Set(waiting.map(({ handler }) => this.laneOf(handler)));
    try {
      for (const lane of lanes) {
        const some = waiting.filter(({ handler }) => this.laneOf(handler) === lane);
        await this.queueOf(lane).addBulk(some.map(toJob));
      }
      this.note(true);
    } catch (error) {
      this.note(false, error);
    }
  }

  /** From now on entries of this lane are handed to this process. @param lane undefined: the common one */
  serve(lane: string | undefined, atOnce: number, work: (id: number) => Promise<void>): void {
    // its commands wait for Redis, as long as it takes
    const connection = this.connect({ maxRetriesPerRequest: null });
    this.connections.push(connection);
    const duplicate = connection.duplicate.bind(connection);
    // for the one on which BullMQ waits: all are ended with the process, whatever they wait for
    connection.duplicate = (options) => {
      const another = duplicate(options);
      this.connections.push(another);
      return another;
    };
    const worker = new this.lib.Worker<{ id: number }>(nameOf(lane), ({ data }) => work(data.id), {
      ...{ connection, prefix: PREFIX, skipVersionCheck: true, concurrency: atOnce },
      ...{ removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
      ...{ runRetryDelay: PATIENCE_MS, maxStalledCount: 100 },
    });
    // that Redis is away is said once, and what is not counted there is in the table
    worker.on('error', (error) => this.logger.debug({ err: error }, 'A lane of the queue is disturbed'));
    this.workers.push(worker);
  }

  /** @param working what was handed over and is being done */
  async close(working: () => Promise<unknown>): Promise<void> {
    this.isClosing = true;
    const isThere = this.producer.status === 'ready';
    const closing = Promise.allSettled([
      // without Redis a worker would wait for its answer, its timers running, for ever
      ...this.workers.map((worker) => worker.close(!isThere)),
      ...[...this.queues.values()].map((queue) => queue.close()),
    ]);
    await working();
    if (isThere) await Promise.race([closing, wait(FAREWELL_MS, undefined, { ref: false })]);
    for (const connection of this.connections) connection.disconnect();
  }

  private queueOf(lane: string | undefined): Queue {
    const name = nameOf(lane);
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new this.lib.Queue(name, {
      ...{ connection: this.producer, prefix: PREFIX, skipVersionCheck: true, skipWaitingForReady: true },
      streams: { events: { maxLen: 100 } },
    });
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }

  /** Says when it goes and when it returns. */
  private note(isThere: boolean, error?: unknown): void {
    if (this.isClosing) return;
    this.awaySince = isThere ? null : (this.awaySince ?? Date.now());
    if (isThere !== this.isAwayTold) return;
    this.isAwayTold = !isThere;
    if (isThere) this.logger.warn('The queue hands out jobs again.');
    else this.logger.warn({ err: error }, 'The queue does not answer: jobs wait in the database.');
  }
}

const nameOf = (lane: string | undefined) => (lane ? `jobs-${lane}` : 'jobs');

/** An id of its own: the same entry is never in the queue twice. BullMQ takes no plain number. */
const toJob = ({ id, handler }: Waiting) => ({
  name: handler,
  data: { id },
  opts: { jobId: `entry-${id}`, removeOnComplete: true, removeOnFail: true },
});
