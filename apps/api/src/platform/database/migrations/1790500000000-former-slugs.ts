import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links to a category go on leading there when it is renamed, or merged into another. */
export class FormerSlugs1790500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // not by addColumn, which makes SQLite's table anew, and so takes the products' categories from them
    await runner.query('ALTER TABLE categories ADD COLUMN former_slugs text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE categories DROP COLUMN former_slugs');
  }
}
