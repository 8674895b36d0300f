import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vendors are told once that little of a variant is left; of what is low already they know. */
export class LowStock1791700000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // not by addColumn, which makes SQLite's table anew, and so takes from it what hangs on its rows
    await runner.query('ALTER TABLE product_variants ADD COLUMN told_low boolean NOT NULL DEFAULT 0');
    await runner.query('UPDATE product_variants SET told_low = 1 WHERE stock_quantity <= 5');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE product_variants DROP COLUMN told_low');
  }
}
