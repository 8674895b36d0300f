import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { startApp, type TestApp } from '../../../test/app';
import { Factory, type Person } from '../../../test/factories';
import { guarded, unguarded } from './products-csv-cells';
import { PublicNetwork } from './remote-pictures.network';

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

async function catalogue(store: { id: number }): Promise<ProductDto[]> {
  const path = `/products/my-products?store=${store.id}&limit=100`;
  const { body } = await vendor.client.get<ProductPage>(path);
  return body.items.sort((a, b) => (a.name < b.name ? -1 : 1));
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
    const lessNames = (text: string) => text.replace(/Store \w+/g, '').replace(/-souk\d+/g, '');
    expect(lessNames(await exported(other))).toBe(lessNames(csv));
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

  it.each(['=1', '+1', '-1', '@x', '\tx', "'=1", "''+1", "'quoted'", 'plain', ''])(
    'guards %j and gives it back',
    (cell) => expect(unguarded(guarded(cell))).toBe(cell),
  );
});

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
