import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const wishes = new Table({
  name: 'wishes',
  columns: [
    {
      ...{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true },
      generationStrategy: 'increment',
    },
    { name: 'user_id', type: 'integer' },
    { name: 'product_id', type: 'integer' },
    { name: 'price_seen', type: 'bigint' },
    { name: 'date_added', type: 'datetime', precision: 3 },
  ],
  indices: [
    { name: 'wishes_user', columnNames: ['user_id', 'id'] },
    { name: 'wishes_product', columnNames: ['user_id', 'product_id'], isUnique: true },
  ],
  foreignKeys: [
    {
      name: 'wishes_user_fk',
      columnNames: ['user_id'],
      referencedTableName: 'users',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
    {
      name: 'wishes_product_fk',
      columnNames: ['product_id'],
      referencedTableName: 'products',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
  ],
});

export class Wishes1791400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(wishes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('wishes');
  }
}
