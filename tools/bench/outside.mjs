/**
 * `npm run bench -- outside`: stores are opened while X, the mail server and an integrator's program answer, and again
 * while all take every connection and answer nothing; goods are bought meanwhile. Then they are back. How long a store
 * took to open, and how long until everything was sent. About four minutes.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { ask, openStores, shop } from '../chaos/shoppers.mjs';
import { compileFile, root } from '../compile-api.mjs';
import { openMarket } from './server.mjs';

const VENDORS = 10;
const STORES = 400;
const STORES_BEFORE = 200;
const ORDERS = 40;
const AT_ONCE = 4;
/** At least so long nobody answers: the pauses between attempts have grown by then. */
const AWAY_MS = 120_000;
const LONGEST_MS = 300;
const BACK_MS = 60_000;
const PATIENCE_MS = 180_000;

const require = createRequire(import.meta.url);
const testServer = async (name) =>
  require(await compileFile(join(root, `apps/api/test/${name}.ts`), join(root, 'dist/bench-test')));

export async function benchOutside() {
  const x = await (await testServer('x-server')).startXServer();
  const smtp = await (await testServer('smtp-server')).startSmtpServer();
  const program = await (await testServer('receiver')).startReceiver();
  const market = await openMarket(10, {
    ...{ ...x.settings, X_MONTHLY_CAP: '100000' },
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'Souk <souk@example.com>', LOG_LEVEL: 'fatal' },
    WEBHOOK_LOOPBACK: 'true',
  });
  const database = await mysql.createConnection(market.databaseUrl.replace('mariadb:', 'mysql:'));
  try {
    const goods = await openStores(market.url, VENDORS, 2, 1000);
    const open = await newFounder(market.url, program.url);
    const calm = await openMany(open, 'Open door', STORES_BEFORE);
    await untilNothingWaits(database, performance.now());
    for (const outside of [x, smtp, program]) outside.fallSilent();
    const before = x.tweets.length + smtp.received.length;
    const since = performance.now();
    const times = await openMany(open, 'Black hole', STORES);
    await atOnce(ORDERS, (nth) =>
      shop(market.url, {
        name: `buyer${nth}`,
        lines: [{ ...goods[nth % goods.length], quantity: 1 }],
        token: 'tok_ok',
        times: 1,
      }),
    );
    await wait(Math.max(0, AWAY_MS - (performance.now() - since)));
    const waiting = await count(database);
    const sent = x.tweets.length + smtp.received.length - before;
    const back = performance.now();
    for (const outside of [x, smtp]) outside.behave();
    program.answer(200);
    const sentMs = await untilNothingWaits(database, back);
    report({ calm, times, waiting, sent, sentMs, x, smtp, told: await told(database, program) });
  } finally {
    await database.end();
    await market.close();
    await x.close();
    await smtp.close();
    await program.close();
  }
}

async function atOnce(total, work) {
  let begun = 0;
  const lane = async () => {
    while (begun < total) await work((begun += 1));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** @returns what opens a store of this name */
async function newFounder(url, program) {
  const account = { username: 'founder', email: 'founder@example.com', password: 'a long passphrase' };
  const { body } = await ask(url, 'POST', '/auth/register', { ...account, userType: 'vendor' });
  const headers = { authorization: `Bearer ${body.accessToken}` };
  await ask(url, 'POST', '/webhooks', { url: program, eventTypes: ['store.opened'] }, headers);
  return async (name) => {
    const store = { name, description: 'One of many.' };
    const answer = await ask(url, 'POST', '/stores', store, headers);
    if (answer.status !== 201) throw new Error(`No store: ${JSON.stringify(answer.body)}`);
  };
}

/** @returns how long each store took, in milliseconds */
async function openMany(open, name, total) {
  const times = [];
  await atOnce(total, async (nth) => {
    const start = performance.now();
    await open(`${name} ${nth}`);
    times.push(performance.now() - start);
  });
  return times.sort((a, b) => a - b);
}

async function count(database) {
  const one = async (sql) => Number((await database.query(sql))[0][0].n);
  return {
    jobs: await one('SELECT COUNT(*) n FROM outbox WHERE done_at IS NULL'),
    posts: await one("SELECT COUNT(*) n FROM social_posts WHERE status IN ('waiting', 'withdrawing')"),
    events: await one("SELECT COUNT(*) n FROM webhook_deliveries WHERE status = 'waiting'"),
  };
}

async function untilNothingWaits(database, since) {
  for (const end = since + PATIENCE_MS; performance.now() < end; await wait(200)) {
    const { jobs, posts, events } = await count(database);
    if (jobs + posts + events === 0) return performance.now() - since;
  }
  throw new Error(
    `Not everything was sent within ${PATIENCE_MS / 1000} s: ${JSON.stringify(await count(database))}`,
  );
}

/** What the program was told of all stores. */
async function told(database, { received }) {
  const [[{ n }]] = await database.query(
    "SELECT COUNT(*) n FROM webhook_deliveries WHERE status <> 'delivered'",
  );
  const ids = new Set(received.map(({ headers }) => headers['webhook-id']));
  return {
    missing: Number(n) + STORES + STORES_BEFORE - ids.size,
    requests: received.length - ids.size,
  };
}

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const repeated = (all) => all.length - new Set(all).size;

function report({ calm, times, waiting, sent, sentMs, x, smtp, told }) {
  const stores = x.tweets.filter(({ text }) => text.includes('Black hole')).length;
  const subjects = smtp.received.map(({ to, message }) => `${to} ${/^Subject: .*$/m.exec(message)?.[0]}`);
  const latency = (all) => [0.5, 0.99, 1].map((share) => at(all, share).toFixed(0)).join(' / ');
  const rows = {
    [`${calm.length} stores before: p50 / p99 / longest ms`]: latency(calm),
    [`${times.length} stores meanwhile: p50 / p99 / longest ms`]: latency(times),
    'jobs, posts and events that waited': `${waiting.jobs}, ${waiting.posts}, ${waiting.events}`,
    'posts and mails sent while all were away': sent,
    'seconds until all was sent': (sentMs / 1000).toFixed(1),
    'posts on X, mails received': `${x.tweets.length}, ${smtp.received.length}`,
    'posts of these stores that are missing': STORES - stores,
    'posts twice': repeated(x.tweets.map(({ text }) => text)),
    'mails twice': repeated(subjects),
    'events that did not arrive': told.missing,
    'requests with events that had no answer': told.requests,
  };
  console.log('');
  for (const [name, figure] of Object.entries(rows)) console.log(`${name.padEnd(52)}${figure}`);
  const isGood =
    at(times, 0.99) < LONGEST_MS &&
    sentMs < BACK_MS &&
    stores === STORES &&
    told.missing === 0 &&
    rows['posts twice'] + rows['mails twice'] === 0;
  console.log(
    `\nMust be: p99 below ${LONGEST_MS} ms, all sent within ${BACK_MS / 1000} s, nothing missing or twice.`,
  );
  if (!isGood) process.exitCode = 1;
}
