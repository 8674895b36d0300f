import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  In,
  type EntityTarget,
  type FindOptionsSelect,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../database/database';
import { PeriodicJob } from './periodic-job';

const EVERY_MS = 10 * 60_000;
/** Rows per unit of work: others wait for no longer than that takes. */
const BATCH = 200;

/** Where every table whose rows have an end says which of them have reached it. */
@Injectable()
export class Housekeeping extends PeriodicJob {
  private readonly rounds: (() => Promise<void>)[] = [];
  private isStopping = false;

  constructor(
    config: Config,
    private readonly database: Database,
  ) {
    super(config, EVERY_MS);
  }

  /** `served` is asked anew for every batch; rows that cascade from those that it names go with them. */
  contribute<T extends ObjectLiteral>(entity: EntityTarget<T>, served: () => FindOptionsWhere<T>): void {
    this.contributeWork(() => this.deleteBatch(entity, served()));
  }

  /** For what is more than rows. @param end ends at most so many, and tells how many it has */
  contributeWork(end: (most: number) => Promise<number>): void {
    this.rounds.push(async () => {
      while ((await end(BATCH)) === BATCH && !this.isStopping) await nextTurn();
    });
  }

  async work(): Promise<void> {
    for (const round of this.rounds) await round();
  }

  override async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await super.beforeApplicationShutdown();
  }

  private deleteBatch<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
  ): Promise<number> {
    return this.database.run(async () => {
      const rows = this.database.repository(entity);
      const key = rows.metadata.primaryColumns[0]?.propertyName ?? 'id';
      const found = await rows.find({ select: { [key]: true } as FindOptionsSelect<T>, where, take: BATCH });
      if (found.length === 0) return 0;
      // the condition again: a row may have been used since it was read
      const ids = { [key]: In(found.map((row) => row[key])) };
      await rows.delete({ ...where, ...ids });
      return found.length;
    });
  }
}
