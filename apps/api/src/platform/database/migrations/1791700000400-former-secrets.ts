import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Former {
  id: number;
  secret: string;
  until: string | Date;
}

/** All secrets of a webhook that still sign, not only the last. */
export class FormerSecrets1791700000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_endpoints ADD COLUMN former_secrets text NULL');
    const rows = (await runner.query(
      'SELECT id, former_secret AS secret, former_secret_until AS until FROM webhook_endpoints WHERE former_secret IS NOT NULL',
    )) as Former[];
    for (const { id, secret, until } of rows) {
      const former = JSON.stringify([{ secret, until: asIso(until) }]);
      await runner.query('UPDATE webhook_endpoints SET former_secrets = ? WHERE id = ?', [former, id]);
    }
    for (const column of ['former_secret', 'former_secret_until'])
      await runner.query(`ALTER TABLE webhook_endpoints DROP COLUMN ${column}`);
  }

  /** Former ones sign no more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_endpoints ADD COLUMN former_secret varchar(200) NULL');
    const moment = runner.dataSource.options.type === 'better-sqlite3' ? 'datetime' : 'datetime(3)';
    await runner.query(`ALTER TABLE webhook_endpoints ADD COLUMN former_secret_until ${moment} NULL`);
    await runner.query('ALTER TABLE webhook_endpoints DROP COLUMN former_secrets');
  }
}

/** SQLite has them as text, in UTC and without saying so. */
const asIso = (time: string | Date): string =>
  (time instanceof Date ? time : new Date(`${time.replace(' ', 'T')}Z`)).toISOString();
