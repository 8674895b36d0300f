import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '@souk/contracts';
import type { ImportDto, ImportPage } from '@souk/contracts/imports.dto';
import type { CategoryList } from '@souk/contracts/categories.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { IsNull, Like, Not } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Answer, type Client } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { fixture } from '../../../test/fixture';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { Storage } from '../../platform/storage/storage';
import { ErasureService } from '../users/erasure.service';
import { Import, ImportProblemRow } from './import.entity';
import { ImportPictures } from './imports.pictures';
import { ImportQueued } from './imports.events';
import { ImportWriter } from './imports.writer';

let test: TestApp;
let make: Factory;
let vendor: Person;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => test.close());

const header = 'Handle,Title,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price';
const csv = (...lines: string[]) => Buffer.from([header, ...lines].join('\n'));

const post = (
  store: { id: number },
  bytes: Buffer,
  fields: Record<string, string> = {},
  client: Client = vendor.client,
): Promise<Answer<ImportDto>> =>
  client.upload('POST', `/stores/${store.id}/imports`, { name: 'mine.csv', type: 'text/csv', bytes }, fields);

/** Queued, and followed to its end. */
async function run(store: { id: number }, bytes: Buffer, fields = {}): Promise<ImportDto> {
  const { status, body, headers } = await post(store, bytes, fields);
  expect({ status, body }).toMatchObject({ status: 202, body: { status: 'queued', problems: [] } });
  expect(headers.location).toBe(`/api/stores/${store.id}/imports/${body.id}`);
  await test.settled();
  return (await vendor.client.get<ImportDto>(String(headers.location))).body;
}

