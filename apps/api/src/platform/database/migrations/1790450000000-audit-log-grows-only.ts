import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSAL = 'The audit log is never changed.';

/** Whoever has the application's own access to the database cannot rewrite what staff did. */
export class AuditLogGrowsOnly1790450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const refuse =
      runner.connection.options.type === 'mariadb'
        ? `FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${REFUSAL}'`
        : `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`;
    for (const act of ['UPDATE', 'DELETE'])
      await runner.query(
        `CREATE TRIGGER audit_log_no_${act.toLowerCase()} BEFORE ${act} ON audit_log ${refuse}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const act of ['update', 'delete']) await runner.query(`DROP TRIGGER audit_log_no_${act}`);
  }
}
