import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  DataSource,
  QueryFailedError,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
  type SelectQueryBuilder,
} from 'typeorm';

const ATTEMPTS = 8;
/** MariaDB: lock wait timeout, deadlock, record changed since last read. */
const RETRIED = new Set([1205, 1213, 1020]);
/** MariaDB: duplicate entry. SQLite: unique or primary key. */
const DUPLICATE = new Set<unknown>([1062, 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

interface Unit {
  database: Database;
  manager: EntityManager;
  beforeCommit: (() => Promise<void>)[];
  afterCommit: (() => void)[];
}

/** One for all: every storage that was ever used costs something at every promise of the process. */
const units = new AsyncLocalStorage<Unit>();

/** The one door to the database: reads go through `manager`, every write runs in a unit of work. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of the open unit of work, or of plain reads. Never keep it. */
  get manager(): EntityManager {
    return this.open?.manager ?? this.dataSource.manager;
  }

  get isSqlite(): boolean {
    return this.dataSource.options.type === 'better-sqlite3';
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /**
   * Opens a transaction, or joins the open one. The whole function is run again when MariaDB chose it as the victim
   * of a conflict, so it must have no effect outside the database, and must not wait for the network.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.open) return work();
    for (let attempt = 1; ; attempt += 1) {
      const afterCommit: (() => void)[] = [];
      try {
        const result = await this.dataSource.manager.transaction((manager) => {
          const beforeCommit: Unit['beforeCommit'] = [];
          return units.run({ database: this, manager, beforeCommit, afterCommit }, async () => {
            const done = await work();
            for (const last of beforeCommit) await last();
            return done;
          });
        });
        for (const effect of afterCommit) effect();
        return result;
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRIED.has(errorNumber(error))) throw error;
        await wait(Math.random() * 2 ** attempt * 4);
      }
    }
  }

  /** What the open unit of work can be known by; undefined when there is none. */
  get unit(): object | undefined {
    return this.open;
  }

  /** Runs in the open unit of work, when all else in it is done; at once when there is none. */
  async beforeCommit(last: () => Promise<void>): Promise<void> {
    const unit = this.open;
    if (unit) unit.beforeCommit.push(last);
    else await last();
  }

  /** Runs when the open unit of work has committed; at once when there is none. */
  afterCommit(effect: () => void): void {
    const unit = this.open;
    if (unit) unit.afterCommit.push(effect);
    else effect();
  }

  /** Row lock until the unit of work ends. SQLite has one writer at a time anyway and knows no such clause. */
  locked<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
    return this.isSqlite ? query : query.setLock('pessimistic_write');
  }

  private get open(): Unit | undefined {
    const unit = units.getStore();
    return unit?.database === this ? unit : undefined;
  }

  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }

  async pendingMigrations(): Promise<boolean> {
    return this.dataSource.showMigrations();
  }
}

export function isDuplicate(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (DUPLICATE.has(errorNumber(error)) || DUPLICATE.has(driverCode(error)))
  );
}

function errorNumber(error: unknown): number {
  const driverError =
    error instanceof QueryFailedError ? (error.driverError as { errno?: number }) : undefined;
  return driverError?.errno ?? 0;
}

function driverCode(error: QueryFailedError): unknown {
  return (error.driverError as { code?: unknown }).code;
}
