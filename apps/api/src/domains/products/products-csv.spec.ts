import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import sharp from 'sharp';
import { startApp, type TestApp } from '../../../test/app';
import { Factory, type Person } from '../../../test/factories';
import { fixture } from '../../../test/fixture';
import { PICTURE } from '../../../test/isolation/makers';
import { Database } from '../../platform/database/database';
import { PublicNetwork } from '../../platform/network/public-network';
import { Category } from './category.entity';
import { guarded, unguarded } from './products-csv-cells';

let test: TestApp;
let make: Factory;
let vendor: Person;
let server: Server;
let host: string;
let fetched: string[] = [];

beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
  const picture = (hue: number) =>
    sharp({ create: { width: 60 + hue, height: 50, channels: 3, background: '#c8741a' } })
      .png()
      .toBuffer();
  server = createServer(async (request, response) => {
    fetched.push(request.url ?? '');
    const number = /^\/(\d)\.png$/.exec(request.url ?? '')?.[1];
    if (number) response.end(await picture(Number(number)));
    // each a picture of its own
    else if (request.url?.startsWith('/s/files/')) response.end(await picture(10 + fetched.length));
    else if (request.url === '/text.png') response.end('no picture');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://cdn.example:${(server.address() as AddressInfo).port}`;
  const network = test.app.get(PublicNetwork);
  jest.spyOn(network, 'resolve').mockResolvedValue([{ address: '127.0.0.1', family: 4 }]);
  jest.spyOn(network, 'allows').mockReturnValue(true);
});
beforeEach(() => (fetched = []));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});

async function run(store: { id: number }, bytes: Buffer): Promise<ImportDto> {
  const file = { name: 'mine.csv', type: 'text/csv', bytes };
  const { body } = await vendor.client.upload<ImportDto>('POST', `/stores/${store.id}/imports`, file);
  await test.settled();
  return (await vendor.client.get<ImportDto>(`/stores/${store.id}/imports/${body.id}`)).body;
}

/** All of them, in the order in which they were made. */
async function catalogue(store: { id: number }): Promise<ProductDto[]> {
  const products: ProductDto[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor && `&cursor=${cursor}`;
    const path = `/products/my-products?store=${store.id}&limit=100${after}`;
    const { body } = await vendor.client.get<ProductPage>(path);
    products.push(...body.items);
    cursor = body.nextCursor;
  }
  return products.sort((a, b) => a.id - b.id);
}

const exported = async (store: { id: number }) => {
  const { status, headers, body } = await vendor.client.get<string>(`/stores/${store.id}/products.csv`);
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/csv; charset=utf-8' });
  expect(headers['content-disposition']).toBe(`attachment; filename="products-${store.id}.csv"`);
  return body;
};

/** What is the vendor's own of a product. */
const content = ({ variants, images, ...product }: ProductDto) => {
  const { name, slug, description, price, compareAtPrice, stockQuantity, category, digital, isActive } =
    product;
  return {
    ...{ name, slug, description, price, compareAtPrice, stockQuantity, category, digital, isActive },
    currency: product.currency,
    isDraft: product.status === 'draft',
    variants: variants.map(({ id: _, ...variant }) => variant),
    images: images.map(({ id: _, ...image }) => image),
  };
};

const describeProducts = async (storeId: number) => {
  await make.product(vendor, {
    storeId,
    name: '=HYPERLINK("http://evil.example")',
    description: '-2 degrees & <b>bold</b>\n\n• one\n• two\n\n\n\nx  y\u00a0z',
    isActive: false,
    variants: [
      {
        sku: '+1',
        options: { Size: '-S', Färbe: "'=1" },
        price: '10.00',
        compareAtPrice: '12.00',
        stockQuantity: 0,
      },
      { sku: null, options: { Färbe: '"blau", hell', Size: '@M' }, price: '0', stockQuantity: 1_000_000 },
    ],
  });
  await make.product(vendor, {
    storeId,
    name: 'Five options',
    digital: true,
    variants: [
      { options: { a: '1', b: '2', c: '3', d: '4', e: '5' }, price: '999999.99', stockQuantity: 3 },
      { options: { a: '1', b: '2', c: '3', d: '4', e: '6' }, price: '1.05', stockQuantity: 4 },
    ],
  });
};

