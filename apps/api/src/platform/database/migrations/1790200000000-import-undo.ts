import { Table, TableColumn, type MigrationInterface, type QueryRunner, type TableOptions } from 'typeorm';

/** What an import has changed, so that it can be taken back. */
const tables: TableOptions[] = [
  {
    name: 'import_changes',
    columns: [
      { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      { name: 'import_id', type: 'integer' },
      { name: 'product_id', type: 'integer' },
      { name: 'line', type: 'integer' },
      { name: 'before', type: 'json', isNullable: true },
      { name: 'left_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'import_changes_import', columnNames: ['import_id', 'product_id'] },
      { name: 'import_changes_product', columnNames: ['product_id'] },
    ],
    foreignKeys: [
      {
        name: 'import_changes_import_fk',
        columnNames: ['import_id'],
        referencedTableName: 'imports',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      },
      {
        name: 'import_changes_product_fk',
        columnNames: ['product_id'],
        referencedTableName: 'products',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      },
    ],
  },
  {
    name: 'import_categories',
    columns: [
      { name: 'import_id', type: 'integer', isPrimary: true },
      { name: 'category_id', type: 'integer', isPrimary: true },
    ],
    indices: [{ name: 'import_categories_category', columnNames: ['category_id'] }],
    foreignKeys: [
      {
        name: 'import_categories_import_fk',
        columnNames: ['import_id'],
        referencedTableName: 'imports',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      },
      {
        name: 'import_categories_category_fk',
        columnNames: ['category_id'],
        referencedTableName: 'categories',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
      },
    ],
  },
];

/** Imports from before have nothing to be taken back from. */
const columns = [
  new TableColumn({ name: 'undoable', type: 'boolean', default: '0' }),
  new TableColumn({ name: 'undo_started_at', type: 'datetime', precision: 3, isNullable: true }),
  new TableColumn({ name: 'products_undone', type: 'integer', default: '0' }),
];

export class ImportUndo1790200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('imports', columns);
    for (const table of tables) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
    await runner.dropColumns('imports', columns);
  }
}
