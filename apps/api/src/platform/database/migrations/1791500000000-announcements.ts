import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const moment = { type: 'datetime', precision: 3 };

const posts = new Table({
  name: 'social_posts',
  columns: [
    {
      ...{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true },
      generationStrategy: 'increment',
    },
    { name: 'subject', type: 'varchar', length: '10' },
    { name: 'subject_id', type: 'integer' },
    { name: 'store_id', type: 'integer' },
    { name: 'status', type: 'varchar', length: '12' },
    { name: 'text', type: 'varchar', length: '600' },
    { name: 'remote_id', type: 'varchar', length: '40', isNullable: true },
    { name: 'url', type: 'varchar', length: '200', isNullable: true },
    { name: 'reason', type: 'varchar', length: '300', isNullable: true },
    { name: 'attempts', type: 'integer', default: '0' },
    { name: 'held', type: 'boolean', default: '0' },
    { name: 'uncertain_since', ...moment, isNullable: true },
    { name: 'run_at', ...moment },
    { name: 'locked_until', ...moment, isNullable: true },
    { name: 'created_at', ...moment },
    { name: 'posted_at', ...moment, isNullable: true },
  ],
  indices: [
    { name: 'social_posts_subject', columnNames: ['subject', 'subject_id'], isUnique: true },
    { name: 'social_posts_due', columnNames: ['status', 'run_at'] },
    { name: 'social_posts_store', columnNames: ['store_id'] },
    { name: 'social_posts_posted', columnNames: ['posted_at'] },
  ],
});

export class Announcements1791500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // not by addColumn, which makes SQLite's table anew, and so takes from it what hangs on its rows
    for (const table of ['stores', 'products'])
      await runner.query(`ALTER TABLE ${table} ADD COLUMN announce boolean NOT NULL DEFAULT 1`);
    await runner.createTable(posts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('social_posts');
    for (const table of ['products', 'stores'])
      await runner.query(`ALTER TABLE ${table} DROP COLUMN announce`);
  }
}
