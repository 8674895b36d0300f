/**
 * `npm run bench`: what the shop bears, beside what bare Fastify with the same database bears in the same run. 10,000
 * products unless `--products` says otherwise; 50 connections; five seconds to warm up, then 16. About three minutes.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { any, measure, measureReading } from './load.mjs';
import { freePort, openMarket, untilUp } from './server.mjs';

const PAGES = 100;
const JSON_BODY = { 'content-type': 'application/json' };
const address = {
  name: 'Jo Rivers',
  address: '12 Harbour Street',
  city: 'Portland',
  state: 'OR',
  zipcode: '97201',
  country: 'US',
};

const json = async (url) => (await fetch(url)).json();

/** Addresses of the first pages, each from the one before. */
async function pagesOf(url) {
  const pages = ['/api/products?limit=20'];
  while (pages.length < PAGES) {
    const { nextCursor } = await json(url + pages.at(-1));
    if (!nextCursor) break;
    pages.push(`/api/products?limit=20&cursor=${nextCursor}`);
  }
  return pages;
}

const putIntoCart = (variants) => ({
  method: 'POST',
  path: '/api/cart/items',
  headers: JSON_BODY,
  setupRequest: (request) => ({
    ...request,
    body: JSON.stringify({ ...variants[any(variants.length) - 1], quantity: 1 }),
  }),
  status: 201,
  expect: '"total":"',
  onAnswer: (body, context) => (context.cart = JSON.parse(body).token),
});

const placeOrder = {
  method: 'POST',
  path: '/api/orders',
  setupRequest: (request, { cart }) => ({
    ...request,
    headers: { ...JSON_BODY, 'x-cart-token': cart },
    body: JSON.stringify({
      email: 'jo@example.com',
      shippingAddress: address,
      payment: { method: 'test', token: 'tok_ok' },
    }),
  }),
  status: 201,
  expect: '"paymentStatus":"paid"',
};

async function rawLimits(market, products) {
  const port = await freePort();
  const args = [join(import.meta.dirname, 'raw-server.mjs'), port, market.databaseUrl, products];
  const server = spawn(process.execPath, args.map(String), { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await untilUp(`${url}/constant`, server);
  const raw = {
    'raw: constant JSON': await measureReading({
      url,
      name: 'constant',
      pathOf: () => '/constant',
      expect: '"name"',
      warmUp: 2,
      seconds: 6,
    }),
    'raw: one prepared row': await measureReading({
      url,
      name: 'row',
      pathOf: () => '/row',
      expect: '"name"',
    }),
  };
  server.kill('SIGTERM');
  return raw;
}

export async function benchMarket(products) {
  const market = await openMarket(products);
  try {
    const { url } = market;
    const pages = await pagesOf(url);
    const variants = [];
    for (const page of pages.slice(0, 20))
      for (const { id, variants: own } of (await json(url + page)).items)
        variants.push(
          ...own
            .filter(({ stockQuantity }) => stockQuantity > 20)
            .map((own) => ({ productId: id, variantId: own.id })),
        );
    const raw = await rawLimits(market, products);
    const readings = {
      'list: 20 products of a random page': [() => pages[any(pages.length) - 1], '"items":[{"id":'],
      'detail: a random product': [() => `/api/products/${any(products)}`, '"variants":[{"id":'],
      'search: a word of 1 %': [() => '/api/products?search=marigold', '"total":'],
      'search, each answered for the first time': [
        () => `/api/products?search=marigold&maxPrice=${300 + any(9000)}.${10 + any(89)}`,
        '"items":[{"id":',
      ],
    };
    const figures = { ...raw };
    const note = async (name, measured) => {
      figures[name] = await measured;
      figures[name].peakMb = market.peakMb();
    };
    for (const [name, [pathOf, expect]] of Object.entries(readings))
      await note(name, measureReading({ url, name, pathOf, expect }));
    const cart = 'guest cart: made, one item, totals';
    await note(cart, measure({ url, name: cart, requests: [putIntoCart(variants)] }));
    const checkout = 'checkout: cart → paid order';
    const requests = [putIntoCart(variants), placeOrder];
    await note(checkout, measure({ url, name: checkout, requests, seconds: 10 }));
    print(figures, raw['raw: one prepared row'].rate);
    console.log(
      `First answer ${(market.startMs / 1000).toFixed(1)} s after the start; ${products} products.`,
    );
  } finally {
    await market.close();
  }
}

function print(figures, rawRate) {
  console.log(`\n${'workload'.padEnd(44)}  per s   of raw   p50 ms    p95 ms  p99 ms  peak MB`);
  for (const [name, { rate, p50, p95, p99, peakMb = '' }] of Object.entries(figures)) {
    const cells = [Math.round(rate), (rate / rawRate).toFixed(2), p50, p95, p99, peakMb];
    const widths = [7, 9, 9, 10, 8, 9];
    console.log(name.padEnd(44) + cells.map((cell, index) => String(cell).padStart(widths[index])).join(''));
  }
}
