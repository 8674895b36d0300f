import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Housekeeping looks for rows by the time at which they end. */
const indices: [string, TableIndex][] = [
  ['sessions', new TableIndex({ name: 'sessions_expiry', columnNames: ['expires_at'] })],
  ['account_tokens', new TableIndex({ name: 'account_tokens_expiry', columnNames: ['expires_at'] })],
  ['carts', new TableIndex({ name: 'carts_untouched', columnNames: ['user_id', 'updated_at'] })],
];

export class EndsOfRows1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, index] of indices) await runner.createIndex(table, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, index] of indices) await runner.dropIndex(table, index);
  }
}
