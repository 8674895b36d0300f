import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  DataSource,
  EntitySubscriberInterface,
  InsertEvent,
  ObjectLiteral,
  RemoveEvent,
  UpdateEvent,
} from 'typeorm';
import { Database } from '../database/database';
import { ChangeEntry } from './change-entry.entity';
import { Freshness } from './freshness';
import { shownAs, type ShownAs } from './shown-as';
import { changed, summed, type Topic } from './topics';

/** Rows of one kind that a unit of work may name one by one. */
const NAMED_MAX = 100;

/**
 * Hears of every row that TypeORM writes, so that nobody who changes the catalogue needs to think of the answers that
 * show it. The topics of a unit of work are told in this process right after its commit, and written into the
 * database with it for all the others.
 */
@Injectable()
export class Changes implements EntitySubscriberInterface {
  /** Of this process. */
  readonly origin = randomUUID();
  private readonly touched = new WeakMap<object, Set<Topic>>();

  constructor(
    @InjectDataSource() dataSource: DataSource,
    private readonly database: Database,
    private readonly freshness: Freshness,
  ) {
    dataSource.subscribers.push(this);
  }

  /** For statements that TypeORM does not know the rows of. */
  async touch(topics: Topic[]): Promise<void> {
    const unit = this.database.unit;
    const known = unit && this.touched.get(unit);
    if (known) return topics.forEach((topic) => known.add(topic));
    const touched = new Set(topics);
    if (unit) this.touched.set(unit, touched);
    this.database.afterCommit(() => this.freshness.changed(touched));
    await this.database.beforeCommit(() => this.write(touched));
  }

  afterInsert({ metadata, entity }: InsertEvent<ObjectLiteral>): Promise<void> | undefined {
    const shown = shownAs(metadata.target);
    if (shown && !shown.unlessNew) return this.note(shown, entity);
  }

  afterUpdate({ metadata, entity }: UpdateEvent<ObjectLiteral>): Promise<void> | undefined {
    const shown = shownAs(metadata.target);
    if (shown) return this.note(shown, entity);
  }

  afterRemove({ metadata, databaseEntity }: RemoveEvent<ObjectLiteral>): Promise<void> | undefined {
    const shown = shownAs(metadata.target);
    if (shown) return this.note(shown, databaseEntity);
  }

  private note({ kind, idOf }: ShownAs, row: ObjectLiteral | undefined): Promise<void> {
    return this.touch(changed(kind, (row && idOf(row)) ?? null));
  }

  private async write(touched: Set<Topic>): Promise<void> {
    // no other process can have SQLite's file open
    if (this.database.isSqlite) return;
    const topics = [...touched];
    const entry = {
      origin: this.origin,
      topics: topics.length > NAMED_MAX ? summed(topics) : topics,
      madeAt: new Date(),
    };
    await this.database.repository(ChangeEntry).insert(entry);
  }
}
