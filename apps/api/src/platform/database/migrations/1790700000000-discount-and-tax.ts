import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = {
  orders: ['discount_total bigint', 'tax_included_total bigint'],
  order_parts: ['discount bigint', 'tax_included bigint', 'shipping_tax bigint', 'tax_rate integer'],
  order_items: ['discount bigint', 'tax bigint'],
};

/** What was sold before had neither. */
export class DiscountAndTax1790700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      // in plain SQL, because TypeORM would copy SQLite's whole table
      for (const column of columns)
        await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} NOT NULL DEFAULT 0`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns)
        await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ')[0]}`);
    }
  }
}
