import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const id = {
  ...{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true },
  generationStrategy: 'increment' as const,
};
const moment = { type: 'datetime', precision: 3 };

const to = (table: string, name: string, column: string, onDelete = 'CASCADE') => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete,
  onUpdate: 'NO ACTION',
});

const tables = [
  new Table({
    name: 'coupons',
    columns: [
      id,
      { name: 'store_id', type: 'integer' },
      { name: 'code', type: 'varchar', length: '30' },
      { name: 'percent_off', type: 'integer', isNullable: true },
      { name: 'amount_off', type: 'bigint', isNullable: true },
      { name: 'minimum_subtotal', type: 'bigint', isNullable: true },
      { name: 'starts_at', ...moment, isNullable: true },
      { name: 'ends_at', ...moment, isNullable: true },
      { name: 'max_uses', type: 'integer', isNullable: true },
      { name: 'max_uses_per_buyer', type: 'integer', isNullable: true },
      { name: 'uses', type: 'integer', default: 0 },
      { name: 'is_active', type: 'boolean', default: '1' },
      { name: 'created_at', ...moment },
      { name: 'updated_at', ...moment },
    ],
    indices: [
      { name: 'coupons_store', columnNames: ['store_id', 'id'] },
      { name: 'coupons_code', columnNames: ['store_id', 'code'], isUnique: true },
    ],
    foreignKeys: [to('stores', 'coupons_store_fk', 'store_id')],
  }),
  new Table({
    name: 'coupon_uses',
    columns: [
      id,
      { name: 'coupon_id', type: 'integer' },
      { name: 'reference', type: 'varchar', length: '40' },
      { name: 'user_id', type: 'integer', isNullable: true },
      { name: 'email_hash', type: 'varchar', length: '64', isNullable: true },
      { name: 'used_at', ...moment },
    ],
    indices: [
      { name: 'coupon_uses_email', columnNames: ['coupon_id', 'email_hash'] },
      { name: 'coupon_uses_user', columnNames: ['coupon_id', 'user_id'] },
      { name: 'coupon_uses_reference', columnNames: ['reference'], isUnique: true },
    ],
    foreignKeys: [
      to('coupons', 'coupon_uses_coupon_fk', 'coupon_id'),
      to('users', 'coupon_uses_user_fk', 'user_id', 'SET NULL'),
    ],
  }),
  new Table({
    name: 'cart_coupons',
    columns: [
      id,
      { name: 'cart_id', type: 'integer' },
      { name: 'store_id', type: 'integer' },
      { name: 'code', type: 'varchar', length: '30' },
    ],
    indices: [{ name: 'cart_coupons_store', columnNames: ['cart_id', 'store_id'], isUnique: true }],
    foreignKeys: [
      to('carts', 'cart_coupons_cart_fk', 'cart_id'),
      to('stores', 'cart_coupons_store_fk', 'store_id'),
    ],
  }),
];

export class Coupons1790700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    // in plain SQL, because TypeORM would copy SQLite's whole table
    await runner.query('ALTER TABLE order_parts ADD COLUMN coupon_code varchar(30)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE order_parts DROP COLUMN coupon_code');
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}
