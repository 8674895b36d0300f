import { LargeCatalogue } from '../src/demo/large-catalogue';
import { Actors } from '../src/domains/auth/actors';
import { StaffAccounts } from '../src/domains/moderation/staff-accounts';
import { Store } from '../src/domains/stores/store.entity';
import { Database } from '../src/platform/database/database';
import { startApp, type TestApp } from './app';
import type { Client } from './client';
import { statementsOf, type Statement } from './cold';
import type { Person } from './factories';
import { Shop } from './shop';

let test: TestApp;
let paths: [path: string, reader: Client][];
let catalogue: LargeCatalogue;

/** Every list of the API, as somebody for whom there are some rows in it. */
async function listsOf({ document, client }: TestApp): Promise<typeof paths> {
  const shop = await Shop.open(test);
  const { vendor, make } = shop;
  const [buyer, critic] = [await make.buyer(), await make.vendor()];
  const product = await shop.product();
  for (let round = 0; round < 3; round += 1) {
    await make.store(vendor);
    const other = await shop.product();
    await shop.put(buyer.client, product);
    await shop.put(buyer.client, other);
    await shop.place(buyer.client);
    await critic.client.post(`/products/${other.id}/reviews`, { rating: 4, comment: 'Good.' });
    await (
      await make.vendor()
    ).client.post(`/products/${product.id}/reviews`, { rating: 5, comment: 'Fine.' });
  }
  const password = await test.app.get(StaffAccounts).create('ada', 'ada@souk.example');
  const { body: tokens } = await client.post<Person['tokens']>('/auth/login', { username: 'ada', password });
  const { body: webhook } = await vendor.client.post<{ id: number }>('/webhooks', {
    url: 'https://example.com/hook',
  });
  const ids: Record<string, number> = {
    webhooks: webhook.id,
    stores: shop.store.id,
    vendors: vendor.user.id,
    products: product.id,
  };
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const isList = get?.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'limit');
    if (!isList) return [];
    const here = path
      .replace('/api', '')
      .replace(/(\w+)\/\{id\}/, (_, noun: string) => `${noun}/${ids[noun]}`);
    if (path.startsWith('/api/admin')) return [[here, client.as(tokens)]];
    if (path === '/api/orders') return [[here, buyer.client]];
    if (path === '/api/reviews/mine') return [[here, critic.client]];
    return [[here, vendor.client]];
  });
}

beforeAll(async () => {
  // nothing in the background asks the database meanwhile
  test = await startApp({ WORKER: 'off' });
  catalogue = test.app.get(LargeCatalogue);
  await catalogue.grow(100, () => undefined);
  paths = await listsOf(test);
});
afterAll(() => test.close());

async function countAll(limit: number): Promise<string[]> {
  const counts: string[] = [];
  for (const [path, reader] of paths) {
    // whoever reads is looked up each time, however long ago that was done last
    test.app.get(Actors).forget();
    const asked = await statementsOf(test, async () =>
      expect((await reader.get(`${path}?limit=${limit}`)).status).toBe(200),
    );
    counts.push(`${path} ${asked.length}`);
  }
  return counts;
}

interface Step {
  table: string;
  type: string;
  rows: number;
  Extra: string | null;
}

/** Steps of its plan that read a whole table, or sort more than what one store has. */
async function costly([sql, parameters]: Statement): Promise<string[]> {
  const plan = await test.app.get(Database).manager.query<Step[]>(`EXPLAIN ${sql}`, parameters);
  return plan
    .filter(({ type, Extra }) => type === 'ALL' || (Extra?.includes('filesort') && !/store_id. = /.test(sql)))
    .map(({ table, type, Extra }) => `${table} ${type} ${Extra}: ${sql}`);
}

/** Few rows are read faster without an index, whatever there is. */
async function multiplyStores(): Promise<void> {
  const { manager } = test.app.get(Database);
  const columns = manager.dataSource.getMetadata(Store).columns.map(({ databaseName }) => databaseName);
  const copied = columns.filter((name) => name !== 'id').join(', ');
  for (let round = 0; round < 5; round += 1)
    await manager.query(`INSERT INTO stores (${copied}) SELECT ${copied} FROM stores`);
  await manager.query('ANALYZE TABLE stores, products, product_search');
}

const SORTS = ['newest', 'price', '-price', 'rating', 'popular'];

it('asks a list as often of the database for a hundred rows of ten thousand as for one of a hundred', async () => {
  expect(paths.length).toBeGreaterThan(20);
  const few = await countAll(1);
  expect(await countAll(100)).toEqual(few);
  await catalogue.grow(9_900, () => undefined);
  expect(await countAll(1)).toEqual(few);
  expect(await countAll(100)).toEqual(few);
});

describe('of many stores and products', () => {
  beforeAll(multiplyStores);

  it.each([
    ...SORTS.map((sort) => `/products?sort=${sort}`),
    ...SORTS.map((sort) => `/stores/1/products?sort=${sort}`),
    '/products?category=1',
    '/stores',
    '/stores?sort=name',
    '/stores?sort=rating',
  ])('%s reads by an index, on every page', async (path) => {
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const url: string = `${path}${path.includes('?') ? '&' : '?'}limit=20${cursor ? `&cursor=${String(cursor)}` : ''}`;
      const statements = await statementsOf(test, async () => {
        const { body } = await test.client.get<{ nextCursor: string | null }>(url);
        cursor = body.nextCursor;
      });
      const pages = statements.filter(([sql]) => sql.includes('ORDER BY') && sql.includes('LIMIT'));
      expect(pages.length).toBeGreaterThan(0);
      for (const statement of pages) expect(await costly(statement)).toEqual([]);
      if (!cursor) break;
    }
  });
});
