import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';

/**
 * TypeORM's SQLite drivers share one connection and one query runner among all callers, so parallel transactions
 * would nest in one another. Here every caller has a runner of its own behind a first-in-first-out lock: a
 * transaction owns the connection from BEGIN to COMMIT or ROLLBACK, and every other statement waits for it.
 */
class FifoLock {
  private tail: Promise<void> = Promise.resolve();

  async acquire(): Promise<() => void> {
    let release: () => void = () => undefined;
    const before = this.tail;
    this.tail = new Promise<void>((resolve) => (release = resolve));
    await before;
    return release;
  }
}

/** Of the transaction that is open where it is asked for. */
const held = new AsyncLocalStorage<FifoLock>();

type SqliteDriver = ConstructorParameters<typeof BetterSqlite3QueryRunner>[0];

export function serializeSqlite(dataSource: DataSource): DataSource {
  const lock = new FifoLock();
  const statements = new Map();
  const driver = dataSource.driver as SqliteDriver;

  class SerialQueryRunner extends BetterSqlite3QueryRunner {
    private unlock?: () => void;

    constructor() {
      super(driver);
      // prepared statements belong to the connection, which all runners share
      Reflect.set(this, 'stmtCache', statements);
    }

    override async startTransaction(level?: Parameters<QueryRunner['startTransaction']>[0]): Promise<void> {
      if (this.unlock) return super.startTransaction(level);
      this.refuseStray();
      this.unlock = await lock.acquire();
      try {
        await super.startTransaction(level);
      } catch (error) {
        this.done();
        throw error;
      }
    }

    override async commitTransaction(): Promise<void> {
      await super.commitTransaction(); // when it fails the caller rolls back, which releases
      if (!this.isTransactionActive) this.done();
    }

    override async rollbackTransaction(): Promise<void> {
      try {
        await super.rollbackTransaction();
      } finally {
        if (!this.isTransactionActive) this.done();
      }
    }

    override async release(): Promise<void> {
      if (this.unlock && this.isTransactionActive) await this.rollbackTransaction().catch(() => undefined);
      this.done();
      return super.release();
    }

    // `never` fits every overload of the driver's own signature
    override async query(sql: string, parameters?: unknown[], structured?: boolean): Promise<never> {
      const values = boundValues(parameters);
      if (this.unlock) return (await super.query(sql, values, structured)) as never;
      this.refuseStray();
      const unlock = await lock.acquire();
      try {
        return (await super.query(sql, values, structured)) as never;
      } finally {
        unlock();
      }
    }

    private done(): void {
      this.unlock?.();
      this.unlock = undefined;
    }

    /** It would wait for the transaction that waits for it. */
    private refuseStray(): void {
      if (held.getStore() === lock) {
        throw new Error(
          'A query outside the open unit of work: use Database.manager, not a repository kept from before.',
        );
      }
    }
  }

  driver.createQueryRunner = () => new SerialQueryRunner();
  const manager = dataSource.manager;
  const transaction = manager.transaction.bind(manager) as EntityManager['transaction'];
  manager.transaction = (async (first: unknown, second?: unknown) => {
    const work = (second ?? first) as (manager: EntityManager) => Promise<unknown>;
    const marked = (inner: EntityManager) => held.run(lock, () => work(inner));
    return second ? transaction(first as 'READ COMMITTED', marked) : transaction(marked);
  }) as EntityManager['transaction'];
  return dataSource;
}

/** libsql takes a single `null` for an (absent) object of named parameters; in a list it is a value. */
const boundValues = (parameters?: unknown[]) =>
  parameters?.length === 1 && parameters[0] === null ? [parameters] : parameters;
