import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What relevance looks at, ready to be looked at: made once per change of a product instead of once per search. */
export class SearchHeadline1791800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (isSqlite(runner)) return;
    await runner.query(EVERY_WORD);
    await runner.query(`ALTER TABLE product_search ADD COLUMN headline mediumtext COLLATE utf8mb4_bin
      GENERATED ALWAYS AS (CONCAT(' ', name, ' | ', SUBSTR(body, 1, INSTR(body, '|')))) STORED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isSqlite(runner)) return;
    await runner.query(EVERY_WORD);
    await runner.query('ALTER TABLE product_search DROP COLUMN headline');
  }
}

/** The table is made anew, and its index of words too, as it was: without a list of words to leave out. */
const EVERY_WORD = 'SET SESSION innodb_ft_enable_stopword = OFF';

/** There the table is a virtual one, which has no such columns. */
const isSqlite = ({ dataSource }: QueryRunner): boolean => dataSource.options.type === 'better-sqlite3';
