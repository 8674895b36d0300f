import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import mysql2 from 'mysql2';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../../config/config';
import { migrations } from './migrations';
import { serializeSqlite } from './sqlite-serial';

type EntityClasses = NonNullable<DataSourceOptions['entities']>;

export function databaseOptions(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  entities: EntityClasses,
): DataSourceOptions {
  const common = {
    entities,
    migrations,
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    logging: false,
  };
  const url = config.databaseUrl;
  if (url && !url.startsWith('sqlite:')) {
    return {
      ...common,
      type: 'mariadb',
      url,
      // TypeORM's error says where a query came from; a stack for each one that succeeds is 4 % of a checkout's time
      trace: false,
      timezone: 'Z',
      charset: 'utf8mb4_unicode_ci',
      supportBigNumbers: true,
      bigNumberStrings: false,
      poolSize: 10,
      driver: { ...mysql2, createPool: readCommitted },
    };
  }
  const file = url?.replace(/^sqlite:(\/\/)?/, '') || join(config.dataDir, 'souk.sqlite');
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return {
    ...common,
    type: 'better-sqlite3',
    database: file,
    // libsql ships prebuilt in its package and speaks better-sqlite3's interface: nothing to compile
    driver: createRequire(__filename)('libsql'),
    enableWAL: file !== ':memory:',
    timeout: 1000,
    // 100, the default, is soon full, and what falls out is prepared anew
    statementCacheSize: 500,
    prepareDatabase: (database: Sqlite) => {
      claimSqlite(database);
      rememberReaders(database);
    },
  };
}

/**
 * A plain read followed by an update fails under MariaDB's snapshot isolation with any stricter level. Said once for
 * every connection; TypeORM's own option says it before every transaction.
 */
function readCommitted(options: mysql2.PoolOptions): mysql2.Pool {
  const pool = mysql2.createPool(options);
  pool.on('connection', (connection) =>
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (error) => {
      if (error) connection.destroy();
    }),
  );
  return pool;
}

interface Sqlite {
  pragma(sql: string): unknown;
  exec(sql: string): unknown;
  prepare(sql: string): { readonly reader: boolean };
}

/** One process at a time: two would each believe that they hold the queue of all writes. */
function claimSqlite(database: Sqlite): void {
  database.pragma('locking_mode = EXCLUSIVE');
  // libsql defaults to FULL, ten times slower; NORMAL loses nothing in a crash of the process with WAL
  database.pragma('synchronous = NORMAL');
  // an empty transaction takes the lock now rather than with the first write
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

/** Whether a statement answers with rows never changes. libsql finds it out each time that TypeORM asks: before every run. */
function rememberReaders(database: Sqlite): void {
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    const statement = prepare(sql);
    return Object.defineProperty(statement, 'reader', { value: statement.reader });
  };
}

/** @throws Error that says so when another process has the SQLite file */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  try {
    return await newDataSource(options).initialize();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    throw new Error(
      'Another process uses this SQLite database. Stop it first, or set DATABASE_URL to a MariaDB server.',
    );
  }
}

function newDataSource(options: DataSourceOptions): DataSource {
  const dataSource = new DataSource(options);
  return options.type === 'better-sqlite3' ? serializeSqlite(dataSource) : dataSource;
}
