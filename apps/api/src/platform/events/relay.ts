import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not, type FindOptionsWhere } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../database/database';
import { Housekeeping } from '../jobs/housekeeping';
import { Events, NOBODY } from './events';
import { JobQueue } from './job-queue';
import { OutboxEntry } from './outbox-entry.entity';
import { Telling } from './telling';

const POLL_MS = 1000;
const PARALLEL = 4;
const SEEN_AT_ONCE = 16;
/** With Redis: what is late by so much was lost there, and is offered again. */
const LATE_MS = 5000;
const OFFERED_AT_ONCE = 200;
const DAY_MS = 24 * 3600_000;
/** Nobody has tried them again by then, and nobody will. */
const DEAD_DAYS = 365;

/**
 * Hands committed facts to their handlers, again and again until they succeed: in this process, or with Redis through a
 * queue to whichever has room. Only who claims an entry in the database works on it.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Relay');
  /** With the names of their handlers. */
  private readonly running = new Map<Promise<void>, string>();
  private queue?: JobQueue;
  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;
  private again = false;
  /** The last entry that was offered again in this pass over all that are late. */
  private offeredTo = 0;
  private readonly stop = new AbortController();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly events: Events,
    private readonly telling: Telling,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(OutboxEntry, () => ({
      ...{ doneAt: LessThan(daysAgo(config.outboxDays)), deadAt: IsNull() },
      type: Not(In(events.keptTypes)),
    }));
    housekeeping.contribute(OutboxEntry, () => ({ deadAt: LessThan(daysAgo(DEAD_DAYS)) }));
    // of handlers that no version has any more
    housekeeping.contribute(OutboxEntry, () => ({
      ...{ doneAt: IsNull(), createdAt: LessThan(daysAgo(config.outboxDays)) },
      handler: Not(In([NOBODY, ...events.names])),
    }));
  }

  async onApplicationBootstrap(): Promise<void> {
    const { redisUrl, worker } = this.config;
    const laneOf = (name: string) => (this.events.laneOf(name) ? name : undefined);
    if (redisUrl) this.queue = await JobQueue.open(redisUrl, laneOf);
    const { queue } = this;
    if (queue) this.events.onDue((waiting) => void queue.offer(waiting));
    if (worker === 'off') return;
    // one process has SQLite's file, so whoever holds a lease is dead
    if (this.database.isSqlite)
      await this.outbox.update({ lockedUntil: Not(IsNull()) }, { lockedUntil: null });
    if (queue) this.serve(queue);
    else this.events.onDue(() => this.nudge());
    this.timer = setInterval(() => this.nudge(), POLL_MS).unref();
    this.nudge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    clearInterval(this.timer);
    await this.round;
    const working = () => Promise.allSettled(this.running.keys());
    await (this.queue ? this.queue.close(working) : working());
  }

  /** Resolves when nothing is due any more; for tests and the seeder. */
  async drained(): Promise<void> {
    while (await this.isBusy()) {
      if (!this.round && this.running.size === 0) this.nudge();
      await this.round;
      if (this.running.size > 0) await Promise.race(this.running.keys());
      await (this.queue ? wait(POLL_MS / 100) : nextTurn());
    }
  }

  private async isBusy(): Promise<boolean> {
    if (this.isWorking || (await this.outbox.existsBy(this.due(this.events.names)))) return true;
    // while that was asked, what was due may have been taken
    return this.isWorking;
  }

  private get isWorking(): boolean {
    return this.round !== undefined || this.running.size > 0;
  }

  private nudge(): void {
    if (this.stop.signal.aborted) return;
    if (this.round) {
      this.again = true;
      return;
    }
    this.round = this.look()
      .catch((error: unknown) => this.logger.error({ err: error }, 'Could not read the outbox'))
      .finally(() => {
        this.round = undefined;
        if (this.again) {
          this.again = false;
          this.nudge();
        }
      });
  }

  private async look(): Promise<void> {
    if (this.queue) await this.offerLate(this.queue);
    if (!this.queue || this.queue.isAwayForLong) await this.takeDue();
  }

  private async takeDue(): Promise<void> {
    const names = [...this.events.names].filter((name) => this.hasRoom(name));
    if (names.length === 0) return;
    const entries = await this.outbox.find({
      where: this.due(names),
      order: { runAt: 'ASC', id: 'ASC' },
      take: SEEN_AT_ONCE,
    });
    for (const entry of entries) {
      if (this.hasRoom(entry.handler) && (await this.telling.claim(entry))) void this.start(entry);
    }
    // behind many of one handler, which has no room now, others may stand
    if (entries.length === SEEN_AT_ONCE) this.again = true;
  }

  private hasRoom(name: string): boolean {
    const atOnce = this.events.laneOf(name);
    let before = 0;
    for (const other of this.running.values())
      if (atOnce ? other === name : !this.events.laneOf(other)) before += 1;
    return before < (atOnce ?? PARALLEL);
  }

  private due(names: Iterable<string>, and: FindOptionsWhere<OutboxEntry> = {}) {
    const now = new Date();
    const base = { handler: In([NOBODY, ...names]), doneAt: IsNull(), runAt: LessThanOrEqual(now), ...and };
    return [
      { ...base, lockedUntil: IsNull() },
      { ...base, lockedUntil: LessThan(now) },
    ];
  }

  private serve(queue: JobQueue): void {
    const work = (id: number) => this.takeOne(id);
    queue.serve(undefined, PARALLEL, work);
    for (const [name, atOnce] of this.events.ownLanes) queue.serve(name, atOnce, work);
  }

  /** What the queue has handed to this process. Nothing when somebody else has it, or has done it. */
  private async takeOne(id: number): Promise<void> {
    const entry = await this.outbox.findOneBy(this.due(this.events.names, { id }));
    if (!entry || this.stop.signal.aborted) return;
    if (await this.telling.claim(entry)) await this.start(entry);
  }

  /** What failed before, and what is late: the queue has it no longer, or takes it for the same. */
  private async offerLate(queue: JobQueue): Promise<void> {
    const late = LessThanOrEqual(new Date(Date.now() - LATE_MS));
    const rest = MoreThan(this.offeredTo);
    const found = await this.outbox.find({
      where: [{ runAt: late }, { attempts: MoreThan(0) }].flatMap((and) =>
        this.due(this.events.names, { ...and, id: rest }),
      ),
      order: { id: 'ASC' },
      take: OFFERED_AT_ONCE,
      select: { id: true, handler: true },
    });
    this.offeredTo = found.length === OFFERED_AT_ONCE ? (found.at(-1)?.id ?? 0) : 0;
    await queue.offer(found);
  }

  private start(entry: OutboxEntry): Promise<void> {
    const run = this.telling.tell(entry, this.stop.signal).finally(() => {
      this.running.delete(run);
      if (!this.queue || this.queue.isAwayForLong) this.nudge();
    });
    this.running.set(run, entry.handler);
    return run;
  }

  private get outbox() {
    return this.database.repository(OutboxEntry);
  }
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
