import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const ofEmail = new TableIndex({ name: 'orders_email', columnNames: ['email'] });

/** A guest's orders are found by the address when it turns out to be an account's. */
export class GuestOrders1791100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('orders', ofEmail);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', 'orders_email');
  }
}
