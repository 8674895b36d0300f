import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const moment = { type: 'datetime', precision: 3 };

const addresses = new Table({
  name: 'addresses',
  columns: [
    {
      ...{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true },
      generationStrategy: 'increment',
    },
    { name: 'user_id', type: 'integer' },
    { name: 'name', type: 'varchar', length: '120' },
    { name: 'address', type: 'varchar', length: '200' },
    { name: 'city', type: 'varchar', length: '80' },
    { name: 'state', type: 'varchar', length: '80', isNullable: true },
    { name: 'zipcode', type: 'varchar', length: '20' },
    { name: 'country', type: 'varchar', length: '60' },
    { name: 'is_default', type: 'boolean' },
    { name: 'created_at', ...moment },
    { name: 'updated_at', ...moment },
  ],
  indices: [{ name: 'addresses_user', columnNames: ['user_id', 'id'] }],
  foreignKeys: [
    {
      name: 'addresses_user_fk',
      columnNames: ['user_id'],
      referencedTableName: 'users',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
      onUpdate: 'NO ACTION',
    },
  ],
});

export class Addresses1791100000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(addresses);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('addresses');
  }
}
