import { Injectable, Logger } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../database/database';
import { Events, NOBODY } from './events';
import { Hopeless } from './hopeless';
import { masked } from './masked';
import { OutboxEntry } from './outbox-entry.entity';

const LEASE_MS = 60_000;
/** With the pauses between them about a day. */
const MOST_ATTEMPTS = 34;
const LONGEST_PAUSE_MS = 3600_000;
/** So many failures of a handler in a row are no fault of the facts. */
const OUTAGE = 3;

/** Tells a fact to its handler, and notes what came of it. */
@Injectable()
export class Telling {
  private readonly logger = new Logger('Relay');
  /** Handler → how often it has failed since it last succeeded in this process. */
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** Nobody else works on it until the lease runs out. @returns whether it is this process's now */
  async claim({ id, lockedUntil }: OutboxEntry): Promise<boolean> {
    const { affected } = await this.outbox.update(
      { id, doneAt: IsNull(), lockedUntil: lockedUntil ?? IsNull() },
      { lockedUntil: leaseFromNow() },
    );
    return affected === 1;
  }

  /** What this process has claimed. Never rejects. */
  async tell(entry: OutboxEntry, stopping: AbortSignal): Promise<void> {
    const renewal = setInterval(() => this.renew(entry), LEASE_MS / 3).unref();
    try {
      if (entry.handler === NOBODY) return await this.enterAnew(entry);
      const fact = JSON.parse(entry.payload) as object;
      await this.events.handlerOf(entry.type, entry.handler)?.(fact, entry.id, stopping);
      await this.outbox.update({ id: entry.id }, { doneAt: new Date(), lockedUntil: null });
      await this.noteSuccess(entry);
    } catch (error) {
      const noted = error === stopping.reason ? this.handBack(entry) : this.postpone(entry, error);
      await noted.catch((lost: unknown) => this.logger.error({ err: lost }, 'Could not postpone'));
    } finally {
      clearInterval(renewal);
    }
  }

  private renew({ id }: OutboxEntry): void {
    this.outbox
      .update({ id }, { lockedUntil: leaseFromNow() })
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Could not renew a lease'));
  }

  /** What a version whose handlers had no names has left. */
  private async enterAnew(entry: OutboxEntry): Promise<void> {
    await this.database.run(async () => {
      await this.outbox.update({ id: entry.id }, { doneAt: new Date(), lockedUntil: null });
      if (this.events.namesOf(entry.type).length > 0) await this.events.enter([entry]);
    });
  }

  /** When what a handler needs is there again, nothing that waits for it waits any longer. */
  private async noteSuccess({ handler }: OutboxEntry): Promise<void> {
    const failures = this.failures.get(handler) ?? 0;
    if (failures === 0) return;
    this.failures.delete(handler);
    if (failures < OUTAGE) return;
    const now = new Date();
    await this.outbox.update({ handler, doneAt: IsNull(), runAt: MoreThan(now) }, { runAt: now });
  }

  /** For whichever process runs next. */
  private async handBack({ id }: OutboxEntry): Promise<void> {
    await this.outbox.update({ id }, { lockedUntil: null });
  }

  private async postpone(
    { id, type, handler, attempts: before }: OutboxEntry,
    error: unknown,
  ): Promise<void> {
    const attempts = before + 1;
    this.failures.set(handler, (this.failures.get(handler) ?? 0) + 1);
    const isDead = attempts >= MOST_ATTEMPTS || error instanceof Hopeless;
    const about = { err: error, event: type, handler, eventId: id, attempt: attempts };
    if (isDead) this.logger.error(about, 'Given up: a dead letter');
    else this.logger.warn(about, 'Handler failed');
    const pause = Math.min(1000 * 2 ** attempts, LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2);
    const lastError = masked(String(error)).slice(0, 500);
    const now = new Date();
    await this.outbox.update(
      { id, doneAt: IsNull() },
      {
        ...{ attempts, lastError, lockedUntil: null },
        ...(isDead ? { doneAt: now, deadAt: now } : { runAt: new Date(now.getTime() + pause) }),
      },
    );
  }

  private get outbox() {
    return this.database.repository(OutboxEntry);
  }
}

const leaseFromNow = () => new Date(Date.now() + LEASE_MS);
