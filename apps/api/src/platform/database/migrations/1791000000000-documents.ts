import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const time = { type: 'datetime', precision: 3 };
const word = (name: string, length: number) => ({ name, type: 'varchar', length: String(length) });
const foreignKey = (table: string, column: string, referenced: string) => ({
  name: `${table}_${column}_fk`,
  columnNames: [`${column}_id`],
  referencedTableName: referenced,
  referencedColumnNames: ['id'],
  onDelete: 'RESTRICT',
  onUpdate: 'NO ACTION',
});

/** What was sold before keeps no invoice: its issuer is not known as it was then. */
export class Documents1791000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [counters, documents, mails]) await runner.createTable(table());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sent_mails', 'documents', 'document_counters']) await runner.dropTable(table);
  }
}

const counters = () =>
  new Table({
    name: 'document_counters',
    columns: [
      { name: 'store_id', type: 'integer', isPrimary: true },
      { ...word('kind', 12), isPrimary: true },
      { name: 'last', type: 'integer' },
    ],
    foreignKeys: [foreignKey('document_counters', 'store', 'stores')],
  });

const documents = () =>
  new Table({
    name: 'documents',
    columns: [
      {
        name: 'id',
        type: 'integer',
        isPrimary: true,
        isGenerated: true,
        generationStrategy: 'increment',
      },
      word('kind', 12),
      { name: 'store_id', type: 'integer' },
      { name: 'sequence', type: 'integer' },
      { name: 'order_id', type: 'integer' },
      { name: 'part_id', type: 'integer' },
      word('cause', 80),
      { name: 'total', type: 'bigint' },
      { name: 'tax', type: 'bigint' },
      { name: 'content', type: 'text' },
      { name: 'issuer', type: 'text', isNullable: true },
      { name: 'buyer', type: 'text', isNullable: true },
      { name: 'issued_at', ...time },
    ],
    indices: [
      { name: 'documents_number', columnNames: ['store_id', 'kind', 'sequence'], isUnique: true },
      { name: 'documents_cause', columnNames: ['cause'], isUnique: true },
      { name: 'documents_order', columnNames: ['order_id'] },
      { name: 'documents_part', columnNames: ['part_id'] },
    ],
    foreignKeys: [
      foreignKey('documents', 'store', 'stores'),
      foreignKey('documents', 'order', 'orders'),
      foreignKey('documents', 'part', 'order_parts'),
    ],
  });

const mails = () =>
  new Table({
    name: 'sent_mails',
    columns: [
      { ...word('cause', 80), isPrimary: true },
      { name: 'sent_at', ...time },
    ],
    indices: [{ name: 'sent_mails_time', columnNames: ['sent_at'] }],
  });
