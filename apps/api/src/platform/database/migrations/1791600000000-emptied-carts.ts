import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods go back into the cart that they have left when the payment that was waited for fails. */
export class EmptiedCarts1791600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // not by addColumn, which makes SQLite's table anew, and so takes from it what hangs on its rows
    await runner.query('ALTER TABLE orders ADD COLUMN emptied_cart_id integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN emptied_cart_id');
  }
}
