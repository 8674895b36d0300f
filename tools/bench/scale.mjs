/**
 * `npm run bench -- scale`: does a list of 100,000 products cost what one of 1,000 costs? The same addresses at both
 * sizes, 50 connections each; about four minutes.
 */
import { measureReading } from './load.mjs';
import { openMarket } from './server.mjs';

const SMALL = 1_000;
const LARGE = 100_000;
const DEEP = 500;
const LIMIT = 2;

const json = async (url) => (await fetch(url)).json();
const list = (query) => `/api/products?limit=2${query ? `&${query}` : ''}`;

/** Of so few rows that 1,000 products have a 500th page too. */
async function deepPage(url) {
  let path = list('');
  for (let page = 1; page < DEEP; page += 1) {
    const { nextCursor } = await json(url + path);
    if (!nextCursor) throw new Error(`There is no page ${page + 1}.`);
    path = list(`cursor=${nextCursor}`);
  }
  return path;
}

async function addressesOf(url) {
  const { facets } = await json(url + list('facets=true'));
  return {
    'first page': list(''),
    [`page ${DEEP}`]: await deepPage(url),
    ...Object.fromEntries(
      ['newest', 'price', '-price', 'rating', 'popular'].map((sort) => [
        `sort=${sort}`,
        list(`sort=${sort}`),
      ]),
    ),
    'all facets': list('facets=true'),
    category: list(`category=${facets.categories[0].id}&facets=true`),
    'price band': list('minPrice=25&maxPrice=50&facets=true'),
    rating: list('minRating=4&facets=true'),
    'in stock': list('inStock=true&facets=true'),
    digital: list('digital=false&facets=true'),
    store: list(`store=${facets.stores[0].id}&facets=true`),
    option: list('options=Size:M&facets=true'),
    'a word of 1 %': list('search=marigold'),
  };
}

async function figuresOf(url) {
  const figures = {};
  for (const [name, path] of Object.entries(await addressesOf(url)))
    figures[name] = await measureReading({
      url,
      name,
      pathOf: () => path,
      expect: '"total":',
      warmUp: 2,
      seconds: 4,
    });
  return figures;
}

export async function benchScale() {
  const market = await openMarket(SMALL);
  try {
    const small = await figuresOf(market.url);
    await market.seed(LARGE - SMALL);
    const large = await figuresOf(market.url);
    console.log(`\n${'address'.padEnd(16)}     p95 ms at ${SMALL}   at ${LARGE}   ratio`);
    const ratios = Object.keys(small).map((name) => {
      // below a millisecond the clock decides
      const ratio = Math.max(1, large[name].p95) / Math.max(1, small[name].p95);
      console.log(
        `${name.padEnd(16)}${String(small[name].p95).padStart(19)}${String(large[name].p95).padStart(12)}${ratio.toFixed(2).padStart(8)}`,
      );
      return ratio;
    });
    const most = Math.max(...ratios);
    console.log(`\nHighest ratio ${most.toFixed(2)}; it must not be above ${LIMIT}.`);
    if (most > LIMIT) process.exitCode = 1;
  } finally {
    await market.close();
  }
}