/** All of a vendor's own products in a store, inactive ones too, by name. */
async function catalogue(store: { id: number }): Promise<ProductDto[]> {
  const products: ProductDto[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor && `&cursor=${cursor}`;
    const path = `/products/my-products?store=${store.id}&limit=100&sort=newest${after}`;
    const { body } = await vendor.client.get<ProductPage>(path);
    products.push(...body.items);
    cursor = body.nextCursor;
  }
  return products.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const named = (products: ProductDto[], name: string) => {
  const product = products.find((each) => each.name === name);
  if (!product) throw new Error(`No product is called ${name}.`);
  return product;
};

describe('importing a real catalogue', () => {
  let store: StoreDto;
  let first: ImportDto;
  let before: ProductDto[];
  beforeAll(async () => {
    store = await make.store(vendor);
    first = await run(store, fixture('shopify/bicycles.csv'));
    before = await catalogue(store);
  });

  it('takes every product and variant', () => {
    expect(first).toMatchObject({
      status: 'done',
      dryRun: false,
      fileName: 'mine.csv',
      rowsTotal: 1399,
      rowsDone: 1399,
      productsCreated: 284,
      productsUpdated: 0,
      finishedAt: expect.any(String),
    });
    expect(before).toHaveLength(284);
    expect(before.flatMap(({ variants }) => variants)).toHaveLength(1121);
    expect(before.filter(({ isActive }) => !isActive)).toHaveLength(58);
  });

  it('takes each field as it was meant', () => {
    const tape = named(before, 'Pure City Leather Handlebar Tape');
    expect(tape).toMatchObject({ category: { name: 'Bar Tape', slug: 'bar-tape' }, digital: true });
    expect(named(before, 'Crane Bell')).toMatchObject({
      description: 'Crane Bell',
      price: '20.00',
      stockQuantity: 0,
      isActive: false,
      variants: [{ options: {}, sku: 'Bell-Crane-Copper', price: '20.00', compareAtPrice: null }],
    });
    for (const { description, variants } of before) {
      expect(description).not.toMatch(/<\/?\w/);
      expect(Math.min(...variants.map(({ stockQuantity }) => stockQuantity))).toBeGreaterThanOrEqual(0);
    }
  });

  it('shows in the shop: categories, search and the count of the store', async () => {
    const { body: categories } = await test.client.get<CategoryList>('/categories');
    expect(categories.items.find(({ name }) => name === 'Tools')).toMatchObject({ slug: 'tools' });
    const { body: found } = await test.client.get<ProductPage>('/products?search=wrench+pedal');
    expect(found.total).toBeGreaterThan(0);
    const { body } = await test.client.get<StoreDto>(`/stores/${store.id}`);
    expect(body.productCount).toBe(226);
  });

  it('notes the pictures of a host that does not answer once', () => {
    const ofPictures = first.problems.filter(({ message }) => message.includes('cdn.shopify.com'));
    expect(ofPictures).toHaveLength(1);
    expect(ofPictures[0]).toMatchObject({ line: 2, field: 'Image Src' });
    expect(first.problems).toHaveLength(15);
    expect(first.problems.map(({ line }) => line)).toEqual(
      first.problems.map(({ line }) => line).sort((a, b) => a - b),
    );
  });

  it('updates when it is imported again', async () => {
    const again = await run(store, fixture('shopify/bicycles.csv'));
    expect(again).toMatchObject({ status: 'done', productsCreated: 0, productsUpdated: 284 });
    const timeless = (products: ProductDto[]) => products.map((product) => ({ ...product, updatedAt: '' }));
    expect(timeless(await catalogue(store))).toEqual(timeless(before));
  });

  it('makes no category twice', async () => {
    const { body: known } = await test.client.get<CategoryList>('/categories');
    const other = await make.store(vendor);
    expect(await run(other, fixture('shopify/jewelry.csv'))).toMatchObject({
      status: 'done',
      productsCreated: 19,
      rowsTotal: 30,
    });
    const { body } = await test.client.get<CategoryList>('/categories');
    const names = body.items.map(({ name }) => name);
    expect(names.filter((name) => !known.items.some((each) => each.name === name)).sort()).toEqual([
      'Earrings',
      'Necklace',
      'Rings',
    ]);
    expect(new Set(body.items.map(({ slug }) => slug)).size).toBe(body.items.length);
  });
});

describe('importing again', () => {
  it('keeps variants that are still there, with their ids, and ends those that are not', async () => {
    const store = await make.store(vendor);
    await run(store, csv('tee,Tee,Size,S,3,10.00', 'tee,,,M,4,10.00', 'tee,,,L,5,10.00'));
    const [before] = await catalogue(store);
    const ids = Object.fromEntries(before?.variants.map(({ id, options }) => [options.Size, id]) ?? []);

    await run(store, csv('tee,Tee shirt,Size,L,7,12.00', 'tee,,,XL,1,13.00', 'tee,,,S,oops,10.00'));
    const [after] = await catalogue(store);
    expect(after).toMatchObject({ id: before?.id, name: 'Tee shirt', price: '10.00', stockQuantity: 11 });
    expect(after?.variants.map(({ id, options, price }) => [id, options.Size, price])).toEqual([
      // its row could not be read, which is no reason to end it
      [ids.S, 'S', '10.00'],
      [ids.L, 'L', '12.00'],
      [expect.any(Number), 'XL', '13.00'],
    ]);

    await run(store, csv('tee,Tee,Size,M,2,10.00'));
    const [last] = await catalogue(store);
    expect(last?.variants).toMatchObject([{ id: ids.M, stockQuantity: 2 }]);
  });

  it('leaves alone what the file has no column for', async () => {
    const store = await make.store(vendor);
    const full = 'Handle,Title,Body (HTML),Type,Published,Variant SKU,Variant Inventory Qty,Variant Price';
    await run(store, Buffer.from(`${full}\nmug,Mug,<p>Blue</p>,Mugs,false,M-1,5,9.00`));
    await run(store, Buffer.from('Handle,Title,Variant Price\nmug,Mug,8.00'));
    expect(await catalogue(store)).toMatchObject([
      {
        description: 'Blue',
        category: { name: 'Mugs' },
        isActive: false,
        price: '8.00',
        variants: [{ sku: 'M-1', stockQuantity: 5 }],
      },
    ]);
  });

  it('does not mix stores, nor touch deleted products', async () => {
    const [store, other] = [await make.store(vendor), await make.store(vendor)];
    await run(store, csv('mug,Mug,,,1,5.00'));
    expect(await run(other, csv('mug,Mug,,,1,5.00'))).toMatchObject({ productsCreated: 1 });
    const [product] = await catalogue(store);
    await vendor.client.delete(`/products/${product?.id}`);
    expect(await run(store, csv('mug,Mug,,,1,5.00'))).toMatchObject({ productsCreated: 1 });
  });

  it('makes nothing twice when two files of one store are worked off at once', async () => {
    const store = await make.store(vendor);
    const lines = Array.from({ length: 60 }, (_, index) => `h${index},Product ${index},,,1,5.00`);
    const answers = await Promise.all([post(store, csv(...lines)), post(store, csv(...lines))]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await test.settled();
    expect(await catalogue(store)).toHaveLength(60);
  });
});

describe('rows that cannot be taken', () => {
  it('are reported by line, and the rest is taken', async () => {
    const store = await make.store(vendor);
    const job = await run(
      store,
      csv('mug,"Mug\nof clay",,,1,5.00', ',Lost,,,1,5.00', 'cup,Cup,,,1,cheap', 'pot,Pot,,,1,7.00'),
    );
    expect(job).toMatchObject({ status: 'done', rowsTotal: 4, rowsDone: 4, productsCreated: 2 });
    expect(job.problems).toEqual([
      { line: 4, field: 'Handle', message: expect.stringContaining('The row was left out') },
      {
        line: 5,
        field: 'Variant Price',
        message: '"cheap" is not a price; write it like 19.99. The row was left out.',
      },
    ]);
    expect((await catalogue(store)).map(({ name }) => name)).toEqual(['Mug of clay', 'Pot']);
  });

  it('are summarised when there are very many', async () => {
    const store = await make.store(vendor);
    const { problems } = await run(store, csv(...Array<string>(5002).fill(',Lost,,,1,5.00')));
    expect(problems).toHaveLength(5001);
    expect(problems.at(-1)).toMatchObject({
      line: 5002,
      message: expect.stringContaining('2 more problems'),
    });
  });
});

describe('a dry run', () => {
  it('changes nothing and tells what would be', async () => {
    const store = await make.store(vendor);
    await run(store, csv('mug,Mug,,,1,5.00'));
    const header = 'Handle,Title,Type,Variant Inventory Qty,Variant Price';
    const file = Buffer.from(`${header}\nmug,Mug,Never seen,9,6.00\nbowl,Bowl,Never seen,1,x\npot,Pot,,1,1`);
    const job = await run(store, file, { dryRun: 'true' });
    expect(job).toMatchObject({ dryRun: true, status: 'done', productsCreated: 1, productsUpdated: 1 });
    expect(job).toMatchObject({ rowsTotal: 3, rowsDone: 3 });
    expect(job.problems).toHaveLength(1);
    expect(await catalogue(store)).toMatchObject([{ name: 'Mug', price: '5.00', stockQuantity: 1 }]);
    const { body } = await test.client.get<CategoryList>('/categories');
    expect(body.items.map(({ name }) => name)).not.toContain('Never seen');
  });
});

describe('faults', () => {
  const file = csv(
    ...Array.from({ length: 60 }, (_, index) => `h${index},Product ${index},,,1,5.00`),
    ',Lost,,,1,1',
  );

  it('end an import without a word about the inside, and leave the next one alone', async () => {
    const store = await make.store(vendor);
    jest.spyOn(test.app.get(Storage), 'read').mockRejectedValueOnce(new Error('ENOENT /secret/path'));
    const failed = await run(store, file);
    expect(failed).toMatchObject({
      status: 'failed',
      finishedAt: expect.any(String),
      problems: [{ line: 1 }],
    });
    expect(JSON.stringify(failed)).not.toMatch(/secret|ENOENT|Error/);
    expect(await run(store, file)).toMatchObject({ status: 'done', productsCreated: 60 });
  });

  it.each<[string, () => void, committed: object]>([
    [
      'while products are written',
      () => failOnce(ImportWriter, 'write', 2),
      { rowsDone: 26, productsCreated: 25 },
    ],
    [
      'while pictures are fetched',
      () => failOnce(ImportPictures, 'fetchFor', 1),
      { rowsDone: 61, productsCreated: 60 },
    ],
  ])(
    'of the process %s cost nothing: the import goes on, counts right and notes once',
    async (_, fail, committed) => {
      const store = await make.store(vendor);
      fail();
      const failed = await run(store, file);
      expect(failed).toMatchObject({ ...committed, status: 'failed' });
      await handOutAgain(failed.id);
      const { body } = await vendor.client.get<ImportDto>(`/stores/${store.id}/imports/${failed.id}`);
      expect(body).toMatchObject({ status: 'done', productsCreated: 60, productsUpdated: 0, rowsDone: 61 });
      expect(body.problems).toMatchObject([{ line: 62, field: 'Handle' }]);
      expect(await catalogue(store)).toHaveLength(60);
    },
  );

  function failOnce<T extends object>(
    service: new (...args: never[]) => T,
    method: keyof T & string,
    call: number,
  ) {
    const target = test.app.get(service) as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const original = target[method]?.bind(target);
    let calls = 0;
    target[method] = (...args) => {
      calls += 1;
      if (calls === call) return Promise.reject(new Error('Killed.'));
      return original?.(...args) ?? Promise.resolve();
    };
  }

  /** As after a kill, which has no time to call itself a failure. */
  async function handOutAgain(id: number) {
    const database = test.app.get(Database);
    await database.run(async () => {
      await database
        .repository(ImportProblemRow)
        .delete({ importId: id, message: Like('The import stopped%') });
      await database.repository(Import).update({ id }, { status: 'running', finishedAt: null });
      await test.app.get(Events).publish(new ImportQueued(id));
    });
    await test.settled();
  }
});

describe('the uploaded file', () => {
  const files = () => {
    const folder = join(test.dataDir, 'private', 'imports');
    return existsSync(folder) ? readdirSync(folder).length : 0;
  };
  const tidy = async (finishedAt: string) => {
    await test.app
      .get(Database)
      .repository(Import)
      .update({ finishedAt: Not(IsNull()) }, { finishedAt });
    await test.app.get(Housekeeping).work();
  };
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000).toISOString();

  it('goes after a week; the receipt stays, and so does the undo', async () => {
    const store = await make.store(vendor);
    await tidy(daysAgo(8));
    const before = files();
    const { id } = await run(store, csv('mug,Mug,,,1,5.00', 'cup,Cup,,,1,free'));
    await tidy(daysAgo(6));
    expect(files()).toBe(before + 1);
    await tidy(daysAgo(8));
    expect(files()).toBe(before);
    const { body } = await vendor.client.get<ImportDto>(`/stores/${store.id}/imports/${id}`);
    expect(body).toMatchObject({
      status: 'done',
      fileName: 'mine.csv',
      problems: [{ line: 3 }],
    });
    await vendor.client.post(`/stores/${store.id}/imports/${id}/undo`, {});
    await test.settled();
    expect(await catalogue(store)).toEqual([]);
  });

  it('goes with its vendor, and is not kept for an import that could not be queued', async () => {
    const leaving = await make.vendor();
    const store = await make.store(leaving);
    await tidy(daysAgo(8));
    const before = files();
    jest.spyOn(test.app.get(Events), 'publish').mockRejectedValueOnce(new Error('Full.'));
    expect((await post(store, csv('mug,Mug,,,1,5.00'), {}, leaving.client)).status).toBe(500);
    expect(files()).toBe(before);
    expect((await post(store, csv('mug,Mug,,,1,5.00'), {}, leaving.client)).status).toBe(202);
    await test.settled();
    expect(files()).toBe(before + 1);
    await test.app.get(ErasureService).erase(leaving.user.id);
    await test.settled();
    expect(files()).toBe(before);
  });
});

describe('access', () => {
  it('is for the owner of the store', async () => {
    const store = await make.store(vendor);
    const { id } = await run(store, csv('mug,Mug,,,1,5.00'));
    const [other, buyer] = [await make.vendor(), await make.buyer()];
    const requests = [
      (client: Client) => post(store, csv('mug,Mug,,,1,5.00'), {}, client),
      (client: Client) => client.get(`/stores/${store.id}/imports`),
      (client: Client) => client.get(`/stores/${store.id}/imports/${id}`),
      (client: Client) => client.get(`/stores/${store.id}/products.csv`),
    ];
    for (const request of requests) {
      expectError(await request(test.client), 401, 'AUTHENTICATION_REQUIRED');
      expectError(await request(buyer.client), 403, 'PERMISSION_DENIED');
      expectError(await request(other.client), 403, 'PERMISSION_DENIED');
      expect((await request(vendor.client)).status).toBeLessThan(300);
    }
    await test.settled();
  });

  it("hides other stores' imports like missing ones", async () => {
    const [store, other] = [await make.store(vendor), await make.store(vendor)];
    const { id } = await run(store, csv('mug,Mug,,,1,5.00'));
    for (const path of [`/stores/${other.id}/imports/${id}`, `/stores/${store.id}/imports/2147483647`]) {
      expect(expectError(await vendor.client.get(path), 404, 'NOT_FOUND')).toEqual({ resource: 'import' });
    }
    expectError(await vendor.client.get('/stores/2147483647/imports'), 404, 'NOT_FOUND');
    expectError(await vendor.client.get(`/stores/${store.id}/imports/x`), 400, 'VALIDATION_ERROR');
    expectError(await vendor.client.get(`/stores/${store.id}/imports?sort=name`), 400, 'VALIDATION_ERROR');
  });

  it('lists the newest first', async () => {
    const store = await make.store(vendor);
    const ids = [];
    for (const price of ['5.00', 'x', '6.00']) ids.push((await run(store, csv(`mug,Mug,,,1,${price}`))).id);
    const { body } = await vendor.client.get<ImportPage>(`/stores/${store.id}/imports?limit=2`);
    expect(body.items.map(({ id, problemCount }) => [id, problemCount])).toEqual([
      [ids[2], 0],
      [ids[1], 1],
    ]);
    const next = await vendor.client.get<ImportPage>(
      `/stores/${store.id}/imports?limit=2&cursor=${body.nextCursor}`,
    );
    expect(next.body).toMatchObject({ total: 3, nextCursor: null, items: [{ id: ids[0] }] });
  });

  it('tells how to send what is too large', async () => {
    const answer = await post(await make.store(vendor), Buffer.alloc(LIMITS.importFile.bytes + 1, 'x'));
    expectError(answer, 413, 'PAYLOAD_TOO_LARGE');
    expect(answer.body).toMatchObject({
      error: { message: expect.stringContaining('Split it into several') },
    });
  });

  it.each<[string, Buffer, Record<string, string>, string]>([
    ['no file', Buffer.alloc(0), {}, 'file'],
    ['a file without a header', Buffer.from(' \n'), {}, 'file'],
    ['a file without products', csv(), {}, 'file'],
    ['another table', Buffer.from('Name,Price\nMug,5'), {}, 'file'],
    ['Latin-1', Buffer.from('Handle,Title\ncafé,Café', 'latin1'), {}, 'file'],
    ['an odd dryRun', csv('mug,Mug,,,1,5.00'), { dryRun: 'perhaps' }, 'dryRun'],
    ['an unknown field', csv('mug,Mug,,,1,5.00'), { force: 'true' }, 'force'],
  ])('refuses %s', async (_, bytes, fields, field) => {
    const store = await make.store(vendor);
    expect(expectError(await post(store, bytes, fields), 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
    const { body } = await vendor.client.get<ImportPage>(`/stores/${store.id}/imports`);
    expect(body.total).toBe(0);
  });
});
