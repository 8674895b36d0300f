import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** How far the files of a picture are made, and its colour. Those that are there have WebP in all widths. */
export class PictureStages1790470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('product_images', [
      new TableColumn({ name: 'stage', type: 'varchar', length: '10', default: "'webp'" }),
      new TableColumn({ name: 'colour', type: 'varchar', length: '7', isNullable: true }),
    ]);
    await runner.createIndex(
      'product_images',
      new TableIndex({ name: 'product_images_key', columnNames: ['storage_key'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('product_images', 'product_images_key');
    await runner.dropColumns('product_images', ['stage', 'colour']);
  }
}
