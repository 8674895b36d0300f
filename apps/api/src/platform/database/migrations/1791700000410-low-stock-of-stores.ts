import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every store says itself what it calls low. */
export class LowStockOfStores1791700000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // not by addColumn, which makes SQLite's table anew, and so takes from it what hangs on its rows
    await runner.query('ALTER TABLE stores ADD COLUMN low_stock_at integer NOT NULL DEFAULT 5');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stores DROP COLUMN low_stock_at');
  }
}
