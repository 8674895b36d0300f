import {
  Table,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
  type TableForeignKeyOptions,
} from 'typeorm';

const id: TableColumnOptions = {
  ...{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true },
  generationStrategy: 'increment',
};
const integer = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const word = (name: string, length: number): TableColumnOptions => ({
  ...{ name, type: 'varchar', length: String(length) },
});
const time = (name: string): TableColumnOptions => ({ name, type: 'datetime', precision: 3 });
const json = (name: string): TableColumnOptions => ({ name, type: 'text' });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const foreignKey = (name: string, column: string, table: string): TableForeignKeyOptions => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete: 'CASCADE',
  onUpdate: 'NO ACTION',
});

const tables = [
  new Table({
    name: 'webhook_events',
    columns: [
      ...[id, integer('user_id'), word('cause', 60), word('type', 40)],
      ...[json('data'), time('created_at')],
    ],
    indices: [
      { name: 'webhook_events_cause', columnNames: ['user_id', 'cause'], isUnique: true },
      { name: 'webhook_events_feed', columnNames: ['user_id', 'id'] },
      { name: 'webhook_events_created', columnNames: ['created_at'] },
    ],
    foreignKeys: [foreignKey('webhook_events_user_fk', 'user_id', 'users')],
  }),
  new Table({
    name: 'webhook_endpoints',
    columns: [
      ...[id, integer('user_id'), word('url', 500), optional(word('description', 120))],
      ...[optional(json('event_types')), { name: 'is_active', type: 'boolean' }, word('secret', 200)],
      ...[optional(word('former_secret', 200)), optional(time('former_secret_until'))],
      ...[optional(time('disabled_at')), optional(word('disabled_reason', 300))],
      ...[{ ...integer('silences'), default: '0' }, time('busy_until')],
      ...[time('created_at'), time('updated_at')],
    ],
    indices: [{ name: 'webhook_endpoints_user', columnNames: ['user_id', 'id'] }],
    foreignKeys: [foreignKey('webhook_endpoints_user_fk', 'user_id', 'users')],
  }),
  new Table({
    name: 'webhook_deliveries',
    columns: [
      ...[id, integer('event_id'), integer('endpoint_id'), word('status', 12)],
      ...[{ ...integer('attempts'), default: '0' }, optional(time('next_attempt_at'))],
      ...[optional(integer('response_status')), optional(word('reason', 300))],
      ...[time('created_at'), optional(time('ended_at'))],
    ],
    indices: [
      { name: 'webhook_deliveries_once', columnNames: ['event_id', 'endpoint_id'], isUnique: true },
      { name: 'webhook_deliveries_endpoint', columnNames: ['endpoint_id', 'id'] },
      { name: 'webhook_deliveries_due', columnNames: ['endpoint_id', 'status', 'next_attempt_at'] },
    ],
    foreignKeys: [
      foreignKey('webhook_deliveries_event_fk', 'event_id', 'webhook_events'),
      foreignKey('webhook_deliveries_endpoint_fk', 'endpoint_id', 'webhook_endpoints'),
    ],
  }),
  new Table({
    name: 'webhook_attempts',
    columns: [
      ...[id, integer('delivery_id'), word('url', 500), json('request_headers')],
      ...[optional(integer('response_status')), optional(json('response_body')), integer('duration')],
      ...[optional(word('reason', 300)), time('sent_at')],
    ],
    indices: [{ name: 'webhook_attempts_delivery', columnNames: ['delivery_id', 'id'] }],
    foreignKeys: [foreignKey('webhook_attempts_delivery_fk', 'delivery_id', 'webhook_deliveries')],
  }),
];

export class Webhooks1791700000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name);
  }
}
