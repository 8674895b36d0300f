import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const PARTS = 'order_parts part JOIN orders placed ON placed.id = part.order_id';
/** When the books first knew of it, or the order was placed. */
const PAID_AT = `COALESCE((SELECT MIN(entry.booked_at) FROM ledger_entries entry
  WHERE entry.part_id = part.id AND entry.kind = 'sale'), placed.date_ordered)`;
const BY_WHOM = "CASE WHEN part.shipped_at IS NULL THEN 'market' ELSE 'vendor' END";

export class PartEvents1791300000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(events());
    await tellThePast(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('part_events');
  }
}

/** As far as times are known; who cancelled is not. */
async function tellThePast(runner: QueryRunner): Promise<void> {
  const tell = (kind: string, actor: string, subject: string, at: string, from: string) =>
    runner.query(`INSERT INTO part_events (order_id, part_id, kind, actor, subject_id, created_at)
      SELECT ${from.startsWith('order_parts') ? 'part.order_id, part.id' : 'it.order_id, it.part_id'},
        '${kind}', ${actor}, ${subject}, ${at} FROM ${from}`);
  const when = (column: string) => `${PARTS} WHERE part.${column} IS NOT NULL`;
  await tell('paid', "'buyer'", 'NULL', PAID_AT, `${PARTS} WHERE placed.complete = 1`);
  await tell('shipped', "'vendor'", 'NULL', 'part.shipped_at', when('shipped_at'));
  await tell('delivered', BY_WHOM, 'NULL', 'part.delivered_at', when('delivered_at'));
  await tell('cancelled', 'NULL', 'NULL', 'part.cancelled_at', when('cancelled_at'));
  const asked = 'order_returns it';
  await tell('return_requested', "'buyer'", 'it.id', 'it.created_at', asked);
  for (const [status, actor] of [
    ['accepted', 'vendor'],
    ['refused', 'vendor'],
    ['withdrawn', 'buyer'],
  ])
    await tell(
      `return_${status}`,
      `'${actor}'`,
      'it.id',
      'it.ended_at',
      `${asked} WHERE it.status = '${status}'`,
    );
  await tell('refunded', 'it.actor', 'it.id', 'it.created_at', 'order_refunds it WHERE it.amount > 0');
}

const events = () =>
  new Table({
    name: 'part_events',
    columns: [
      { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      { name: 'order_id', type: 'integer' },
      { name: 'part_id', type: 'integer' },
      { name: 'kind', type: 'varchar', length: '20' },
      { name: 'actor', type: 'varchar', length: '12', isNullable: true },
      { name: 'subject_id', type: 'integer', isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'part_events_order', columnNames: ['order_id', 'created_at'] },
      { name: 'part_events_part', columnNames: ['part_id'] },
    ],
    foreignKeys: [
      {
        name: 'part_events_part_fk',
        columnNames: ['part_id'],
        referencedTableName: 'order_parts',
        referencedColumnNames: ['id'],
        onDelete: 'RESTRICT',
        onUpdate: 'NO ACTION',
      },
    ],
  });
