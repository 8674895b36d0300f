import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

const REFUSAL = 'The ledger is never changed.';
const GROWS_ONLY = ['ledger_transactions', 'ledger_entries'];
const id: TableColumnOptions = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
};
const time = (name: string, isNullable = false) => ({ name, type: 'datetime', precision: 3, isNullable });
const word = (name: string, length: number, isNullable = false) => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const foreignKey = (table: string, column: string, referenced: string) => ({
  name: `${table}_${column}_fk`,
  columnNames: [`${column}_id`],
  referencedTableName: referenced,
  referencedColumnNames: ['id'],
  onDelete: 'RESTRICT',
  onUpdate: 'NO ACTION',
});

/** Begins with what was sold before, which the marketplace kept nothing of. */
export class Ledger1790800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // in plain SQL, because TypeORM would copy SQLite's whole table
    await runner.query('ALTER TABLE order_parts ADD COLUMN commission_rate integer NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE order_parts ADD COLUMN commission bigint NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE stores ADD COLUMN commission_rate integer NULL');
    await runner.query('ALTER TABLE stores ADD COLUMN payout_account varchar(60) NULL');
    for (const table of [payouts, transactions, entries]) await runner.createTable(table());
    await bookThePast(runner);
    const refuse =
      runner.connection.options.type === 'mariadb'
        ? `FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${REFUSAL}'`
        : `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`;
    for (const table of GROWS_ONLY)
      for (const act of ['UPDATE', 'DELETE'])
        await runner.query(
          `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} ${refuse}`,
        );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_entries', 'ledger_transactions', 'payouts']) await runner.dropTable(table);
    for (const column of ['commission_rate', 'payout_account'])
      await runner.query(`ALTER TABLE stores DROP COLUMN ${column}`);
    for (const column of ['commission_rate', 'commission'])
      await runner.query(`ALTER TABLE order_parts DROP COLUMN ${column}`);
  }
}

const payouts = () =>
  new Table({
    name: 'payouts',
    columns: [
      id,
      { name: 'store_id', type: 'integer' },
      { name: 'amount', type: 'bigint' },
      word('currency', 3),
      word('method', 10),
      word('account', 60, true),
      word('status', 10),
      word('reference', 120, true),
      word('failure', 500, true),
      time('requested_at'),
      time('finished_at', true),
    ],
    indices: [
      { name: 'payouts_store', columnNames: ['store_id', 'id'] },
      { name: 'payouts_status', columnNames: ['status', 'id'] },
    ],
    foreignKeys: [foreignKey('payouts', 'store', 'stores')],
  });

const transactions = () =>
  new Table({
    name: 'ledger_transactions',
    columns: [id, word('cause', 80), time('booked_at')],
    indices: [{ name: 'ledger_transactions_cause', columnNames: ['cause'], isUnique: true }],
  });

const entries = () =>
  new Table({
    name: 'ledger_entries',
    columns: [
      id,
      { name: 'transaction_id', type: 'integer' },
      word('account', 12),
      word('kind', 12),
      { name: 'amount', type: 'bigint' },
      ...['store_id', 'order_id', 'part_id', 'payout_id'].map((name) => ({
        name,
        type: 'integer',
        isNullable: true,
      })),
      time('booked_at'),
    ],
    indices: [
      { name: 'ledger_entries_transaction', columnNames: ['transaction_id'] },
      { name: 'ledger_entries_store', columnNames: ['store_id', 'account', 'id'] },
      { name: 'ledger_entries_order', columnNames: ['order_id'] },
      { name: 'ledger_entries_part', columnNames: ['part_id'] },
      { name: 'ledger_entries_payout', columnNames: ['payout_id'] },
    ],
    foreignKeys: [
      foreignKey('ledger_entries', 'transaction', 'ledger_transactions'),
      foreignKey('ledger_entries', 'store', 'stores'),
      foreignKey('ledger_entries', 'order', 'orders'),
      foreignKey('ledger_entries', 'part', 'order_parts'),
      foreignKey('ledger_entries', 'payout', 'payouts'),
    ],
  });

/** Until now a part went back as a whole or not at all. */
async function bookThePast(runner: QueryRunner): Promise<void> {
  const cause = (prefix: string, column: string) =>
    runner.connection.options.type === 'mariadb'
      ? `CONCAT('${prefix}', ${column})`
      : `'${prefix}' || ${column}`;
  const sale = cause('order:', 'placed.id');
  const refund = cause('refund:part:', 'part.id');
  const total = 'part.subtotal - part.discount + part.shipping + part.tax';
  const parts = 'order_parts part JOIN orders placed ON placed.id = part.order_id AND placed.complete = 1';
  const book = (from: string, name: string, account: string, kind: string, amount: string, of: string) =>
    runner.query(
      `INSERT INTO ledger_entries
         (transaction_id, account, kind, amount, store_id, order_id, part_id, payout_id, booked_at)
       SELECT booked.id, '${account}', '${kind}', ${amount}, ${of}, NULL, booked.booked_at
       FROM ${from} JOIN ledger_transactions booked ON booked.cause = ${name} WHERE ${amount} <> 0`,
    );
  await runner.query(
    `INSERT INTO ledger_transactions (cause, booked_at)
     SELECT ${sale}, placed.date_ordered FROM orders placed WHERE placed.complete = 1 ORDER BY placed.id`,
  );
  await runner.query(
    `INSERT INTO ledger_transactions (cause, booked_at)
     SELECT ${refund}, part.cancelled_at FROM ${parts} WHERE part.status = 'cancelled' ORDER BY part.id`,
  );
  const ofPart = 'part.store_id, part.order_id, part.id';
  await book('orders placed', sale, 'gateway', 'sale', '-placed.total_amount', 'NULL, placed.id, NULL');
  await book(parts, sale, 'vendor', 'sale', total, ofPart);
  await book(parts, refund, 'gateway', 'refund', total, 'NULL, part.order_id, NULL');
  await book(parts, refund, 'vendor', 'refund', `-(${total})`, ofPart);
}
