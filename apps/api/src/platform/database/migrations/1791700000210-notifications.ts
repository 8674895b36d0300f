import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const notifications = new Table({
  name: 'notifications',
  columns: [
    {
      ...{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true },
      generationStrategy: 'increment',
    },
    { name: 'user_id', type: 'integer' },
    { name: 'kind', type: 'varchar', length: '24' },
    { name: 'event_id', type: 'integer' },
    { name: 'data', type: 'text' },
    { name: 'read_at', type: 'datetime', precision: 3, isNullable: true },
    { name: 'created_at', type: 'datetime', precision: 3 },
  ],
  indices: [
    { name: 'notifications_once', columnNames: ['event_id', 'user_id', 'kind'], isUnique: true },
    { name: 'notifications_user', columnNames: ['user_id', 'id'] },
    { name: 'notifications_unread', columnNames: ['user_id', 'read_at', 'id'] },
    { name: 'notifications_age', columnNames: ['created_at'] },
    { name: 'notifications_read', columnNames: ['read_at'] },
  ],
  foreignKeys: [
    {
      name: 'notifications_user_fk',
      columnNames: ['user_id'],
      referencedTableName: 'users',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
  ],
});

export class Notifications1791700000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(notifications);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notifications');
  }
}
