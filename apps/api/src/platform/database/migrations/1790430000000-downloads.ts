import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const downloads = new Table({
  name: 'order_downloads',
  columns: [
    { name: 'link', type: 'varchar', length: '28', isPrimary: true },
    { name: 'item_id', type: 'integer' },
    { name: 'started_at', type: 'datetime', precision: 3 },
  ],
  indices: [{ name: 'order_downloads_item', columnNames: ['item_id'] }],
  foreignKeys: [
    {
      name: 'order_downloads_item_fk',
      columnNames: ['item_id'],
      referencedTableName: 'order_items',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
  ],
});

export class Downloads1790430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // in plain SQL, because TypeORM would copy SQLite's whole table
    await runner.query('ALTER TABLE order_items ADD COLUMN downloads integer NOT NULL DEFAULT 0');
    await runner.createTable(downloads);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('order_downloads');
    await runner.query('ALTER TABLE order_items DROP COLUMN downloads');
  }
}
