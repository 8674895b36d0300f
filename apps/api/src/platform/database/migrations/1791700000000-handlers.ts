import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Every handler of a fact has an entry of its own, and one that is given up is a dead letter. */
export class Handlers1791700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // empty: the relay makes an entry for each handler of what waits
    await runner.query("ALTER TABLE outbox ADD COLUMN handler varchar(40) NOT NULL DEFAULT ''");
    await runner.query('ALTER TABLE outbox ADD COLUMN dead_at datetime(3)');
    await runner.createIndex('outbox', DEAD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox', DEAD.name as string);
    await runner.query('ALTER TABLE outbox DROP COLUMN dead_at');
    await runner.query('ALTER TABLE outbox DROP COLUMN handler');
  }
}

const DEAD = new TableIndex({ name: 'outbox_dead', columnNames: ['dead_at'] });
