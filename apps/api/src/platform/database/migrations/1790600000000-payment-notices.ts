import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const notices = new Table({
  name: 'payment_notices',
  columns: [
    { name: 'id', type: 'varchar', length: '150', isPrimary: true },
    { name: 'received_at', type: 'datetime', precision: 3 },
  ],
  indices: [{ name: 'payment_notices_received_at', columnNames: ['received_at'] }],
});

export class PaymentNotices1790600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(notices);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(notices);
  }
}
