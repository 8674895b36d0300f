import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
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
      timezone: 'Z',
      charset: 'utf8mb4_unicode_ci',
      supportBigNumbers: true,
      bigNumberStrings: false,
      poolSize: 10,
      // a plain read followed by an update fails under MariaDB's snapshot isolation with any stricter level
      isolationLevel: 'READ COMMITTED',
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
    timeout: 5000,
    // libsql defaults to FULL, ten times slower; NORMAL loses nothing in a crash of the process with WAL
    prepareDatabase: (database: { pragma(sql: string): unknown }) =>
      void database.pragma('synchronous = NORMAL'),
  };
}

export function newDataSource(options: DataSourceOptions): DataSource {
  const dataSource = new DataSource(options);
  return options.type === 'better-sqlite3' ? serializeSqlite(dataSource) : dataSource;
}
