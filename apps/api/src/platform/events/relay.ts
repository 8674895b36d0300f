import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../database/database';
import { Housekeeping } from '../jobs/housekeeping';
import { Events, NOBODY } from './events';
import { OutboxEntry } from './outbox-entry.entity';
import { Telling } from './telling';

const POLL_MS = 1000;
const PARALLEL = 4;
const SEEN_AT_ONCE = 50;
const DAY_MS = 24 * 3600_000;
/** Nobody has tried them again by then, and nobody will. */
const DEAD_DAYS = 365;

/** Hands committed facts to their handlers in this process, again and again until they succeed. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Relay');
  /** With the names of their handlers. */
  private readonly running = new Map<Promise<void>, string>();
  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;
  private again = false;
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
    if (this.config.worker === 'off') return;
    const outbox = this.database.repository(OutboxEntry);
    // one process has SQLite's file, so whoever holds a lease is dead
    if (this.database.isSqlite) await outbox.update({ lockedUntil: Not(IsNull()) }, { lockedUntil: null });
    this.events.onPublished(() => this.nudge());
    this.timer = setInterval(() => this.nudge(), POLL_MS).unref();
    this.nudge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    clearInterval(this.timer);
    await this.round;
    await Promise.allSettled(this.running.keys());
  }

  /** Resolves when nothing is due any more; for tests and the seeder. */
  async drained(): Promise<void> {
    while (await this.isBusy()) {
      if (!this.round && this.running.size === 0) this.nudge();
      await this.round;
      if (this.running.size > 0) await Promise.race(this.running.keys());
      await nextTurn();
    }
  }

  private async isBusy(): Promise<boolean> {
    if (this.round || this.running.size > 0) return true;
    return this.database.repository(OutboxEntry).existsBy(this.due(this.events.names));
  }

  private nudge(): void {
    if (this.stop.signal.aborted) return;
    if (this.round) {
      this.again = true;
      return;
    }
    this.round = this.takeDue()
      .catch((error: unknown) => this.logger.error({ err: error }, 'Could not read the outbox'))
      .finally(() => {
        this.round = undefined;
        if (this.again) {
          this.again = false;
          this.nudge();
        }
      });
  }

  private async takeDue(): Promise<void> {
    const names = this.events.names.filter((name) => this.hasRoom(name));
    if (names.length === 0) return;
    const entries = await this.database.repository(OutboxEntry).find({
      where: this.due(names),
      order: { runAt: 'ASC', id: 'ASC' },
      take: SEEN_AT_ONCE,
    });
    for (const entry of entries) {
      if (this.hasRoom(entry.handler) && (await this.telling.claim(entry))) this.start(entry);
    }
    // behind many of one handler, which has no room now, others may stand
    if (entries.length === SEEN_AT_ONCE) this.again = true;
  }

  private hasRoom(name: string): boolean {
    const running = [...this.running.values()];
    const atOnce = this.events.laneOf(name);
    if (atOnce) return running.filter((other) => other === name).length < atOnce;
    return running.filter((other) => !this.events.laneOf(other)).length < PARALLEL;
  }

  private due(names: string[]) {
    const now = new Date();
    const base = { handler: In([NOBODY, ...names]), doneAt: IsNull(), runAt: LessThanOrEqual(now) };
    return [
      { ...base, lockedUntil: IsNull() },
      { ...base, lockedUntil: LessThan(now) },
    ];
  }

  private start(entry: OutboxEntry): void {
    const run = this.telling.tell(entry, this.stop.signal).finally(() => {
      this.running.delete(run);
      this.nudge();
    });
    this.running.set(run, entry.handler);
  }
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
