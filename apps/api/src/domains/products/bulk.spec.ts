import type { BulkReport } from '@souk/contracts/bulk.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { StockChangePage } from '@souk/contracts/stock.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, created, type Person } from '../../../test/factories';
import { PICTURE } from '../../../test/isolation/makers';
import { Database } from '../../platform/database/database';
import { Product } from './product.entity';

let test: TestApp;
let make: Factory;
let vendor: Person;
let storeId: number;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
  storeId = (await make.store(vendor)).id;
});
afterAll(() => test.close());

const product = (change: object = {}) => make.product(vendor, { storeId, ...change });
const sizes = ['1.00', '3.33'].map((price, index) => ({
  ...{ price, stockQuantity: 2 },
  options: { Size: `${index}` },
}));
const edit = (items: object[], change: object) =>
  vendor.client.patch<BulkReport>('/products/bulk', { items, change });

describe('editing many at once', () => {
  it.each([
    [{ price: { set: '7.50' } }, { price: '7.50' }],
    [{ price: { add: '-2.50' } }, { price: '7.50' }],
    [{ price: { percent: '12.55' } }, { price: '11.26' }],
    [{ stock: { set: 0 } }, { stockQuantity: 0 }],
    [
      { stock: { add: -5 }, isActive: false },
      { stockQuantity: 0, status: 'hidden' },
    ],
    [{ categoryId: null }, { category: null, stockQuantity: 5 }],
  ])('does %j', async (change, expected) => {
    const { id } = await product();
    const { body } = await edit([{ id }], change);
    expect(body).toMatchObject({ succeeded: 1, failed: 0, items: [{ id, ok: true, product: expected }] });
    expect((await vendor.client.get(`/products/${id}`)).body).toEqual(body.items[0]?.product);
  });

  it('changes the price of every variant, and refuses rows for themselves, in the order of ids', async () => {
    const [several, single] = [await product({ variants: sizes }), await product({ stockQuantity: 1 })];
    const foreign = await make.product(await make.vendor());
    const items = [foreign, single, several].map(({ id }) => ({ id }));
    const priced = (await edit(items, { price: { percent: '-50' } })).body;
    expect(priced.items.map(({ id, error }) => [id, error?.code ?? null])).toEqual([
      [several.id, null],
      [single.id, null],
      [foreign.id, 'NOT_FOUND'],
    ]);
    expect(priced.items[0]?.product?.variants.map(({ price }) => price)).toEqual(['0.50', '1.67']);
    const stocked = (await edit(items, { stock: { add: -1 } })).body;
    expect(stocked.items.map(({ error }) => error)).toMatchObject([
      { code: 'VALIDATION_ERROR', details: { stock: [expect.stringContaining('change the variants')] } },
      null,
      { code: 'NOT_FOUND' },
    ]);
    expect((await edit(items, { stock: { add: -1 } })).body.succeeded).toBe(0);
    const path = `/products/${single.id}/stock-history`;
    expect((await vendor.client.get<StockChangePage>(path)).body.items[0]).toMatchObject({
      ...{ delta: -1, quantityAfter: 0, reason: 'bulk_edited', changedBy: vendor.user.username },
    });
  });

  it('changes only what is as it was seen', async () => {
    const { id } = await product();
    const ifMatch = (await vendor.client.get(`/products/${id}`)).headers.etag;
    const change = { price: { set: '3.00' } };
    expect((await edit([{ id, ifMatch }], change)).body.succeeded).toBe(1);
    expect((await edit([{ id, ifMatch }], change)).body.items[0]?.error).toMatchObject({
      code: 'PRECONDITION_FAILED',
      details: { current: { price: '3.00' } },
    });
  });

  it.each([
    [[], { isActive: true }],
    [[{ id: 1 }, { id: 1 }], { isActive: true }],
    [Array.from({ length: 201 }, (_, index) => ({ id: index + 1 })), { isActive: true }],
    [[{ id: 1 }], {}],
    [[{ id: 1 }], { price: {} }],
    [[{ id: 1 }], { price: { set: '1.00', percent: '5' } }],
    [[{ id: 1 }], { price: { percent: '-100.01' } }],
    [[{ id: 1 }], { stock: { set: 1, add: 1 } }],
  ])('refuses a request that is wrong as a whole: %#', async (items, change) => {
    expectError(await edit(items, change), 400, 'VALIDATION_ERROR');
  });
});

it('copies a product as a draft without stock', async () => {
  const original = await product({ name: 'M'.repeat(120), variants: sizes });
  await vendor.client.upload('POST', `/products/${original.id}/images`, {
    ...{ name: 'a.png', type: 'image/png', bytes: PICTURE },
  });
  const answer = await vendor.client.post<ProductDto>(`/products/${original.id}/duplicate`, {});
  const copy = created(answer);
  expect(answer.headers.location).toBe(`/api/products/${copy.id}`);
  const { images } = (await vendor.client.get<ProductDto>(`/products/${original.id}`)).body;
  expect(copy).toMatchObject({
    ...{ name: `${'M'.repeat(113)} (copy)`, status: 'draft', isActive: false, stockQuantity: 0 },
    images: [{ url: images[0]?.url }],
    variants: original.variants.map(({ options, price }) => ({ options, price, stockQuantity: 0 })),
  });
});

it('does not copy what staff took off the market', async () => {
  const { id } = await product();
  await test.app.get(Database).repository(Product).update({ id }, { suspendedAt: new Date() });
  expectError(await vendor.client.post(`/products/${id}/duplicate`, {}), 403, 'PERMISSION_DENIED');
  await test.app.get(Database).repository(Product).update({ id }, { suspendedAt: null });
});

it('tells drafts from what is hidden', async () => {
  const draft = await product({ isActive: false });
  const shown = await product();
  await vendor.client.patch(`/products/${shown.id}`, { isActive: false });
  const ids = async (status: string) =>
    (await vendor.client.get<ProductPage>(`/products/my-products?limit=100&status=${status}`)).body.items.map(
      ({ id }) => id,
    );
  expect([await ids('draft'), await ids('hidden'), await ids('active'), await ids('suspended')]).toEqual([
    expect.arrayContaining([draft.id]),
    expect.arrayContaining([shown.id]),
    expect.not.arrayContaining([draft.id, shown.id]),
    [],
  ]);
  expect(draft.status).toBe('draft');
});
