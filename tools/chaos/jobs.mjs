/** What follows from orders, while whoever works on it is killed, or what hands it out is gone. */
import { setTimeout as wait } from 'node:timers/promises';
import { startRedis } from '../services.mjs';
import { count, openBooks, settledBooks } from './books.mjs';
import { openMailSink } from './mail-sink.mjs';
import { openMarketplace } from './marketplace.mjs';
import { report } from './report.mjs';
import { openStores, shop, tally } from './shoppers.mjs';

const ORDERS = 1000;
/** Few notifications for each vendor: of very many the oldest go. */
const STORES = 10;
const KILLS = 20;
const MAIL_MS = 4;
const LOAD_MS = 60_000;
const REDIS_GOES_MS = 10_000;
const REDIS_IS_GONE_MS = 30_000;

const JOBS = "outbox WHERE handler <> ''";
const DONE = `${JOBS} AND done_at IS NOT NULL`;

async function redisOrThrow(port) {
  const redis = await startRedis(port);
  if (!redis)
    throw new Error('Redis is not installed; install it with: sudo apt-get install -y redis-server');
  return redis;
}

/** One unit each, by buyers of their own, so many at once until it is enough. */
async function buy(url, goods, atOnce, isEnough) {
  let begun = 0;
  const paid = [];
  const lane = async () => {
    while (!isEnough(begun)) {
      const nth = (begun += 1);
      const { productId, variantId } = goods[nth % goods.length];
      const lines = [{ productId, variantId, quantity: 1 }];
      const [told] = await shop(url, { name: `buyer${nth}`, lines, token: 'tok_ok', times: 1 });
      if (told?.isPaid) paid.push({ email: `buyer${nth}@example.com`, orderId: told.orderId });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return paid;
}

/** Kills it in the middle of its work, again and again, until it is over. */
async function killAgainAndAgain(books, { start, kill }) {
  for (let kills = 0; kills < KILLS; kills += 1) {
    const done = await count(books, DONE);
    const left = (await count(books, JOBS)) - done;
    const next = done + Math.floor((left / (KILLS - kills + 1)) * (0.5 + Math.random() / 2));
    await start();
    while ((await count(books, DONE)) <= next) await wait(5);
    await kill();
    process.stderr.write(`${kills + 1} kills, ${left} jobs were left\n`);
  }
  await start();
}

/** What must be there once for every order, counted. */
async function judge(books, open, paid, { mails }) {
  const sent = await books.ask('SELECT cause FROM sent_mails');
  const causes = new Set(sent.map(({ cause }) => cause));
  const parts = await books.ask('SELECT id, order_id AS orderId FROM order_parts');
  const wanted = paid.flatMap(({ orderId }) => [
    `placed:${orderId}`,
    ...parts.filter((part) => Number(part.orderId) === orderId).map(({ id }) => `sale:${id}`),
  ]);
  const posts =
    'SELECT subject, subject_id FROM social_posts GROUP BY subject, subject_id HAVING COUNT(*) > 1';
  const news = 'SELECT kind, data FROM notifications GROUP BY user_id, kind, data HAVING COUNT(*) > 1';
  const things = (await count(books, 'products')) + (await count(books, 'stores'));
  const twice = [...mails.values()].reduce((sum, times) => sum + times - 1, 0);
  const reached = new Set([...mails.keys()].map((key) => key.split(' ')[0]));
  return {
    facts: {
      'orders paid': paid.length,
      'jobs done': await count(books, DONE),
      'mails that the mail server took': [...mails.values()].reduce((sum, times) => sum + times, 0),
      'of them repeats': twice,
      'most often taken': Math.max(0, ...mails.values()),
    },
    twice,
    faults: {
      'jobs still open after the deadline': open,
      'jobs given up': await count(books, 'outbox WHERE dead_at IS NOT NULL'),
      'orders whose mails are not noted': wanted.filter((cause) => !causes.has(cause)).length,
      'mails noted twice': sent.length - causes.size,
      'buyers without a mail': paid.filter(({ email }) => !reached.has(email)).length,
      'stores and products without their post': things - (await count(books, 'social_posts')),
      'sales without a notification': paid.length - (await count(books, "notifications WHERE kind = 'sale'")),
      'notifications doubled': (await books.ask(news)).length,
      'posts doubled': (await books.ask(posts)).length,
    },
  };
}

/** @param isApart with Redis, and a worker beside the API; otherwise in the API */
export async function whileWorkersDie(isApart) {
  const redis = isApart ? await redisOrThrow() : null;
  const sink = await openMailSink(MAIL_MS);
  const env = { ...sink.env, WORKER: 'off', SOCIAL: 'log', ...(redis && { REDIS_URL: redis.url }) };
  const market = await openMarketplace('mariadb', env);
  try {
    const goods = await openStores(market.url, STORES, 4, 1000);
    const paid = await buy(market.url, goods, 20, (begun) => begun >= ORDERS);
    const books = openBooks(market);
    const waiting = (await count(books, JOBS)) - (await count(books, DONE));
    if (!isApart) await market.end();
    const worker = isApart
      ? { start: async () => market.startWorker(), kill: market.killWorker }
      : { start: () => market.start({ WORKER: 'inline' }), kill: market.kill };
    const started = performance.now();
    await killAgainAndAgain(books, worker);
    await books.close();
    const settled = await settledBooks(market);
    const seconds = Math.round((performance.now() - started) / 1000);
    const { facts, twice, faults } = await judge(settled.books, settled.open, paid, sink);
    await settled.books.close();
    return report(
      `jobs, ${isApart ? 'a worker beside the API, with Redis' : 'in the API, without Redis'}`,
      { 'jobs that waited': waiting, 'kills of the worker': KILLS, seconds, ...facts },
      // its lanes work at the same time, so each may have one mail in hand
      { ...faults, 'more repeats than mails in hand at a kill': Math.max(0, twice - KILLS * IN_HAND) },
    );
  } finally {
    await market.close();
    await redis?.stop();
    sink.close();
  }
}

/** Orders that the lane of mails about them works on at once. */
const IN_HAND = 4;

export async function whileRedisIsGone() {
  let redis = await redisOrThrow();
  const sink = await openMailSink(MAIL_MS);
  // with limits, which ask Redis as well
  const env = { REDIS_URL: redis.url, RATE_LIMIT_SCALE: '1000', WORKER: 'off', SOCIAL: 'log' };
  const market = await openMarketplace('mariadb', { ...sink.env, ...env });
  market.startWorker();
  try {
    const goods = await openStores(market.url, STORES, 4, 10_000);
    const books = openBooks(market);
    Object.assign(tally, { asked: 0, failed: 0, times: [] });
    const end = Date.now() + LOAD_MS;
    const buying = buy(market.url, goods, 10, () => Date.now() > end);
    await wait(REDIS_GOES_MS);
    const before = tally.times.splice(0);
    await redis.stop();
    await wait(REDIS_IS_GONE_MS);
    const during = tally.times.splice(0);
    const waiting = await count(books, `${JOBS} AND done_at IS NULL`);
    redis = await redisOrThrow(Number(new URL(redis.url).port));
    const back = Date.now();
    const paid = await buying;
    const over = Date.now();
    await books.close();
    const settled = await settledBooks(market);
    const drained = Math.max(0, Date.now() - over);
    const { facts, faults } = await judge(settled.books, settled.open, paid, sink);
    await settled.books.close();
    return report(
      'redis',
      {
        requests: tally.asked,
        'ms at most for 99 of 100, before': slowest(before),
        'ms at most for 99 of 100, without Redis': slowest(during),
        'jobs that waited when Redis came back': waiting,
        'seconds of load after that': Math.round((over - back) / 1000),
        'seconds until all was done after the load': Math.round(drained / 1000),
        ...facts,
      },
      { 'failed requests': tally.failed, ...faults },
    );
  } finally {
    await market.close();
    await redis.stop();
    sink.close();
  }
}

function slowest(times) {
  times.sort((one, other) => one - other);
  return Math.round(times[Math.floor(times.length * 0.99)] ?? 0);
}
