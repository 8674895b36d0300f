import { readOption, splitOptions, writeOption } from '@souk/contracts';
import type { ProductDto, ProductInput, ProductPage } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import type { Suggestions } from '@souk/contracts/suggestions.dto';
import { startApp, type TestApp } from '../../../test/app';
import { statementsOf } from '../../../test/cold';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { Database } from '../../platform/database/database';
import { OptionsAndWords1790300000000 } from '../../platform/database/migrations/1790300000000-options-and-words';
import { Category } from './category.entity';
import { ProductsService } from './products.service';
import { StockService } from './stock.service';

let test: TestApp;
let make: Factory;
let vendor: Person;
let store: StoreDto;
let bowl: ProductDto;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
  store = await make.store(vendor, { name: 'Kiln & Co' });
  const categories = test.app.get(Database).repository(Category);
  const ceramics = await categories.save({ name: 'Ceramics', slug: 'ceramics', parentId: null });
  const mugs = await categories.save({ name: 'Drinkware', slug: 'drinkware', parentId: ceramics.id });
  const paper = await categories.save({ name: 'Paper', slug: 'paper', parentId: null });
  const add = (name: string, price: string, change: Partial<ProductInput>) =>
    make.product(vendor, { storeId: store.id, name, price, stockQuantity: 5, ...change });
  const mug = await add('Stoneware mug', '20.00', {
    categoryId: mugs.id,
    description: 'The one for coffee, by “Ember”. Café-proof!',
  });
  await add('Mug', '25.00', { categoryId: mugs.id, stockQuantity: 0 });
  const sizes = ['M', 'xl', 'L'].map((Size) => ({ Size, 'Wood: finish': 'Oak, oiled' }));
  const offer = { price: '49.99', stockQuantity: 1 };
  const variants = sizes.map((options) => ({ options, ...offer }));
  await add('Mug tree', '49.99', { categoryId: ceramics.id, variants });
  bowl = await add('Crème brûlée bowl', '50.00', { categoryId: ceramics.id });
  const pdf = await add('Field guide', '300.00', { categoryId: paper.id, digital: true });
  await add('Tee', '15.00', {
    variants: [
      { sku: 'TEE-XL-9', options: { Colour: 'Ochre', Size: 'XL' }, price: '15.00', stockQuantity: 1 },
    ],
  });
  await add('Hidden mug', '1.00', { isActive: false });
  const products = test.app.get(ProductsService);
  await products.rate(mug.id, 9, 2);
  await products.rate(bowl.id, 3, 1);
  await test.app.get(StockService).recordSale([
    { productId: pdf.id, quantity: 7 },
    { productId: bowl.id, quantity: 2 },
  ]);
});
afterAll(() => test.close());

const list = async (query: string) => (await test.client.get<ProductPage>(`/products?${query}`)).body;
const names = async (query: string) => (await list(query)).items.map(({ name }) => name);
const ALL = ['Tee', 'Field guide', 'Crème brûlée bowl', 'Mug tree', 'Mug', 'Stoneware mug'];

