/**
 * `npm run chaos [-- server | database | rush | jobs | redis]`: buys while what it needs is killed, and holds the books
 * against what the buyers were told. Each is bounded and prints a table; the process fails when a line that must be 0 is not.
 *
 * - server: 1,000 checkouts, 20 at a time, each sent three times; the API is killed at least 20 times meanwhile
 * - database: the same while MariaDB is killed 5 times
 * - rush: 500 buyers at once for 50 units, 20 rounds on each database
 * - jobs: what 1,000 orders are followed by, while the process that works on it is killed 20 times: in the API, and in a
 *   worker beside it with Redis
 * - redis: buys for a minute, for half of which Redis is gone
 */
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import * as count from './books.mjs';
import { openMarketplace } from './marketplace.mjs';
import { whileRedisIsGone, whileWorkersDie } from './jobs.mjs';
import { report } from './report.mjs';
import { openStores, shop } from './shoppers.mjs';

const TOKENS = ['tok_ok', 'tok_ok', 'tok_ok', 'tok_ok', 'tok_later', 'tok_declined'];
const LONGEST_PAUSE_MS = 20_000;
const any = (list) => list[Math.floor(Math.random() * list.length)];
const between = (least, most) => least + Math.random() * (most - least);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    checkouts: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '20' },
  },
});

/** Runs so many at a time, until it is enough. */
async function atOnce(many, work, isEnough) {
  let begun = 0;
  const lane = async () => {
    while (!isEnough()) await work((begun += 1));
  };
  await Promise.all(Array.from({ length: many }, lane));
}

const basketOf = (goods) =>
  Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => ({
    ...any(goods),
    quantity: 1 + Math.floor(Math.random() * 2),
  }));

/** @param kill once, and what was killed runs again @param kills at least so many */
async function buyWhile(market, kills, kill) {
  const goods = await openStores(market.url, 4, 10, 100);
  const checkouts = Number(values.checkouts);
  const answers = [];
  let killed = 0;
  // the last ones finish in peace
  const isOver = () => answers.length >= checkouts && killed >= kills;
  const killer = (async () => {
    while (!isOver()) {
      // spread over the whole run, and somewhere in the middle of what goes on
      const next = answers.length + between(0.2, 1.2) * (checkouts / kills);
      const latest = Date.now() + LONGEST_PAUSE_MS;
      while (answers.length < next && Date.now() < latest && !isOver()) await wait(20);
      await wait(between(0, 300));
      if (isOver()) break;
      await kill();
      killed += 1;
    }
  })();
  const started = performance.now();
  await atOnce(
    20,
    async (nth) => {
      const name = `buyer${nth}`;
      const told = await shop(market.url, { name, lines: basketOf(goods), token: any(TOKENS) });
      answers.push({ email: `${name}@example.com`, told });
      if (answers.length % 100 === 0) process.stderr.write(`${answers.length} checkouts, ${killed} kills\n`);
    },
    isOver,
  );
  await killer;
  const seconds = (performance.now() - started) / 1000;
  return { goods, answers, killed, seconds };
}

/** The lines of the table, those that must be 0 in a list of their own. */
async function judge(market, { goods, answers }) {
  const { books, open } = await count.settledBooks(market);
  try {
    const ordered = answers
      .map(({ email, told }) => {
        const placed = told.filter(({ orderId }) => orderId);
        return {
          email,
          orders: new Set(placed.map(({ orderId }) => orderId)),
          isPaid: placed.some(({ isPaid }) => isPaid),
        };
      })
      .filter(({ orders }) => orders.size > 0);
    const told = ordered.map(({ email, orders: [orderId], isPaid }) => ({ email, orderId, isPaid }));
    return {
      facts: {
        'paid orders': await count.paidOrders(books),
        'answered with an order': told.length,
        'of them told to wait for the payment': told.filter(({ isPaid }) => !isPaid).length,
        'declined or sold out': answers.length - told.length,
      },
      faults: {
        'still open after the deadline': open,
        'told of two orders for one key': ordered.filter(({ orders }) => orders.size > 1).length,
        'orders lost': await count.lost(
          books,
          told.filter(({ isPaid }) => isPaid),
        ),
        'orders doubled': await count.doubled(books),
        'paid without an answer': await count.untold(books, told),
        "the gateway's book is not the paid orders": await count.wrongCharges(books, market),
        'variants with wrong stock': await count.wrongStock(books, goods),
      },
    };
  } finally {
    await books.close();
  }
}

async function verified(market, faults) {
  await market.end();
  return { ...faults, 'books that do not add up': (await market.verify()) ? 0 : 1 };
}

async function whileServerDies() {
  const market = await openMarketplace('mariadb');
  try {
    const run = await buyWhile(market, 20, async () => {
      await market.kill();
      await market.start();
    });
    const { facts, faults } = await judge(market, run);
    const { killed: kills, seconds } = run;
    return report(
      'server',
      { checkouts: run.answers.length, 'kills of the API': kills, seconds: Math.round(seconds), ...facts },
      await verified(market, faults),
    );
  } finally {
    await market.close();
  }
}

async function whileDatabaseDies() {
  const market = await openMarketplace('mariadb');
  try {
    const run = await buyWhile(market, 5, async () => {
      await market.mariaDb.kill();
      await market.mariaDb.startAgain();
    });
    const { facts, faults } = await judge(market, run);
    const { killed: kills, seconds } = run;
    return report(
      'database',
      { checkouts: run.answers.length, 'kills of MariaDB': kills, seconds: Math.round(seconds), ...facts },
      await verified(market, faults),
    );
  } finally {
    await market.close();
  }
}

async function rush(database) {
  const market = await openMarketplace(database);
  try {
    const rounds = Number(values.rounds);
    const goods = await openStores(market.url, 1, rounds, 50);
    const answers = [];
    const sold = [];
    for (const [round, { productId, variantId }] of goods.entries()) {
      const crowd = Array.from({ length: 500 }, (_, nth) => ({ name: `buyer${round}.${nth}`, times: 1 }));
      const line = { productId, variantId, quantity: 1 };
      const all = await Promise.all(
        crowd.map((one) => shop(market.url, { ...one, lines: [line], token: 'tok_ok' })),
      );
      answers.push(...all.map((told, nth) => ({ email: `${crowd[nth].name}@example.com`, told })));
      sold.push(all.filter(([first]) => first?.status === 201).length);
    }
    const { facts, faults } = await judge(market, { goods, answers });
    const wrong = { 'rounds without exactly 50 paid orders': sold.filter((paid) => paid !== 50).length };
    return report(
      `rush on ${database}`,
      { rounds, ...facts },
      await verified(market, { ...wrong, ...faults }),
    );
  } finally {
    await market.close();
  }
}

const SCENARIOS = {
  server: whileServerDies,
  database: whileDatabaseDies,
  rush: async () => [await rush('mariadb'), await rush('sqlite')].every(Boolean),
  jobs: async () => [await whileWorkersDie(false), await whileWorkersDie(true)].every(Boolean),
  redis: whileRedisIsGone,
};

const wanted = positionals.length > 0 ? positionals : Object.keys(SCENARIOS);
for (const name of wanted) {
  const scenario = SCENARIOS[name];
  if (!scenario) throw new Error(`Say what to kill: npm run chaos -- ${Object.keys(SCENARIOS).join(' | ')}`);
  if (!(await scenario())) process.exitCode = 1;
}
