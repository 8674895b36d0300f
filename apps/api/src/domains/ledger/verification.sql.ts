/** Orders whose money has come, and is neither in flight nor refused. */
const SETTLED = "placed.payment_status NOT IN ('pending', 'failed')";
const COLUMNS = [
  'due',
  'due_back',
  'captured',
  'refunded',
  'sent',
  'of_parts',
  'vendors',
  'commission',
  'tax',
  'buyers',
  'gateway',
  'kept',
  'agreed',
];

/** One row of a source with the columns that it knows; the others are 0, so that all sources can be added up. */
const source = (order: string, known: Record<string, string>, from: string) =>
  `SELECT ${order} AS order_id, ${COLUMNS.map((name) => `${known[name] ?? '0'} AS ${name}`).join(', ')} FROM ${from}`;

/** The same for what has several rows per order: added up at once, so that less lies below one another. */
const sumsOf = (order: string, known: Record<string, string>, from: string) => {
  const added = Object.entries(known).map(([name, amount]) => [name, `SUM(${amount})`]);
  return `${source(order, Object.fromEntries(added), from)} GROUP BY ${order}`;
};

const booked = (account: string) => `CASE WHEN entry.account = '${account}' THEN entry.amount ELSE 0 END`;

/** What orders, payments, parts and books say of each order, one below the other. */
const SOURCES = [
  source(
    'placed.id',
    { due: 'placed.total_amount', due_back: 'placed.refunded_amount' },
    `orders placed WHERE ${SETTLED}`,
  ),
  source(
    'placed.id',
    { captured: 'payment.amount', refunded: 'payment.refunded' },
    `payments payment JOIN orders placed ON placed.id = CAST(SUBSTR(payment.subject, 7) AS INTEGER) AND ${SETTLED}
     WHERE payment.subject LIKE 'order:%' AND payment.status = 'succeeded'`,
  ),
  // what the gateway is told
  source(
    'placed.id',
    { sent: 'refund.amount' },
    `refunds refund JOIN payments payment ON payment.id = refund.payment_id AND payment.subject LIKE 'order:%'
     JOIN orders placed ON placed.id = CAST(SUBSTR(payment.subject, 7) AS INTEGER) AND ${SETTLED}`,
  ),
  source(
    'placed.id',
    { of_parts: 'part.refunded_amount' },
    `order_parts part JOIN orders placed ON placed.id = part.order_id AND ${SETTLED}`,
  ),
  source(
    'placed.id',
    { agreed: 'part.commission' },
    'order_parts part JOIN orders placed ON placed.id = part.order_id WHERE placed.complete = 1',
  ),
  sumsOf(
    'entry.order_id',
    {
      vendors: booked('vendor'),
      commission: booked('commission'),
      tax: booked('tax'),
      buyers: booked('buyers'),
      gateway: booked('gateway'),
      // what goes back of it is negative
      kept: "CASE WHEN entry.account = 'commission' AND entry.amount > 0 THEN entry.amount ELSE 0 END",
    },
    'ledger_entries entry WHERE entry.order_id IS NOT NULL',
  ),
].join(' UNION ALL ');

const sums = COLUMNS.map((name) => `SUM(${name}) AS ${name}`).join(', ');

/** All money in one row. */
export const TOTALS = `SELECT ${sums} FROM (${SOURCES}) facts`;

/** One row per order that does not add up. */
export const WRONG_ORDERS = `
  SELECT checked.*, placed.number FROM (
    SELECT order_id, ${sums} FROM (${SOURCES}) facts GROUP BY order_id
    HAVING SUM(due) <> SUM(captured) OR SUM(due_back) <> SUM(refunded)
      OR SUM(sent) <> SUM(refunded) OR SUM(of_parts) <> SUM(due_back)
      OR SUM(captured) - SUM(refunded) <> SUM(vendors) + SUM(commission) + SUM(tax) + SUM(buyers)
      OR SUM(captured) - SUM(refunded) <> -SUM(gateway)
      OR SUM(buyers) <> 0 OR SUM(kept) <> SUM(agreed)
  ) checked LEFT JOIN orders placed ON placed.id = checked.order_id ORDER BY checked.order_id`;

