/** What the database says afterwards, counted. */
import mysql from 'mysql2/promise';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const SETTLED_MS = 240_000;

/** Plain SELECTs on either database. */
export async function openBooks({ mariaDb, dataDir }) {
  if (mariaDb) {
    const pool = mysql.createPool(mariaDb.url.replace(/^mariadb:/, 'mysql:'));
    return { ask: async (sql) => (await pool.query(sql))[0], close: () => pool.end() };
  }
  const Sqlite = createRequire(import.meta.url)('libsql');
  const database = new Sqlite(join(dataDir, 'souk.sqlite'));
  return { ask: async (sql) => database.prepare(sql).all(), close: async () => database.close() };
}

const count = async ({ ask }, from) => Number((await ask(`SELECT COUNT(*) AS n FROM ${from}`))[0].n);

/** Waits until nothing is under way: no order waits for its payment, no fact for whoever hears it. */
export async function untilSettled(books) {
  const end = Date.now() + SETTLED_MS;
  for (;;) {
    const open =
      (await count(books, "orders WHERE payment_status = 'pending'")) +
      (await count(books, 'outbox WHERE done_at IS NULL'));
    if (open === 0) return 0;
    if (Date.now() > end) return open;
    await wait(1000);
  }
}

const PAID = "o.payment_status NOT IN ('pending', 'failed')";

/** Units of each variant that live orders hold. */
export async function soldUnits(books) {
  const rows = await books.ask(
    `SELECT i.variant_id AS variant, SUM(i.quantity) AS units FROM order_items i
     JOIN orders o ON o.id = i.order_id JOIN order_parts p ON p.id = i.part_id
     WHERE o.payment_status <> 'failed' AND p.status <> 'cancelled' GROUP BY i.variant_id`,
  );
  return new Map(rows.map(({ variant, units }) => [Number(variant), Number(units)]));
}

/** Variants whose stock and what was sold of it are not what there was at first. */
export async function wrongStock(books, goods) {
  const sold = await soldUnits(books);
  const rows = await books.ask('SELECT id, stock_quantity AS stock FROM product_variants');
  const left = new Map(rows.map(({ id, stock }) => [Number(id), Number(stock)]));
  return goods.filter(
    ({ variantId, stock }) => (left.get(variantId) ?? 0) + (sold.get(variantId) ?? 0) !== stock,
  ).length;
}

export const paidOrders = (books) => count(books, `orders o WHERE ${PAID}`);

/** Buyers who paid more than once; each bought once, under an address of their own. */
export const doubled = (books) =>
  count(books, `(SELECT o.email FROM orders o WHERE ${PAID} GROUP BY o.email HAVING COUNT(*) > 1) twice`);

/** Of those who were told that they have an order, who have none that is paid. */
export async function lost(books, told) {
  const rows = await books.ask(`SELECT o.id, o.email FROM orders o WHERE ${PAID}`);
  const paid = new Map(rows.map(({ id, email }) => [email, Number(id)]));
  return told.filter(({ email, orderId }) => paid.get(email) !== orderId).length;
}

/** Of the paid orders, whose buyers were never told so. */
export async function untold(books, told) {
  const known = new Set(told.map(({ email }) => email));
  const rows = await books.ask(`SELECT o.email FROM orders o WHERE ${PAID}`);
  return rows.filter(({ email }) => !known.has(email)).length;
}

/** Charges without a paid order of that amount, and paid orders without their charge. */
export async function wrongCharges(books) {
  const [{ n }] = await books.ask(
    `SELECT COUNT(*) AS n FROM orders o LEFT JOIN payments c
       ON c.subject = CONCAT('order:', o.id) AND c.status = 'succeeded' AND c.amount = o.total_amount
     WHERE (${PAID}) <> (c.id IS NOT NULL AND c.refunded < c.amount)`,
  );
  return Number(n);
}
