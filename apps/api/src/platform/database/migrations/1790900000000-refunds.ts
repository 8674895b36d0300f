import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const COLUMNS = {
  order_parts: ['refunded_amount bigint', 'refunded_shipping bigint'],
  order_items: ['refunded_amount bigint', 'refunded_quantity integer', 'restocked_quantity integer'],
};
/** In minor units, what was paid for a part. */
const TOTAL = 'part.subtotal - part.discount + part.shipping + part.tax';

/** Until now only whole parts went back, with their cancelling. */
export class Refunds1790900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      // in plain SQL, because TypeORM would copy SQLite's whole table
      for (const column of columns)
        await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} NOT NULL DEFAULT 0`);
    }
    await runner.createTable(refunds());
    await runner.query(`INSERT INTO order_refunds
      (order_id, part_id, payment_key, amount, shipping, reason, actor, items, request_hash, created_at)
      SELECT part.order_id, part.id, CONCAT('part:', part.id), ${TOTAL}, 0, NULL, 'market', '[]', '',
        COALESCE(part.cancelled_at, placed.date_ordered)
      FROM order_parts part JOIN orders placed ON placed.id = part.order_id
      WHERE part.status = 'cancelled' AND placed.complete = 1`);
    await runner.query(`UPDATE order_parts SET refunded_amount = subtotal - discount + shipping + tax
      WHERE status = 'cancelled' AND EXISTS (SELECT 1 FROM orders placed WHERE placed.id = order_parts.order_id
        AND (placed.complete = 1 OR placed.payment_status = 'refunded'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('order_refunds');
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns)
        await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ')[0]}`);
    }
  }
}

const foreignKey = (column: string, referenced: string) => ({
  name: `order_refunds_${column}_fk`,
  columnNames: [`${column}_id`],
  referencedTableName: referenced,
  referencedColumnNames: ['id'],
  onDelete: 'RESTRICT',
  onUpdate: 'NO ACTION',
});

const refunds = () =>
  new Table({
    name: 'order_refunds',
    columns: [
      { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      { name: 'order_id', type: 'integer' },
      { name: 'part_id', type: 'integer' },
      { name: 'payment_key', type: 'varchar', length: '60' },
      { name: 'amount', type: 'bigint' },
      { name: 'shipping', type: 'bigint' },
      { name: 'reason', type: 'varchar', length: '200', isNullable: true },
      { name: 'actor', type: 'varchar', length: '12' },
      { name: 'items', type: 'text' },
      { name: 'request_hash', type: 'varchar', length: '64' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'order_refunds_key', columnNames: ['payment_key'], isUnique: true },
      { name: 'order_refunds_order', columnNames: ['order_id'] },
      { name: 'order_refunds_part', columnNames: ['part_id'] },
    ],
    foreignKeys: [foreignKey('order', 'orders'), foreignKey('part', 'order_parts')],
  });
