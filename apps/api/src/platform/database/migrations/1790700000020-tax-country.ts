import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tax is owed to a country, which the address of what is shipped need not outlive, and a download has none. */
export class TaxCountry1790700000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // in plain SQL, because TypeORM would copy SQLite's whole table
    await runner.query('ALTER TABLE orders ADD COLUMN tax_country varchar(2)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN tax_country');
  }
}
