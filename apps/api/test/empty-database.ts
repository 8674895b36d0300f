import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';

/**
 * Empty, of the kind that this run tests, and migrated: the first start of a process runs the migrations, and all others
 * begin with what they came to. Half of a start is spent in them.
 */
export const emptyDatabase = async (): Promise<string> =>
  process.env.TEST_DATABASE === 'mariadb' ? emptyMariaDb() : 'sqlite::memory:';

const { runMigrations } = DataSource.prototype;
DataSource.prototype.runMigrations = async function (this: DataSource, how) {
  const isInMemory = this.options.database === ':memory:';
  if (isInMemory && statements) {
    sqliteOf(this).exec(statements);
    return [];
  }
  const migrations = await runMigrations.call(this, how);
  if (isInMemory) statements = statementsFor(sqliteOf(this));
  else if (process.env.TEST_DATABASE === 'mariadb' && migrations.length > 0)
    await remember((sql) => this.query(sql));
  return migrations;
};

interface Sqlite {
  prepare(sql: string): { all(): Row[] };
  exec(sql: string): void;
}
type Row = Record<string, string | number | null>;

/** That make a migrated SQLite database. */
let statements: string | undefined;

const sqliteOf = ({ driver }: DataSource) =>
  (driver as unknown as { databaseConnection: Sqlite }).databaseConnection;

function statementsFor(database: Sqlite): string {
  const all = database.prepare('SELECT * FROM sqlite_master WHERE sql IS NOT NULL').all();
  const virtual = all.filter(({ sql }) => /^CREATE VIRTUAL/i.test(String(sql)));
  const comesAlong = ({ name }: Row) =>
    String(name).startsWith('sqlite_') || virtual.some((table) => String(name).startsWith(`${table.name}_`));
  const made = all.filter((part) => !comesAlong(part));
  const tables = made.filter(({ type }) => type === 'table');
  const rows = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => `INSERT INTO "${name}" VALUES (${Object.values(row).map(literal).join(', ')})`),
  );
  const others = made.filter(({ type }) => type !== 'table');
  return ['BEGIN', ...[...tables, ...others].map(({ sql }) => sql), ...rows, 'COMMIT'].join(';\n');
}

const literal = (value: string | number | null) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** Tables and triggers of a migrated MariaDB. */
let parts: string[] | undefined;

type Ask = (sql: string) => Promise<Row[]>;

async function remember(ask: Ask): Promise<void> {
  parts = await partsOf(ask);
  const filled = await filledTables(ask);
  if (filled.length > 0)
    throw new Error(
      `Migrations leave rows in ${String(filled)}, which would be lost with those of the tests.`,
    );
}

async function partsOf(ask: Ask): Promise<string[]> {
  const found = await ask(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()
     UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()`,
  );
  return found.map(({ name }) => String(name)).sort();
}

/** Without the list of migrations. */
async function filledTables(ask: Ask): Promise<string[]> {
  const tables = await ask(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
  );
  const first = tables.map(({ name }) => `(SELECT '${name}' AS name FROM ${name} LIMIT 1)`);
  return (await ask(first.join(' UNION ALL '))).map(({ name }) => String(name));
}

/** One database per process. Its rows are taken out; tests that changed more than rows have it made anew. */
async function emptyMariaDb(): Promise<string> {
  const url = process.env.TEST_MARIADB_URL;
  if (!url)
    throw new Error('MariaDB is not running. Install it with: sudo apt-get install -y mariadb-server');
  const name = `souk_${process.env.JEST_WORKER_ID ?? '1'}`;
  const server = await createConnection({ uri: url, multipleStatements: true });
  const ask: Ask = async (sql) => (await server.query(sql))[0] as Row[];
  if (!(await isEmptied(ask, name)))
    await ask(
      `DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
  await server.end();
  return url.replace(/\/\w+$/, `/${name}`);
}

/** Tables that are truncated are made anew: with stop words in their index, as the migration has it. */
const AS_MIGRATED = ['SET SESSION foreign_key_checks = OFF', 'SET SESSION innodb_ft_enable_stopword = OFF'];

async function isEmptied(ask: Ask, database: string): Promise<boolean> {
  if (!parts) return false;
  await ask(`USE ${database}`);
  if (String(await partsOf(ask)) !== String(parts)) return false;
  const emptying = (await filledTables(ask)).map((table) => `TRUNCATE TABLE ${table}`);
  await ask([...AS_MIGRATED, ...emptying].join('; '));
  return true;
}