describe('search', () => {
  it.each([
    ['mug', ['Mug', 'Mug tree', 'Stoneware mug']],
    ['MUG', ['Mug', 'Mug tree', 'Stoneware mug']],
    ['mug stone', ['Stoneware mug']],
    ['stonew', ['Stoneware mug']],
    ['creme BRULEE', ['Crème brûlée bowl']],
    ['the one', ['Stoneware mug']],
    ['cafe', ['Stoneware mug']],
    ['xl', ['Tee', 'Mug tree']],
    ['tee-xl-9', ['Tee']],
    ['ochre', ['Tee']],
    ['drinkware', ['Mug', 'Stoneware mug']],
    ['kiln tree', ['Mug tree']],
    ['mugs', ['Mug', 'Mug tree', 'Stoneware mug']],
    ['a mug for the kitchen', []],
    ['a mug of the kiln', ['Mug tree', 'Mug', 'Stoneware mug']],
    ['oak', ['Mug tree']],
    ['ug', []],
    ['mug spaceship', []],
  ])('for %p finds %p', async (search, found) => {
    expect(await names(`search=${encodeURIComponent(search)}`)).toEqual(found);
  });

  it.each([
    '"',
    "'",
    '"mug',
    'mug*',
    '*',
    '+-><()~*"@',
    '%',
    '_',
    'mug AND',
    'NOT mug',
    'NEAR(mug tree)',
    'name:mug',
    '^mug',
    '{name body}: mug',
    '-mug',
    '\\',
    "'; DROP TABLE products; --",
    '🎁',
    '🎁 mug',
    '!'.repeat(100),
    '"*'.repeat(50),
    'a '.repeat(50).trim(),
    'x'.repeat(100),
    '漢字',
    'ß ﬁ İ ǅ',
    '\u0301',
  ])('bears %j', async (search) => {
    const answer = await test.client.get<ProductPage>(
      `/products?search=${encodeURIComponent(search)}&facets=true`,
    );
    expect(answer.status).toBe(200);
  });

  it('takes nothing but blanks for no search, and nothing but signs for no match', async () => {
    expect(await names('search=%20%20')).toEqual(ALL);
    expect(await names('search=%25')).toEqual([]);
  });

  it.each([
    ['stonware', 'stoneware', ['Stoneware mug']],
    ['stonewraes mug', 'stoneware mug', ['Stoneware mug']],
    ['creme brulle', 'creme brulee', ['Crème brûlée bowl']],
    ['kiln drinkwear', 'kiln drinkware', ['Mug', 'Stoneware mug']],
    ['stonware&maxPrice=1', 'stoneware', []],
    ['mug&maxPrice=1', null, []],
    ['muf', null, []],
    ['qwertyuiop', null, []],
  ])('mends %s to %s', async (search, meant, found) => {
    const { items, total, correctedSearch } = await list(`search=${search}`);
    expect(correctedSearch).toBe(meant);
    expect(items.map(({ name }) => name)).toEqual(found);
    expect(total).toBe(found.length);
  });

  it('pages through what was meant', async () => {
    const { items, nextCursor } = await list('search=drinkwaer&limit=1');
    const next = await list(`search=drinkwaer&limit=1&cursor=${nextCursor}`);
    expect([...items, ...next.items].map(({ name }) => name)).toEqual(['Mug', 'Stoneware mug']);
  });

  it('follows what is written, renamed and deleted', async () => {
    const product = await make.product(vendor, { name: 'Quokka' });
    await vendor.client.patch(`/products/${product.id}`, { name: 'Wombat' });
    expect(await names('search=quokka')).toEqual([]);
    expect(await names('search=wombat')).toEqual(['Wombat']);
    await vendor.client.patch(`/stores/${product.store.id}`, { name: 'Marsupials' });
    await test.settled();
    expect(await names('search=marsupials')).toEqual(['Wombat']);
    await vendor.client.delete(`/products/${product.id}`);
    expect(await names('search=wombat')).toEqual([]);
  });

  it('finds hidden products for their vendor only', async () => {
    const mine = await vendor.client.get<ProductPage>('/products/my-products?search=hidden');
    expect(mine.body.items.map(({ name }) => name)).toEqual(['Hidden mug']);
    expect(await names('search=hidden')).toEqual([]);
  });
});

describe('filters', () => {
  it.each([
    ['category=ceramics', ['Crème brûlée bowl', 'Mug tree', 'Mug', 'Stoneware mug']],
    ['category=drinkware', ['Mug', 'Stoneware mug']],
    ['category=2', ['Mug', 'Stoneware mug']],
    ['category=nothing', []],
    ['category=drinkware,paper', ['Field guide', 'Mug', 'Stoneware mug']],
    ['category=drinkware&category=paper', ['Field guide', 'Mug', 'Stoneware mug']],
    ['store=1,2147483647&store=1&category=paper', ['Field guide']],
    ['options=size:Xl', ['Tee', 'Mug tree']],
    ['options=Size:M,Size:XL', ['Tee', 'Mug tree']],
    ['options=Size:M,Size:XL,Colour:Ochre', ['Tee']],
    ['options=Size:M&options=Colour:Ochre', []],
    ['options=Wood%5C:%20finish:Oak%5C,%20oiled', ['Mug tree']],
    ['minPrice=25&maxPrice=49.99', ['Mug tree', 'Mug']],
    ['minPrice=25.01', ['Field guide', 'Crème brûlée bowl', 'Mug tree']],
    ['minRating=4', ['Stoneware mug']],
    ['minRating=3', ['Crème brûlée bowl', 'Stoneware mug']],
    ['inStock=false', ['Mug']],
    ['digital=true', ['Field guide']],
    ['store=2147483647', []],
    ['vendor=2147483647', []],
    ['search=mug&inStock=true', ['Mug tree', 'Stoneware mug']],
  ])('%s gives %p', async (query, found) => {
    expect(await names(query)).toEqual(found);
  });

  it('by store and vendor', async () => {
    expect(await names(`store=${store.id}&vendor=${vendor.user.id}`)).toEqual(ALL);
  });

  it.each([
    'sort=cheapest',
    'minPrice=-1',
    'minPrice=1.999',
    'maxPrice=1e9',
    'minRating=0',
    'minRating=6',
    'inStock=1',
    'digital=',
    'store=0',
    'vendor=x',
    'category=A%20B',
    'category=',
    'category=ceramics,',
    'store=1,x',
    `store=${Array.from({ length: 51 }, () => 1).join(',')}`,
    'options=',
    'options=Size',
    'options=Size:',
    'options=:M',
    'options=Size:M,L',
    `options=${'x'.repeat(41)}:M`,
    'facets=yes',
    'isActive=true',
    'maxStock=1',
    'page=2',
    'search=a&search=b',
    'search[$ne]=a',
    `search=${'x'.repeat(101)}`,
    'search=a%00b',
  ])('refuses ?%s', async (query) =>
    expectError(await test.client.get(`/products?${query}`), 400, 'VALIDATION_ERROR'),
  );
});

