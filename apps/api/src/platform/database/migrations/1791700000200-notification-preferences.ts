import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const preferences = new Table({
  name: 'notification_preferences',
  columns: [
    { name: 'user_id', type: 'integer', isPrimary: true },
    { name: 'kind', type: 'varchar', length: '24', isPrimary: true },
    { name: 'channel', type: 'varchar', length: '8', isPrimary: true },
    { name: 'wanted', type: 'boolean' },
  ],
  foreignKeys: [
    {
      name: 'notification_preferences_user_fk',
      columnNames: ['user_id'],
      referencedTableName: 'users',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
  ],
});

export class NotificationPreferences1791700000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(preferences);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notification_preferences');
  }
}
