/** What the database says afterwards, counted. */
import mysql from 'mysql2/promise';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
const SETTLED_MS = 240_000;

/** In a process of its own: the file is free again for the server when that has ended. */
const SQLITE =
  "process.stdout.write(JSON.stringify(new (require('libsql'))(process.argv[1]).prepare(process.argv[2]).all()))";

/** Plain SELECTs on either database. */
export function openBooks({ mariaDb, dataDir }) {
  if (mariaDb) {
    const pool = mysql.createPool(mariaDb.url.replace(/^mariadb:/, 'mysql:'));
    return { ask: async (sql) => (await pool.query(sql))[0], close: () => pool.end() };
  }
  const args = (sql) => ['-e', SQLITE, join(dataDir, 'souk.sqlite'), sql];
  return {
    ask: async (sql) =>
      JSON.parse(execFileSync(process.execPath, args(sql), { cwd: root, maxBuffer: 2 ** 26 })),
    close: async () => undefined,
  };
}

export const count = async ({ ask }, from) => Number((await ask(`SELECT COUNT(*) AS n FROM ${from}`))[0].n);

/** Orders that wait for their payment, and facts for whoever hears them. */
const underWay = async (books) =>
  (await count(books, "orders WHERE payment_status = 'pending'")) +
  (await count(books, 'outbox WHERE done_at IS NULL'));

/**
 * Waits until nothing is under way. One process has an SQLite file, so there the server ends for every look.
 * @returns the books, and how much was under way all the same when time was up
 */
export async function settledBooks(market) {
  const { mariaDb } = market;
  for (const end = Date.now() + SETTLED_MS; ; await wait(1000)) {
    if (!mariaDb) await market.end();
    const books = openBooks(market);
    const open = await underWay(books);
    if (open === 0 || Date.now() > end) return { books, open };
    await books.close();
    if (!mariaDb) await market.start();
  }
}

const PAID = "o.payment_status = 'paid'";

/** Units of each variant that live orders hold. */
async function soldUnits(books) {
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
  // what became of a charge is a later line
  const charges = new Map(
    lines.filter(({ kind }) => kind === 'charge').map((line) => [line.reference, line]),
  );
  const charged = new Map();
  const stranded = new Set();
  for (const { name, status, reference, amount } of charges.values()) {
    // what was confirmed later is found pending
    if (status === 'failed') continue;
    const orderId = Number(/^order:(\d+)@/.exec(name)?.[1]);
    charged.set(orderId, (charged.get(orderId) ?? 0) + amount);
    if (status === 'succeeded' && !returned.has(reference)) stranded.add(orderId);
  }
  const paid = await books.ask(`SELECT o.id, o.total_amount AS total FROM orders o WHERE ${PAID}`);
  for (const { id } of paid) stranded.delete(Number(id));
  const otherwise = paid.filter(({ id, total }) => charged.get(Number(id)) !== Number(total));
  return otherwise.length + stranded.size;
}
