import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableOptions } from 'typeorm';

const isSqlite = (runner: QueryRunner) => runner.dataSource.options.type === 'better-sqlite3';

/** Products of one round; rows of one statement. */
const BATCH = 500;

const FACETS = new TableIndex({
  name: 'products_facets',
  columnNames: ['is_listed', 'digital', 'stock_quantity', 'price', 'rating_rank'],
});

/** Keys are compared byte by byte on both databases. */
function tables(runner: QueryRunner): TableOptions[] {
  const bytes = isSqlite(runner) ? {} : { collation: 'utf8mb4_bin' };
  return [
    {
      name: 'product_options',
      columns: [
        { name: 'product_id', type: 'integer', isPrimary: true },
        { name: 'name_key', type: 'varchar', length: '40', isPrimary: true, ...bytes },
        { name: 'value_key', type: 'varchar', length: '100', isPrimary: true, ...bytes },
        { name: 'name', type: 'varchar', length: '40' },
        { name: 'value', type: 'varchar', length: '100' },
      ],
      indices: [{ name: 'product_options_value', columnNames: ['name_key', 'value_key', 'product_id'] }],
      foreignKeys: [
        {
          name: 'product_options_product_fk',
          columnNames: ['product_id'],
          referencedTableName: 'products',
          referencedColumnNames: ['id'],
          onDelete: 'CASCADE',
          onUpdate: 'NO ACTION',
        },
      ],
    },
    {
      name: 'search_words',
      columns: [{ name: 'word', type: 'varchar', length: '40', isPrimary: true, ...bytes }],
    },
  ];
}

interface Row {
  id: number;
  name: string;
  store: string;
  category: string | null;
  body: string;
}

interface Variant {
  product_id: number;
  sku: string | null;
  options: string;
}

/** Options of variants become rows, and the words of a product's texts tell its own from its description's. */
export class OptionsAndWords1790300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner)) await runner.createTable(new Table(table));
    await runner.createIndex('products', FACETS);
    // FTS5 finds beginnings of names by itself
    if (!isSqlite(runner)) await runner.query('CREATE INDEX product_search_name ON product_search (name)');
    const key = isSqlite(runner) ? 'rowid' : 'product_id';
    for (let after = 0; ;) {
      const rows = (await runner.query(
        `SELECT p.id, p.name, s.name AS store, c.name AS category, ps.body FROM products p
         JOIN product_search ps ON ps.${key} = p.id JOIN stores s ON s.id = p.store_id
         LEFT JOIN categories c ON c.id = p.category_id WHERE p.id > ? ORDER BY p.id LIMIT ${BATCH}`,
        [after],
      )) as Row[];
      const last = rows.at(-1);
      if (!last) return;
      const variants = (await runner.query(
        `SELECT product_id, sku, options FROM product_variants
         WHERE product_id > ? AND product_id <= ? AND deleted_at IS NULL ORDER BY id`,
        [after, last.id],
      )) as Variant[];
      await fill(runner, key, rows, variants);
      after = last.id;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!isSqlite(runner)) await runner.query('DROP INDEX product_search_name ON product_search');
    await runner.dropIndex('products', FACETS);
    await runner.dropTable('search_words');
    await runner.dropTable('product_options');
  }
}

async function fill(runner: QueryRunner, key: string, rows: Row[], variants: Variant[]): Promise<void> {
  const options = new Map<string, (string | number)[]>();
  const known = new Set<string>();
  for (const row of rows) {
    const own = variants.filter(({ product_id }) => product_id === row.id);
    const sets = own.map((variant) => Object.entries(JSON.parse(variant.options) as Record<string, string>));
    for (const [name, value] of sets.flat()) {
      const [nameKey, valueKey] = [keyOf(name).slice(0, 40), keyOf(value).slice(0, 100)];
      if (nameKey && valueKey && nameKey !== 'title')
        options.set(`${row.id} ${nameKey}:${valueKey}`, [
          row.id,
          nameKey,
          valueKey,
          name.trim(),
          value.trim(),
        ]);
    }
    const texts = [
      row.store,
      row.category,
      ...own.map(({ sku }) => sku),
      ...sets.flat().map(([, value]) => value),
    ];
    const keywords = new Set(wordsOf(texts.filter(Boolean).join(' ')));
    const [front, back] = [[...keywords], row.body.split(' ').filter((word) => !keywords.has(word))];
    await runner.query(`UPDATE product_search SET body = ? WHERE ${key} = ?`, [
      [...front, '|', ...back].join(' '),
      row.id,
    ]);
    for (const word of [...wordsOf(row.name), ...keywords]) if (/^\p{L}{3,40}$/u.test(word)) known.add(word);
  }
  await insert(runner, 'product_options', [...options.values()]);
  await insert(
    runner,
    'search_words',
    [...known].map((word) => [word]),
  );
}

async function insert(runner: QueryRunner, table: string, rows: (string | number)[][]): Promise<void> {
  const verb = isSqlite(runner) ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
  for (let start = 0; start < rows.length; start += BATCH) {
    const some = rows.slice(start, start + BATCH);
    const places = some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
    await runner.query(`${verb} INTO ${table} VALUES ${places}`, some.flat());
  }
}

const keyOf = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
