import type { CartDto } from '@souk/contracts/cart.dto';
import type { CategoryList } from '@souk/contracts/categories.dto';
import type { ImportDto, ImportPage } from '@souk/contracts/imports.dto';
import type { OrderPage } from '@souk/contracts/orders.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { StockChangePage } from '@souk/contracts/stock.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Answer } from '../../../test/client';
import { Factory, created, type Person } from '../../../test/factories';
import { fixture } from '../../../test/fixture';
import { PICTURE } from '../../../test/isolation/makers';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Import } from './import.entity';
import { ImportQueued, ImportUndoQueued } from './imports.events';
import { ImportWriter } from './imports.writer';
import { ProductSearch } from './product-search';
import { ProductsService } from './products.service';
import { PictureUnavailable, RemotePictures } from './remote-pictures';

let test: TestApp;
let make: Factory;
let vendor: Person;
let store: StoreDto;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
});
beforeEach(async () => {
  store = await make.store(vendor);
  jest.spyOn(test.app.get(RemotePictures), 'fetch').mockResolvedValue(PICTURE);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => test.close());

const HEADER =
  'Handle,Title,Body (HTML),Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src';
const csv = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\n'));
/** Two batches. */
const many = csv(...Array.from({ length: 30 }, (_, index) => `h${index},Thing ${index},x,,,,,,1,5.00,`));

async function run(bytes: Buffer, fields = {}): Promise<ImportDto> {
  const file = { name: 'mine.csv', type: 'text/csv', bytes };
  const path = `/stores/${store.id}/imports`;
  const { body } = await vendor.client.upload<ImportDto>('POST', path, file, fields);
  return settled(body.id);
}

const undo = (id: number, client = vendor.client) =>
  client.post<ImportDto>(`/stores/${store.id}/imports/${id}/undo`, {});

async function undone({ id }: ImportDto): Promise<ImportDto> {
  const { status, headers, body } = await undo(id);
  expect({ status, body }).toMatchObject({
    status: 202,
    body: { status: 'running', canUndo: false, finishedAt: null, undoStartedAt: expect.any(String) },
  });
  expect(headers.location).toBe(`/api/stores/${store.id}/imports/${id}`);
  return settled(id);
}

async function settled(id: number): Promise<ImportDto> {
  await test.settled();
  return (await vendor.client.get<ImportDto>(`/stores/${store.id}/imports/${id}`)).body;
}

async function catalogue(): Promise<ProductDto[]> {
  const { body } = await vendor.client.get<ProductPage>(`/products/my-products?store=${store.id}&limit=100`);
  return body.items.sort((a, b) => a.id - b.id);
}

const listed = async () => (await test.client.get<StoreDto>(`/stores/${store.id}`)).body.productCount;
const found = async (words: string) =>
  (await test.client.get<ProductPage>(`/products?store=${store.id}&search=${words}`)).body.total;
const categories = async () =>
  (await test.client.get<CategoryList>('/categories')).body.items.map(({ name }) => name);

/** All rows of what is sold, and of what leads there. */
async function shop(): Promise<Record<string, unknown[]>> {
  const sold = 'SELECT id FROM products WHERE deleted_at IS NULL';
  const tables = {
    products: 'deleted_at IS NULL',
    product_variants: `deleted_at IS NULL AND product_id IN (${sold})`,
    product_images: `product_id IN (${sold})`,
    product_options: '1 = 1',
    product_search: '1 = 1',
    categories: '1 = 1',
    stores: '1 = 1',
  };
  const rows: Record<string, unknown[]> = {};
  for (const [table, condition] of Object.entries(tables)) {
    const found = await test.app
      .get(Database)
      .manager.query<object[]>(`SELECT * FROM ${table} WHERE ${condition}`);
    rows[table] = found.map((row) => JSON.stringify(row)).sort();
  }
  return rows;
}

/** The same file a season later: much has changed, some is new, some is no longer in it. */
function revised(file: Buffer): Buffer {
  const rows = parse<Record<string, string>>(file, { columns: true });
  const handles = [...new Set(rows.map(({ Handle }) => Handle))];
  const changed = rows.flatMap((row) => {
    const number = handles.indexOf(row.Handle);
    if (number % 5 === 0) return [];
    const price = row['Variant Price'];
    return {
      ...row,
      ...(number % 7 === 1 && { Handle: `${row.Handle}-new` }),
      ...(row.Title && {
        Title: `Revised ${row.Title}`,
        'Body (HTML)': 'Revised',
        Type: `Kind ${number % 9}`,
      }),
      ...(price && {
        'Variant Price': '12.34',
        'Variant Inventory Qty': String(number % 4),
        'Variant SKU': 'R',
      }),
      ...(number % 3 === 0 &&
        price &&
        row['Option1 Value'] && { 'Option1 Value': `New ${row['Option1 Value']}` }),
    };
  });
  return Buffer.from(stringify(changed, { header: true }));
}

/** Each with its quantity and, where there is a choice, its size; in one order of a guest. */
async function buy(...lines: [ProductDto, quantity: number, size?: string][]): Promise<void> {
  let guest = test.client;
  for (const [{ id: productId, variants }, quantity, size] of lines) {
    const variantId = variants.find(({ options }) => options.Size === size)?.id;
    const { token } = created(await guest.post<CartDto>('/cart/items', { productId, variantId, quantity }));
    if (token) guest = test.client.with({ 'x-cart-token': token });
  }
  await make.order(guest);
}

describe('undoing an import', () => {
  it('gives products back what they were, and keeps what was sold since', async () => {
    await make.product(vendor, { storeId: store.id, name: 'By hand', price: '3.00', stockQuantity: 9 });
    await run(
      csv(
        'tee,Blue tee,<p>Soft</p>,Shirts,true,Size,S,T-S,5,10.00,https://cdn.example/1.png',
        'tee,,,,,,M,T-M,6,12.00,',
        'tee,,,,,,L,T-L,7,14.00,',
        'mug,Mug,Clay,Shirts,false,,,,4,9.00,',
      ),
    );
    const before = await catalogue();
    const byHand = before.find(({ name }) => name === 'By hand');
    const job = await run(
      csv(
        'tee,Red dress,<p>Hard</p>,Frocks,true,Size,L,X,30,1.00,https://cdn.example/2.png',
        'tee,,,,,,S,T-S,2,99.00,',
        'tee,,,,,,XL,T-XL,8,2.00,',
        'mug,Cup,Glass,Frocks,true,,,,40,8.00,',
        `x-souk${byHand?.id},Renamed,Else,Frocks,false,,,,1,7.00,`,
      ),
    );
    expect(job).toMatchObject({ productsCreated: 0, productsUpdated: 3, canUndo: true, undoStartedAt: null });
    const [, dress, cup] = await catalogue();
    if (!dress || !cup) throw new Error('The import has lost products.');
    expect(dress).toMatchObject({ name: 'Red dress', images: [{}, {}] });
    await buy([dress, 1, 'S'], [dress, 3, 'L'], [cup, 38]);

    expect(await undone(job)).toMatchObject({
      ...{ status: 'undone', canUndo: false, productsUndone: 3, problems: [] },
      finishedAt: expect.any(String),
    });
    const stock: Record<string, number> = { 'T-S': 4, 'T-L': 4 };
    const expected = before.map(({ variants, ...product }) => {
      const left = variants.map((variant) => ({
        ...variant,
        // more was sold of the mug than there had been
        stockQuantity: product.name === 'Mug' ? 0 : (stock[variant.sku ?? ''] ?? variant.stockQuantity),
      }));
      const stockQuantity = left.reduce((sum, variant) => sum + variant.stockQuantity, 0);
      // a draft has been public meanwhile
      const status = product.status === 'draft' ? 'hidden' : product.status;
      return { ...product, status, stockQuantity, variants: left };
    });
    expect(await catalogue()).toEqual(expected);
    expect(await categories()).toEqual(expect.arrayContaining(['Shirts']));
    expect(await categories()).not.toContain('Frocks');
    expect([await found('red'), await found('blue'), await listed()]).toEqual([0, 1, 2]);

    const path = `/products/${dress.id}/stock-history?limit=100`;
    const { items } = (await vendor.client.get<StockChangePage>(path)).body;
    expect([...new Set(items.map(({ reason }) => reason))]).toEqual(['import_undone', 'sold', 'imported']);
    expect(items.reduce((sum, { delta }) => sum + delta, 0)).toBe(expected[1]?.stockQuantity);
  });

  it('leaves every row of a real catalogue as it was: search, options, counts and ratings', async () => {
    jest
      .spyOn(test.app.get(RemotePictures), 'fetch')
      .mockRejectedValue(new PictureUnavailable('is down', true));
    const products = test.app.get(ProductsService);
    await run(fixture('shopify/bicycles.csv'));
    const [rated, alsoRated] = await catalogue();
    if (!rated || !alsoRated) throw new Error('The import has made nothing.');
    for (const { id } of [rated, alsoRated]) await products.rate(id, 5, 1);
    const before = await shop();

    const job = await run(revised(fixture('shopify/bicycles.csv')));
    expect(job).toMatchObject({ status: 'done', productsCreated: 33, productsUpdated: 194 });
    // a review is no edit, and stays
    await products.rate(rated.id, 1, 1);
    expect(await shop()).not.toEqual(before);
    expect(await undone(job)).toMatchObject({ status: 'undone', productsUndone: 227 });
    await products.rate(rated.id, -1, -1);
    expect(await shop()).toEqual(before);
  });

  it('takes back what an import that stopped had done until then', async () => {
    const write = test.app.get(ImportWriter);
    const original = write.write.bind(write);
    jest
      .spyOn(write, 'write')
      .mockImplementationOnce(original)
      .mockRejectedValueOnce(new Error('Full disk.'));
    const failed = await run(many);
    expect(failed).toMatchObject({ status: 'failed', canUndo: true, productsCreated: 25 });
    expect(await undone(failed)).toMatchObject({ status: 'undone', productsUndone: 25 });
    expect(await catalogue()).toEqual([]);
  });

  it('describes pictures as the file does, and as they were again', async () => {
    const file = (alt: string) =>
      Buffer.from(
        `Handle,Title,Variant Price,Image Src,Image Alt Text\ntee,Tee,5,https://cdn.example/1.png,${alt}`,
      );
    const alts = async () => (await catalogue()).flatMap(({ images }) => images.map(({ alt }) => alt));
    await run(file('From the front'));
    const before = await catalogue();
    await run(file(''));
    expect(await alts()).toEqual(['From the front']);
    const job = await run(file('Worn by Ada'));
    expect(await alts()).toEqual(['Worn by Ada']);
    expect(await undone(job)).toMatchObject({ status: 'undone', problems: [] });
    expect(await alts()).toEqual(before.flatMap(({ images }) => images.map(({ alt }) => alt)));
  });

  it('leaves empty categories until no import is under way that could fill them', async () => {
    const job = await run(csv('tee,Tee,Soft,Capes,,,,,5,10.00,'));
    const other = await run(csv('mug,Mug,Clay,Hoods,,,,,4,9.00,'));
    const imports = test.app.get(Database).repository(Import);
    await imports.update({ id: other.id }, { status: 'running' });
    await undone(job);
    expect(await categories()).toContain('Capes');
    await imports.update({ id: other.id }, { status: 'done' });
    await run(csv('cup,Cup,Clay,Hoods,,,,,4,9.00,'));
    expect(await categories()).toEqual(expect.not.arrayContaining(['Capes']));
    expect(await categories()).toContain('Hoods');
  });

  it('waits for the end of the import', async () => {
    let answer: Answer<ImportDto> | undefined;
    const write = test.app.get(ImportWriter);
    const original = write.foresee.bind(write);
    jest.spyOn(write, 'foresee').mockImplementationOnce(async (...about) => {
      const { body } = await vendor.client.get<ImportPage>(`/stores/${store.id}/imports`);
      answer = await undo(body.items[0]?.id ?? 0);
      return original(...about);
    });
    expect(await run(many, { dryRun: 'true' })).toMatchObject({ status: 'done', productsCreated: 30 });
    if (!answer) throw new Error('Nobody has asked.');
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({ status: 'running', allowed: [] });
  });

  it('removes products that it made; orders keep naming them', async () => {
    const job = await run(csv('tee,Tee,Soft,Vests,,,,,5,10.00,', 'mug,Mug,Clay,Vests,,,,,4,9.00,'));
    const [tee] = await catalogue();
    if (!tee) throw new Error('The import has made nothing.');
    await buy([tee, 2]);
    expect(await undone(job)).toMatchObject({ status: 'undone', productsUndone: 2, problems: [] });
    expect([await catalogue(), await found('mug'), await listed()]).toEqual([[], 0, 0]);
    expect(await categories()).not.toContain('Vests');
    const { body } = await vendor.client.get<OrderPage>('/orders/my-sales');
    expect(body.items[0]?.items).toMatchObject([{ name: 'Tee', quantity: 2 }]);
    // the same file is news again
    expect(await run(csv('tee,Tee,Soft,Vests,,,,,5,10.00,'))).toMatchObject({ productsCreated: 1 });
  });

  it.each<[string, (product: ProductDto) => Promise<unknown>]>([
    ['edited', ({ id }) => vendor.client.patch(`/products/${id}`, { name: 'Mine' })],
    ['given a picture', ({ id }) => upload('POST', `/products/${id}/images`)],
    ['given its file', ({ id }) => upload('PUT', `/products/${id}/file`)],
    ['imported again', () => run(csv('tee,Later,Soft,,,,,,5,10.00,'))],
  ])('keeps a product that was %s since, and says so', async (_, edit) => {
    await run(csv('tee,Tee,Soft,,,,,,5,10.00,'));
    await vendor.client.patch(`/products/${(await catalogue())[0]?.id}`, { digital: true });
    const job = await run(csv('tee,Shirt,Soft,,,,,,5,10.00,', 'mug,Mug,Clay,,,,,,4,9.00,'));
    const [tee] = await catalogue();
    if (!tee) throw new Error('The import has made nothing.');
    await edit(tee);
    await test.settled();
    const edited = await catalogue();
    const report = await undone(job);
    expect(await catalogue()).toEqual(edited.slice(0, 1));
    expect(report).toMatchObject({ status: 'undone', productsUndone: 2 });
    expect(report.problems).toEqual([{ line: 2, field: null, message: expect.stringMatching(/kept/) }]);
  });

  it('leaves what was deleted since deleted, and says so of what it cannot bring back', async () => {
    await run(csv('tee,Tee,Soft,,,,,,5,10.00,'));
    const job = await run(csv('mug,Mug,Clay,,,,,,4,9.00,', 'tee,Shirt,Soft,,,,,,5,10.00,'));
    for (const { id } of await catalogue()) await vendor.client.delete(`/products/${id}`);
    expect((await undone(job)).problems).toMatchObject([{ line: 3 }]);
    expect(await catalogue()).toEqual([]);
  });

  it('goes back through several imports, the last one first', async () => {
    const jobs: ImportDto[] = [];
    const states: ProductDto[][] = [];
    for (const name of ['One', 'Two', 'Three']) {
      states.push(await catalogue());
      jobs.push(await run(csv(`tee,${name},Soft,${name}s,,,,,5,10.00,https://cdn.example/${name}.png`)));
    }
    for (const job of jobs.reverse()) {
      expect(await undone(job)).toMatchObject({ problems: [] });
      expect(await catalogue()).toEqual(states.pop());
    }
    expect((await categories()).filter((name) => /^(One|Two|Three)s$/.test(name))).toEqual([]);
  });

  it('goes on where a fault has stopped it', async () => {
    await make.product(vendor, { storeId: store.id, name: 'By hand' });
    const job = await run(many);
    const search = test.app.get(ProductSearch);
    const remove = search.remove.bind(search);
    jest.spyOn(search, 'remove').mockImplementationOnce(remove).mockRejectedValueOnce(new Error('Killed.'));
    const stopped = await undone(job);
    expect(stopped).toMatchObject({ status: 'done', canUndo: true, productsUndone: 25 });
    expect(await catalogue()).toHaveLength(6);
    jest.restoreAllMocks();
    expect(await undone(job)).toMatchObject({ status: 'undone', productsUndone: 30 });
    expect(await catalogue()).toMatchObject([{ name: 'By hand' }]);
  });

  it('happens once, whatever is told twice', async () => {
    const job = await run(many);
    const answers = await Promise.all([undo(job.id), undo(job.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await test.settled();
    await test.app.get(Events).publish(new ImportUndoQueued(job.id), new ImportQueued(job.id));
    expect(await settled(job.id)).toMatchObject({ status: 'undone', productsUndone: 30 });
    expect(await catalogue()).toEqual([]);
  });

  it('is refused where there is nothing to undo', async () => {
    const dry = await run(many, { dryRun: 'true' });
    expect(dry).toMatchObject({ status: 'done', canUndo: false, productsCreated: 30 });
    const job = await run(csv('tee,Tee,Soft,,,,,,5,10.00,'));
    await undone(job);
    for (const [{ id }, status] of [[dry, 'done'] as const, [job, 'undone'] as const]) {
      const details = expectError(await undo(id), 409, 'INVALID_TRANSITION');
      expect(details).toEqual({ status, allowed: [] });
    }
    const other = await make.store(vendor);
    const path = `/stores/${other.id}/imports/${job.id}/undo`;
    expectError(await vendor.client.post(path, {}), 404, 'NOT_FOUND');
    expectError(await undo(job.id, (await make.vendor()).client), 403, 'PERMISSION_DENIED');
  });
});

const upload = async (method: 'POST' | 'PUT', path: string) => {
  const { status, body } = await vendor.client.upload(method, path, {
    name: 'one.png',
    type: 'image/png',
    bytes: PICTURE,
  });
  if (status >= 300) throw new Error(JSON.stringify(body));
};