const ofPart = (
  part: string,
  known: { total?: string; back?: string; noted?: string; booked?: string },
  from: string,
) =>
  `SELECT ${part} AS part_id, ${known.total ?? 0} AS total, ${known.back ?? 0} AS back, ${known.noted ?? 0} AS noted,
     ${known.booked ?? 0} AS booked FROM ${from}`;

/** What was sold of each part and what went back of it, as the part, its refunds and the books have it. */
const PARTS = [
  ofPart(
    'part.id',
    { total: 'part.subtotal - part.discount + part.shipping + part.tax', back: 'part.refunded_amount' },
    'order_parts part JOIN orders placed ON placed.id = part.order_id AND placed.complete = 1',
  ),
  ofPart('refund.part_id', { noted: 'refund.amount' }, 'order_refunds refund'),
  ofPart(
    'entry.part_id',
    { booked: 'SUM(entry.amount)' },
    'ledger_entries entry WHERE entry.part_id IS NOT NULL GROUP BY entry.part_id',
  ),
].join(' UNION ALL ');

/** One row per part that does not add up. */
export const WRONG_PARTS = `
  SELECT checked.*, placed.id AS order_id, placed.number FROM (
    SELECT part_id, SUM(total) AS total, SUM(back) AS back, SUM(noted) AS noted, SUM(booked) AS booked
    FROM (${PARTS}) facts GROUP BY part_id
    HAVING SUM(back) <> SUM(noted) OR SUM(total) - SUM(back) <> SUM(booked)
  ) checked JOIN order_parts part ON part.id = checked.part_id JOIN orders placed ON placed.id = part.order_id
  ORDER BY checked.part_id`;

/** The lines of refunds, which are kept as JSON, one below the other. */
const lines = (isSqlite: boolean) =>
  isSqlite
    ? `SELECT JSON_EXTRACT(line.value, '$.itemId') AS item_id, 0 AS back, JSON_EXTRACT(line.value, '$.amount') AS noted
       FROM order_refunds refund, JSON_EACH(refund.items) line`
    : `SELECT line.item_id, 0 AS back, line.noted FROM order_refunds refund,
       JSON_TABLE(refund.items, '$[*]' COLUMNS (item_id INT PATH '$.itemId', noted BIGINT PATH '$.amount')) line`;

/** One row per item of which something else went back than its refunds say. */
export const wrongItems = (isSqlite: boolean) => `
  SELECT checked.*, placed.id AS order_id, placed.number FROM (
    SELECT item_id, SUM(back) AS back, SUM(noted) AS noted FROM (
      SELECT item.id AS item_id, item.refunded_amount AS back, 0 AS noted FROM order_items item
      WHERE item.refunded_amount <> 0 UNION ALL ${lines(isSqlite)}
    ) facts GROUP BY item_id HAVING SUM(back) <> SUM(noted)
  ) checked JOIN order_items item ON item.id = checked.item_id JOIN orders placed ON placed.id = item.order_id
  ORDER BY checked.item_id`;

export const WRONG_TRANSACTIONS = `
  SELECT transaction_id AS id, SUM(amount) AS amount FROM ledger_entries
  GROUP BY transaction_id HAVING SUM(amount) <> 0 ORDER BY transaction_id`;

/** A pending one is on its way, a paid one is gone, a failed one is back. */
export const WRONG_PAYOUTS = `
  SELECT payout.id AS id FROM payouts payout LEFT JOIN ledger_entries entry ON entry.payout_id = payout.id
  GROUP BY payout.id, payout.status, payout.amount
  HAVING COALESCE(SUM(${booked('payouts')}), 0) <> CASE WHEN payout.status = 'pending' THEN payout.amount ELSE 0 END
    OR COALESCE(SUM(${booked('gateway')}), 0) <> CASE WHEN payout.status = 'paid' THEN payout.amount ELSE 0 END
    OR COALESCE(SUM(${booked('vendor')}), 0) <> CASE WHEN payout.status = 'failed' THEN 0 ELSE -payout.amount END
  ORDER BY payout.id`;

export const PAID_OUT = "SELECT SUM(amount) AS amount FROM payouts WHERE status <> 'failed'";
