import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments that wait for their buyer, and those that nobody waits for. */
export class PaymentActions1791200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // in plain SQL, because TypeORM would copy SQLite's whole table
    await runner.query('ALTER TABLE payments ADD COLUMN action_secret varchar(255)');
    await runner.query('ALTER TABLE payments ADD COLUMN unwanted boolean NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payments DROP COLUMN unwanted');
    await runner.query('ALTER TABLE payments DROP COLUMN action_secret');
  }
}
