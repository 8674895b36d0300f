import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

export class Mails1791700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(mails());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('mails');
  }
}

const mails = () =>
  new Table({
    name: 'mails',
    columns: [
      { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      { name: 'cause_hash', type: 'varchar', length: '64' },
      { name: 'kind', type: 'varchar', length: '40' },
      { name: 'recipient', type: 'varchar', length: '190' },
      { name: 'recipient_hash', type: 'varchar', length: '64' },
      { name: 'status', type: 'varchar', length: '10' },
      { name: 'attempts', type: 'integer' },
      { name: 'last_error', type: 'varchar', length: '300', isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
      { name: 'updated_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'mails_cause', columnNames: ['cause_hash'], isUnique: true },
      { name: 'mails_status', columnNames: ['status', 'id'] },
      { name: 'mails_recipient', columnNames: ['recipient_hash', 'id'] },
      { name: 'mails_age', columnNames: ['updated_at'] },
    ],
  });