describe('export', () => {
  it('imports into another store as the same catalogue, pictures included', async () => {
    const [store, other] = [await make.store(vendor), await make.store(vendor)];
    await describeProducts(store.id);
    const file = `Handle,Title,Type,Variant Price,Image Src,Image Position,Image Alt Text
mug,Mug,Mügs,5.00,${host}/1.png,2,-30 degrees
mug,,,,${host}/2.png,1,Seen from above
`;
    expect(await run(store, Buffer.from(file))).toMatchObject({ status: 'done', problems: [] });
    const before = await catalogue(store);
    expect(before.find(({ name }) => name === 'Mug')?.images).toMatchObject([
      { alt: 'Seen from above', width: 62 },
      { alt: '-30 degrees', width: 61 },
    ]);
    fetched = [];
    const csv = await exported(store);
    const job = await run(other, Buffer.from(csv));
    expect(job).toMatchObject({ status: 'done', productsCreated: 3 });
    expect(job.problems.map(({ field }) => field)).toEqual(['Variant Requires Shipping']);
    expect((await catalogue(other)).map(content)).toEqual(before.map(content));
    expect(fetched).toEqual([]);
    // its own export says the same again
    expect(await exported(other)).toBe(csv);
  });

  it.each([
    ['bicycles.csv', 284],
    ['jewelry.csv', 19],
  ])('of %s imports into another store as the same catalogue', async (name, count) => {
    const [store, other] = [await make.store(vendor), await make.store(vendor)];
    // the bicycles have a thousand pictures, so they are left at a host that is down
    const cdn = name === 'jewelry.csv' ? host : 'http://down.example:1';
    const file = fixture(`shopify/${name}`).toString().replaceAll('https://cdn.shopify.com', cdn);
    await run(store, Buffer.from(file));
    const before = await catalogue(store);
    expect(before).toHaveLength(count);
    const pictures = before.flatMap(({ images }) => images);
    expect(new Set(pictures.map(({ url }) => url)).size).toBe(name === 'jewelry.csv' ? 25 : 0);
    const csv = await exported(store);
    expect(await run(other, Buffer.from(csv))).toMatchObject({ status: 'done', productsCreated: count });
    expect((await catalogue(other)).map(content)).toEqual(before.map(content));
    expect(await exported(other)).toBe(csv);
  });

  it('of whatever can be entered imports into another store as the same catalogue', async () => {
    const categoryIds = await categoriesOfOneName();
    const imports = fc.asyncProperty(anyCatalogue(categoryIds), async (products) => {
      const [store, other] = [await make.store(vendor), await make.store(vendor)];
      for (const { pictures, ...input } of products) {
        const { id } = await make.product(vendor, { storeId: store.id, ...input });
        for (const alt of pictures) await addPicture(id, alt);
      }
      // pictures are there in all widths, as they will be of the other store
      await test.settled();
      const before = await catalogue(store);
      const job = await run(other, Buffer.from(await exported(store)));
      expect(job).toMatchObject({ status: 'done', productsCreated: products.length });
      expect(job.problems.filter(({ field }) => field !== 'Variant Requires Shipping')).toEqual([]);
      expect((await catalogue(other)).map(content)).toEqual(before.map(content));
    });
    await fc.assert(imports, { numRuns: 10 });
  });

  it('imports into the same store as an update, of products made by hand too', async () => {
    const store = await make.store(vendor);
    await describeProducts(store.id);
    const before = await catalogue(store);
    const job = await run(store, Buffer.from(await exported(store)));
    expect(job).toMatchObject({ status: 'done', productsCreated: 0, productsUpdated: 2 });
    const after = await catalogue(store);
    expect(after.map((product) => ({ ...product, updatedAt: '' }))).toEqual(
      before.map((product) => ({ ...product, updatedAt: '' })),
    );
  });

  it('has no cell that a spreadsheet would run', async () => {
    const store = await make.store(vendor);
    await describeProducts(store.id);
    const rows = parse(await exported(store), { columns: false });
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows[0]?.slice(0, 4)).toEqual(['Handle', 'Title', 'Body (HTML)', 'Vendor']);
  });

  it('of an empty store is a header', async () => {
    expect((await exported(await make.store(vendor))).trim().split('\n')).toHaveLength(1);
  });

  it('reaches beyond one page', async () => {
    const store = await make.store(vendor);
    const lines = Array.from({ length: 230 }, (_, index) => `h${index},Product ${index},5.00`);
    await run(store, Buffer.from(['Handle,Title,Variant Price', ...lines].join('\n')));
    expect(parse(await exported(store), { columns: true })).toHaveLength(230);
  });

  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', "'=1", "''+1"])(
    'guards %j and gives it back',
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`);
      expect(unguarded(guarded(cell))).toBe(cell);
    },
  );

  it('guards nothing else, and gives every text back', () => {
    for (const cell of ["'quoted'", 'plain', '']) expect(guarded(cell)).toBe(cell);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '\t', '-', 'a', '＋', '\n') }), (cell) => {
        expect(guarded(cell)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
        expect(unguarded(guarded(cell))).toBe(cell);
      }),
    );
  });
});

/** Two of the same name in different places of the tree, and none. */
async function categoriesOfOneName(): Promise<(number | null)[]> {
  const categories = test.app.get(Database).repository(Category);
  const add = ({ name, slug, parentId = null }: Partial<Category>) =>
    categories.save(Object.assign(new Category(), { name, slug, parentId }));
  const [home, office] = [
    await add({ name: 'Home', slug: 'home' }),
    await add({ name: 'Office', slug: 'office' }),
  ];
  const first = await add({ name: 'Lamps', slug: 'lamps', parentId: home.id });
  const second = await add({ name: 'Lamps', slug: 'lamps-2', parentId: office.id });
  return [null, home.id, first.id, second.id];
}

/** Products as the API takes them, with all that spreadsheets and CSV files trip over; and their pictures' texts. */
function anyCatalogue(categoryIds: (number | null)[]) {
  const odd = fc.constantFrom(
    ...['=1+1', '+49', '-5', '@SUM(A1)', "'", "'=1", "''-", '"', '""', ',', ';', '＝', 'null', '0', 'TRUE'],
    ...[
      '🚲',
      '👩‍🔧',
      'Größe',
      'حجم',
      '尺寸',
      'מידה',
      '<b>',
      '&amp;',
      '#2',
      'http://x',
      '\u00a0',
      '\u200b',
      ' ',
    ],
  );
  const piece = fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 8 }));
  const text = (pieces: fc.Arbitrary<string>, refused: RegExp, max: number, min = 1) =>
    fc
      .array(pieces, { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''))
      .filter((words) => !refused.test(words) && words.trim().length >= min && words.length <= max);
  const line = (max: number, min?: number) =>
    text(piece, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u, max, min);
  const breaks = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\t', '  ', '\n\n\n', ' \n');
  const prose = text(fc.oneof(piece, breaks), /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u, 10_000);
  const money = fc.integer({ min: 0, max: 100_000_000 }).map((minor) => (minor / 100).toFixed(2));
  // Shopify's way to say that there is only one kind
  const meansNone = /^(title|option \d)$/i;
  const optionName = line(40).filter((name) => !meansNone.test(name.trim()));
  const variants = fc
    .uniqueArray(optionName, { maxLength: 5, selector: (name) => name.trim() })
    .chain((names) =>
      fc.uniqueArray(
        fc.record({
          options: fc
            .tuple(...names.map(() => line(100)))
            .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))),
          sku: fc.option(line(100)),
          price: money,
          compareAtPrice: fc.option(money),
          stockQuantity: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })),
        }),
        {
          minLength: 1,
          maxLength: 4,
          selector: ({ options }) => JSON.stringify(Object.values(options).map((value) => value.trim())),
        },
      ),
    );
  return fc.array(
    fc.record({
      name: line(120, 2),
      description: prose,
      categoryId: fc.constantFrom(...categoryIds),
      digital: fc.boolean(),
      isActive: fc.boolean(),
      variants,
      pictures: fc.array(line(200), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
}

async function addPicture(productId: number, alt: string): Promise<void> {
  const path = `/products/${productId}/images`;
  const file = { name: 'a.png', type: 'image/png', bytes: PICTURE };
  const { body } = await vendor.client.upload<{ id: number }>('POST', path, file);
  expect(await vendor.client.patch(`${path}/${body.id}`, { alt })).toMatchObject({ status: 200 });
}

describe('pictures of an import', () => {
  const header = 'Handle,Title,Option1 Name,Option1 Value,Variant Price,Image Src,Variant Image';

  it('are fetched once', async () => {
    const store = await make.store(vendor);
    const file = Buffer.from(
      `${header}\nmug,Mug,Size,S,5,${host}/1.png,${host}/2.png\nmug,,,M,5,${host}/1.png,`,
    );
    expect((await run(store, file)).problems).toEqual([]);
    expect(fetched).toEqual(['/1.png', '/2.png']);
    expect((await run(store, file)).problems).toEqual([]);
    expect(fetched).toHaveLength(2);
    expect((await catalogue(store))[0]?.images).toHaveLength(2);
  });

  it('leave a note each when they cannot be had, and the rest is taken', async () => {
    const store = await make.store(vendor);
    const file = `${header}
a,Aa,,,5,${host}/404.png,
a,,,,,${host}/text.png,
a,,,,,ftp://cdn.example/1.png,
a,,,,,${host}/3.png,
`;
    const job = await run(store, Buffer.from(file));
    expect(job).toMatchObject({ status: 'done', productsCreated: 1 });
    expect(job.problems).toEqual([
      { line: 2, field: 'Image Src', message: expect.stringContaining('answered 404') },
      { line: 3, field: 'Image Src', message: expect.stringContaining('WebP') },
      { line: 4, field: 'Image Src', message: expect.stringContaining('begins with https://') },
    ]);
    expect((await catalogue(store))[0]?.images).toMatchObject([{ width: 63 }]);
  });

  it('of a host that is down are left out together', async () => {
    const store = await make.store(vendor);
    const lines = Array.from(
      { length: 40 },
      (_, index) => `h${index},Product ${index},,,5,http://down.example:1/${index}.png,`,
    );
    const { problems } = await run(store, Buffer.from([header, ...lines].join('\n')));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      line: 2,
      message: expect.stringContaining('39 more from "down.example:1"'),
    });
  });
});
