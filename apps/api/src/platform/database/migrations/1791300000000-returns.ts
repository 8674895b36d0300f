import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

export class Returns1791300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(returns());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('order_returns');
  }
}

const foreignKey = (column: string, referenced: string) => ({
  name: `order_returns_${column}_fk`,
  columnNames: [`${column}_id`],
  referencedTableName: referenced,
  referencedColumnNames: ['id'],
  onDelete: 'RESTRICT',
  onUpdate: 'NO ACTION',
});

const returns = () =>
  new Table({
    name: 'order_returns',
    columns: [
      { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      { name: 'order_id', type: 'integer' },
      { name: 'part_id', type: 'integer' },
      { name: 'status', type: 'varchar', length: '12' },
      { name: 'reason', type: 'varchar', length: '20' },
      { name: 'note', type: 'varchar', length: '1000', isNullable: true },
      { name: 'items', type: 'text' },
      { name: 'answer', type: 'varchar', length: '500', isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
      { name: 'ended_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'order_returns_order', columnNames: ['order_id'] },
      { name: 'order_returns_part', columnNames: ['part_id', 'status'] },
    ],
    foreignKeys: [foreignKey('order', 'orders'), foreignKey('part', 'order_parts')],
  });
