import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { Database } from '../database/database';
import { Housekeeping } from '../jobs/housekeeping';
import { ChangeEntry } from './change-entry.entity';
import { Changes } from './changes';
import { Freshness } from './freshness';

const LOOK_MS = 250;
/** Without a look for so long, nothing is known of what the others have changed. */
const BLIND_MS = 1000;
/** Between taking a number and its commit passes a moment: so long an entry may still appear before later ones. */
const OVERLAP_MS = 3000;
const KEPT_MS = 600_000;

/** Hears what other processes on the same database have changed, within a second. */
@Injectable()
export class ChangeLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ChangeLog.name);
  private timer?: NodeJS.Timeout;
  private look?: Promise<void>;
  private lookedAt = -Infinity;
  /** Highest number at each look of late, oldest first. */
  private marks: { id: number; at: number }[] = [];
  private readonly heard = new Set<number>();

  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly freshness: Freshness,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(ChangeEntry, () => ({ madeAt: LessThan(new Date(Date.now() - KEPT_MS)) }));
  }

  /** Whether all is known that was changed until a second ago. */
  get isCurrent(): boolean {
    return this.database.isSqlite || performance.now() - this.lookedAt < BLIND_MS;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.database.isSqlite) return;
    await this.next();
    this.timer = setInterval(() => void this.next(), LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.look;
  }

  private next(): Promise<void> {
    this.look ??= this.read()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Could not read what others have changed'))
      .finally(() => (this.look = undefined));
    return this.look;
  }

  private async read(): Promise<void> {
    const at = performance.now();
    // entries of a time that nobody could look at may have gone
    if (at - this.lookedAt > KEPT_MS / 2) this.freshness.forget();
    const entries = this.database.repository(ChangeEntry);
    const highest = (await entries.maximum('id')) ?? 0;
    const [settled] = this.marks;
    if (settled) {
      const others = { id: MoreThan(settled.id), origin: Not(this.changes.origin) };
      for (const { id, topics } of await entries.find({ where: others })) {
        if (!this.heard.has(id)) this.freshness.changed(topics);
        this.heard.add(id);
      }
    }
    this.marks.push({ id: highest, at });
    while (this.marks[1] && at - this.marks[1].at > OVERLAP_MS) this.marks.shift();
    for (const id of this.heard) if (id <= (this.marks[0]?.id ?? 0)) this.heard.delete(id);
    this.lookedAt = at;
  }
}
