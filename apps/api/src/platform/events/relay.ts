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
import { Events } from './events';
import { OutboxEntry } from './outbox-entry.entity';

const POLL_MS = 1000;
const LEASE_MS = 60_000;
const PARALLEL = 4;
const SEEN_AT_ONCE = 50;
const MAX_ATTEMPTS = 15;
const LONGEST_PAUSE_MS = 10 * 60_000;
const DAY_MS = 24 * 3600_000;

/** Hands committed facts to their handlers in this process, again and again until they succeed. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Relay');
  /** With the types of their facts. */
  private readonly running = new Map<Promise<void>, string>();
  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;
  private again = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly events: Events,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(OutboxEntry, () => ({
      doneAt: LessThan(new Date(Date.now() - config.outboxDays * DAY_MS)),
      type: Not(In(events.keptTypes)),
    }));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.worker === 'off') return;
    const outbox = this.database.repository(OutboxEntry);
    // of an earlier version
    await outbox.update({ doneAt: IsNull(), type: Not(In(this.events.heardTypes)) }, { doneAt: new Date() });
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
    const types = this.events.heardTypes;
    return types.length > 0 && this.database.repository(OutboxEntry).existsBy(this.due(types));
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
    const types = this.events.heardTypes.filter((type) => this.hasRoom(type));
    if (types.length === 0) return;
    const entries = await this.database.repository(OutboxEntry).find({
      where: this.due(types),
      order: { runAt: 'ASC', id: 'ASC' },
      take: SEEN_AT_ONCE,
    });
    for (const entry of entries) {
      if (this.hasRoom(entry.type) && (await this.claim(entry))) this.start(entry);
    }
    // behind many of one type, for which there is no room now, others may stand
    if (entries.length === SEEN_AT_ONCE) this.again = true;
  }

  private hasRoom(type: string): boolean {
    const running = [...this.running.values()];
    if (this.events.isAlone(type)) return !running.includes(type);
    return running.filter((other) => !this.events.isAlone(other)).length < PARALLEL;
  }

  private due(types: string[]) {
    const now = new Date();
    const base = { type: In(types), doneAt: IsNull(), runAt: LessThanOrEqual(now) };
    return [
      { ...base, lockedUntil: IsNull() },
      { ...base, lockedUntil: LessThan(now) },
    ];
  }

  private async claim(entry: OutboxEntry): Promise<boolean> {
    const outbox = this.database.repository(OutboxEntry);
    const seen = entry.lockedUntil ? entry.lockedUntil : IsNull();
    const { affected } = await outbox.update(
      { id: entry.id, doneAt: IsNull(), lockedUntil: seen },
      { lockedUntil: new Date(Date.now() + LEASE_MS) },
    );
    return affected === 1;
  }

  private start(entry: OutboxEntry): void {
    const run = this.handle(entry).finally(() => {
      this.running.delete(run);
      this.nudge();
    });
    this.running.set(run, entry.type);
  }

  private async handle(entry: OutboxEntry): Promise<void> {
    const outbox = this.database.repository(OutboxEntry);
    const renewal = setInterval(() => {
      outbox
        .update({ id: entry.id }, { lockedUntil: new Date(Date.now() + LEASE_MS) })
        .catch((error: unknown) => this.logger.warn({ err: error }, 'Could not renew a lease'));
    }, LEASE_MS / 3).unref();
    try {
      const fact = JSON.parse(entry.payload) as object;
      for (const handler of this.events.handlersOf(entry.type))
        await handler(fact, entry.id, this.stop.signal);
      await outbox.update({ id: entry.id }, { doneAt: new Date(), lockedUntil: null });
    } catch (error) {
      if (error === this.stop.signal.reason) return await this.handBack(entry);
      this.logger.warn(
        { err: error, event: entry.type, eventId: entry.id, attempt: entry.attempts + 1 },
        'Handler failed',
      );
      await this.postpone(entry, error).catch((lost: unknown) =>
        this.logger.error({ err: lost }, 'Could not postpone'),
      );
    } finally {
      clearInterval(renewal);
    }
  }

  /** For whichever process runs next. */
  private async handBack({ id }: OutboxEntry): Promise<void> {
    await this.database.repository(OutboxEntry).update({ id }, { lockedUntil: null });
  }

  private async postpone(entry: OutboxEntry, error: unknown): Promise<void> {
    const attempts = entry.attempts + 1;
    const pause = Math.min(1000 * 2 ** attempts, LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2);
    await this.database.repository(OutboxEntry).update(
      { id: entry.id },
      {
        attempts,
        lastError: String(error).slice(0, 500),
        lockedUntil: null,
        runAt: new Date(Date.now() + pause),
        doneAt: attempts >= MAX_ATTEMPTS ? new Date() : null,
      },
    );
  }
}
