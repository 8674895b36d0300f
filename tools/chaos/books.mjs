/** What the database says afterwards, counted. */
import mysql from 'mysql2/promise';
import { readFileSync } from 'node:fs';
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

const PAID = "o.payment_status = 'paid'";

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

/** Of those who were told that they have paid, whose order is not. */
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

/**
 * Holds the gateway's own book, which no killed process can take back, against the orders: paid ones that it knows
 * nothing of or charged otherwise, and charges that neither paid an order nor went back.
 */
export async function wrongCharges(books, { dataDir }) {
  const lines = readFileSync(join(dataDir, 'test-gateway.jsonl'), 'utf8').trim().split('\n').map(JSON.parse);
  const returned = new Set(
    lines.filter(({ kind }) => kind === 'refund').map(({ name }) => name.split(':')[0]),
  );
  const charged = new Map();
  const stranded = new Set();
  for (const { kind, name, status, reference, amount } of lines) {
    // what was confirmed later is found pending
    if (kind !== 'charge' || status === 'failed') continue;
    const orderId = Number(/^order:(\d+)@/.exec(name)?.[1]);
    charged.set(orderId, (charged.get(orderId) ?? 0) + amount);
    if (status === 'succeeded' && !returned.has(reference)) stranded.add(orderId);
  }
  const paid = await books.ask(`SELECT o.id, o.total_amount AS total FROM orders o WHERE ${PAID}`);
  for (const { id } of paid) stranded.delete(Number(id));
  const otherwise = paid.filter(({ id, total }) => charged.get(Number(id)) !== Number(total));
  return otherwise.length + stranded.size;
}
