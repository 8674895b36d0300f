import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const changes = new Table({
  name: 'changes',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'origin', type: 'varchar', length: '36' },
    { name: 'topics', type: 'text' },
    { name: 'made_at', type: 'datetime', precision: 3 },
  ],
  indices: [{ name: 'changes_made', columnNames: ['made_at'] }],
});

export class Changes1790460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(changes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('changes');
  }
}
