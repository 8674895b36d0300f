import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const foreignKey = (column: string, table: string, onDelete: string) => ({
  name: `stock_changes_${column}_fk`,
  columnNames: [`${column}_id`],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete,
  onUpdate: 'NO ACTION',
});

/** Begins empty: of what was before, nobody knows who and why. */
export class StockHistory1790420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'stock_changes',
      columns: [
        { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
        { name: 'product_id', type: 'integer' },
        { name: 'variant_id', type: 'integer' },
        { name: 'delta', type: 'integer' },
        { name: 'quantity_after', type: 'integer' },
        { name: 'reason', type: 'varchar', length: '20' },
        { name: 'actor_id', type: 'integer', isNullable: true },
        { name: 'order_number', type: 'varchar', length: '20', isNullable: true },
        { name: 'created_at', type: 'datetime', precision: 3 },
      ],
      indices: [
        { name: 'stock_changes_product', columnNames: ['product_id', 'id'] },
        { name: 'stock_changes_variant', columnNames: ['variant_id'] },
        { name: 'stock_changes_actor', columnNames: ['actor_id'] },
      ],
      foreignKeys: [
        foreignKey('product', 'products', 'CASCADE'),
        foreignKey('variant', 'product_variants', 'CASCADE'),
        foreignKey('actor', 'users', 'SET NULL'),
      ],
    });
    await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('stock_changes');
  }
}