describe('sorts', () => {
  it.each([
    ['newest', ALL],
    ['price', ['Tee', 'Stoneware mug', 'Mug', 'Mug tree', 'Crème brûlée bowl', 'Field guide']],
    ['-price', ['Field guide', 'Crème brûlée bowl', 'Mug tree', 'Mug', 'Stoneware mug', 'Tee']],
    ['relevance', ALL],
  ])('%s', async (sort, found) => {
    expect(await names(`sort=${sort}`)).toEqual(found);
  });

  it('rating and popular', async () => {
    expect((await names('sort=rating')).slice(0, 2)).toEqual(['Stoneware mug', 'Crème brûlée bowl']);
    expect((await names('sort=popular')).slice(0, 2)).toEqual(['Field guide', 'Crème brûlée bowl']);
  });

  it.each(['newest', 'price', '-price', 'rating', 'popular', 'relevance'])(
    '%s pages without gaps or repeats while products come and go',
    async (sort) => {
      const owner = await make.vendor();
      const { id: storeId } = await make.store(owner);
      const wanted: number[] = [];
      for (const price of ['3', '1', '2', '2', '1'])
        wanted.push((await make.product(owner, { storeId, name: `Paged ${price}`, price })).id);
      const seen: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const body: ProductPage = await list(
          `search=paged&vendor=${owner.user.id}&sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
        const late = await make.product(owner, {
          storeId,
          name: 'Paged',
          price: sort === 'price' ? '0' : '9',
        });
        await owner.client.delete(`/products/${late.id}`);
        await make.product(owner, { storeId, name: 'Paged', price: sort === 'price' ? '0' : '9' });
      }
      // newcomers may show on later pages, in their place; what was there must show once
      expect(seen.filter((id) => wanted.includes(id)).toSorted((a, b) => a - b)).toEqual(wanted);
      expect(new Set(seen).size).toBe(seen.length);
      await owner.client.delete(`/stores/${storeId}`);
    },
  );

  it('refuses the cursor of another sort', async () => {
    const { nextCursor } = await list('search=mug&limit=1');
    expect(nextCursor).not.toBeNull();
    const answer = await test.client.get(`/products?sort=price&cursor=${nextCursor}`);
    expectError(answer, 400, 'VALIDATION_ERROR');
  });
});

describe('facets', () => {
  it('are null unless asked for', async () => {
    expect((await list('limit=1')).facets).toBeNull();
  });

  it.each([
    '',
    'search=mug',
    'category=ceramics,paper&minPrice=25',
    'minRating=3&inStock=true',
    'digital=false&options=Size:XL,Size:M',
    'options=Size:M,Colour:Ochre',
    'minPrice=20&minRating=1&inStock=true&digital=false&store=1',
    'search=zzz',
  ])('of ?%s agree with the lists that they lead to', async (query) => {
    const { facets } = await list(`${query}&facets=true&limit=1`);
    const totalWith = async (change: Record<string, string | null>) => {
      const asked = new URLSearchParams(query);
      for (const [field, value] of Object.entries(change)) {
        if (value === null) asked.delete(field);
        else asked.set(field, value);
      }
      return (await list(String(asked))).total;
    };
    if (!facets) throw new Error('No facets.');
    for (const { slug, count } of facets.categories) expect(await totalWith({ category: slug })).toBe(count);
    for (const { minRating, count } of facets.ratings)
      expect(await totalWith({ minRating: String(minRating) })).toBe(count);
    for (const { value, count } of facets.inStock)
      expect(await totalWith({ inStock: String(value) })).toBe(count);
    for (const { value, count } of facets.digital)
      expect(await totalWith({ digital: String(value) })).toBe(count);
    for (const { id, count } of facets.stores) expect(await totalWith({ store: String(id) })).toBe(count);
    const options = new URLSearchParams(query).getAll('options').flatMap(splitOptions);
    for (const { name, values } of facets.options) {
      const others = options.filter((text) => readOption(text)?.name !== name);
      for (const { value, count } of values)
        expect(await totalWith({ options: [...others, writeOption({ name, value })].join(',') })).toBe(count);
    }
    for (const { min, max, count } of facets.prices) {
      const below = max && (Number(max) - 0.01).toFixed(2);
      expect(await totalWith({ minPrice: min, maxPrice: below })).toBe(count);
    }
  });

  it('leave out their own filter only', async () => {
    const { facets } = await list('category=paper&facets=true');
    expect(facets?.categories.map(({ slug, count }) => [slug, count])).toEqual([
      ['ceramics', 4],
      ['drinkware', 2],
      ['paper', 1],
    ]);
    expect(facets?.prices.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1]);
  });

  it('of options follow the variants, whatever case they are written in', async () => {
    const options = async () => (await list('search=wallaby&facets=true')).facets?.options;
    const variant = (Size: string, id?: number) => ({ id, options: { Size }, price: '1', stockQuantity: 1 });
    const of = (...values: [string, number][]) => [
      { name: 'Size', values: values.map(([value, count]) => ({ value, count })) },
    ];
    const one = await make.product(vendor, { name: 'Wallaby', variants: [variant('S'), variant('M')] });
    const { id } = await make.product(vendor, { name: 'Wallaby', variants: [variant('s')] });
    expect(await options()).toEqual(of(['S', 2], ['M', 1]));
    await vendor.client.patch(`/products/${one.id}`, { variants: [variant('L')] });
    expect(await options()).toEqual(of(['L', 1], ['s', 1]));
    await vendor.client.patch(`/products/${id}`, { isActive: false });
    expect(await options()).toEqual(of(['L', 1]));
    await vendor.client.delete(`/products/${one.id}`);
    expect(await options()).toEqual([]);
    await vendor.client.delete(`/products/${id}`);
  });
});

describe('suggestions', () => {
  const suggested = async (q: string) => {
    const { body } = await test.client.get<Suggestions>(`/products/suggestions?q=${encodeURIComponent(q)}`);
    const kinds = [body.products, body.categories, body.stores];
    return kinds.map((items) => items.map(({ name }) => name));
  };

  it.each([
    ['fi', [['Field guide'], [], []]],
    ['mug', [['Mug tree', 'Mug', 'Stoneware mug'], [], []]],
    ['MUG TR', [['Mug tree'], [], []]],
    ['creme b', [['Crème brûlée bowl'], [], []]],
    ['cer', [[], ['Ceramics'], []]],
    ['drink', [[], ['Drinkware'], []]],
    ['kiln & c', [[], [], ['Kiln & Co']]],
    ['hidden', [[], [], []]],
    ['%', [[], [], []]],
    ['"* mug', [['Mug tree', 'Mug', 'Stoneware mug'], [], []]],
  ])('for %p are %p', async (q, expected) => {
    expect(await suggested(q)).toEqual(expected);
  });

  it('are at most eight, and may be kept for a minute', async () => {
    const { body, headers } = await test.client.get<Suggestions>('/products/suggestions?q=Paged');
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(Object.values(body).flat()).toHaveLength(0);
    for (let number = 1; number <= 9; number += 1)
      await make.product(vendor, { storeId: store.id, name: `Kiln ${number}` });
    expect((await suggested('kiln')).map(({ length }) => length)).toEqual([7, 0, 1]);
  });

  it.each(['', '?q=', '?q=%20', `?q=${'x'.repeat(101)}`, '?q=a&limit=9'])('refuses %j', async (query) =>
    expectError(await test.client.get(`/products/suggestions${query}`), 400, 'VALIDATION_ERROR'),
  );
});

it('asks the database as often for a long list as for a short one', async () => {
  await test.settled();
  const queries = async (limit: number) => (await statementsOf(test, () => list(`limit=${limit}`))).length;
  const short = await queries(1);
  expect(short).toBeGreaterThan(3);
  expect(await queries(6)).toBe(short);
});

it('brings options and words of a market from before there were any', async () => {
  const { manager, isSqlite } = test.app.get(Database);
  const key = isSqlite ? 'rowid' : 'product_id';
  const state = async () => ({
    options: await manager.query('SELECT * FROM product_options ORDER BY product_id, name_key, value_key'),
    texts: await manager.query(`SELECT ${key}, name, body FROM product_search ORDER BY ${key}`),
    words: (await manager.query<{ word: string }[]>('SELECT word FROM search_words')).map(({ word }) => word),
  });
  const before = await state();
  await manager.query("UPDATE product_search SET body = REPLACE(body, ' | ', ' ')");
  const runner = manager.dataSource.createQueryRunner();
  const migration = new OptionsAndWords1790300000000();
  await migration.down(runner);
  await migration.up(runner);
  await runner.release();
  const after = await state();
  expect(after.options).toEqual(before.options);
  expect(after.texts).toEqual(before.texts);
  // those of renamed and deleted products were learnt and are gone
  expect(before.words).toEqual(expect.arrayContaining(after.words));
  expect(after.words).toEqual(expect.arrayContaining(['stoneware', 'drinkware', 'kiln', 'ochre']));
});
