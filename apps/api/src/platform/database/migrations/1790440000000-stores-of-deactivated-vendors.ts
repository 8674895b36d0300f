import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Takes the stores of vendors who are deactivated already out of the shop, with their products. */
export class StoresOfDeactivatedVendors1790440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stores ADD COLUMN vendor_deactivated_at datetime(3)');
    await runner.query(
      `UPDATE stores SET vendor_deactivated_at = updated_at, product_count = 0
       WHERE vendor_id IN (SELECT id FROM users WHERE is_active = 0)`,
    );
    await runner.query(
      `UPDATE products SET is_listed = 0
       WHERE store_id IN (SELECT id FROM stores WHERE vendor_deactivated_at IS NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stores DROP COLUMN vendor_deactivated_at');
  }
}
