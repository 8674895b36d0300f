import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Category } from './category.entity';
import { ProductPublished } from './products.events';
import { StockService } from './stock.service';

let test: TestApp;
let make: Factory;
let vendor: Person;
let other: Person;
let buyer: Person;
let store: StoreDto;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  [vendor, other, buyer] = [await make.vendor(), await make.vendor(), await make.buyer()];
  store = await make.store(vendor, { name: 'Ember & Ash' });
});
afterAll(() => test.close());

const input = () => ({
  storeId: store.id,
  name: 'Ember stoneware mug',
  description: 'Holds 300 ml.',
  price: '19.9',
  stockQuantity: 12,
});
const sizes = [
  { sku: 'MUG-S', options: { Size: 'S' }, price: '18.00', compareAtPrice: '22.00', stockQuantity: 3 },
  { sku: 'MUG-M', options: { Size: 'M' }, price: '20.00', stockQuantity: 4 },
];
const everybody = () => [test.client, other.client, buyer.client];

describe('adding a product', () => {
  it('makes one variant of price and stock', async () => {
    const { status, body, headers } = await vendor.client.post<ProductDto>('/products', input());
    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/products/${body.id}`);
    expect(body).toMatchObject({
      store: { id: store.id, name: 'Ember & Ash', slug: store.slug },
      category: null,
      slug: 'ember-stoneware-mug',
      price: '19.90',
      compareAtPrice: null,
      currency: 'USD',
      stockQuantity: 12,
      images: [],
      digital: false,
      isActive: true,
      variants: [{ sku: null, options: {}, price: '19.90', compareAtPrice: null, stockQuantity: 12 }],
      averageRating: null,
      reviewCount: 0,
    });
    expect((await test.client.get<ProductDto>(`/products/${body.id}/`)).body).toEqual(body);
  });

  it('takes the lowest price and the summed stock of its variants', async () => {
    const product = await make.product(vendor, { storeId: store.id, variants: sizes });
    expect(product).toMatchObject({ price: '18.00', compareAtPrice: '22.00', stockQuantity: 7 });
    expect(product.variants.map(({ sku }) => sku)).toEqual(['MUG-S', 'MUG-M']);
  });

  it('shows no reduction that is none', async () => {
    const product = await make.product(vendor, { price: '10', compareAtPrice: '10' });
    expect(product.compareAtPrice).toBeNull();
    expect(product.variants[0]?.compareAtPrice).toBeNull();
  });

  it('is for the vendor of the store', async () => {
    expectError(await test.client.post('/products', input()), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await buyer.client.post('/products', input()), 403, 'PERMISSION_DENIED');
    expectError(await other.client.post('/products', input()), 403, 'PERMISSION_DENIED');
  });

  it('knows no store that the caller cannot see', async () => {
    const hidden = await make.store(vendor, { isActive: false });
    for (const storeId of [hidden.id, 2_147_483_647]) {
      const answer = await other.client.post('/products', { ...input(), storeId });
      expect(expectError(answer, 404, 'NOT_FOUND')).toEqual({ resource: 'store' });
    }
    expect((await vendor.client.post('/products', { ...input(), storeId: hidden.id })).status).toBe(201);
  });

  it.each<[object, string]>([
    [{ name: 'x' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    // each is two units, however many a person counts
    [{ name: '❤️'.repeat(61) }, 'name'],
    [{ description: '' }, 'description'],
    [{ price: '-1' }, 'price'],
    [{ price: '1.999' }, 'price'],
    [{ price: '1e3' }, 'price'],
    [{ price: null }, 'price'],
    [{ price: undefined }, 'price'],
    [{ stockQuantity: undefined }, 'stockQuantity'],
    [{ stockQuantity: 1.5 }, 'stockQuantity'],
    [{ stockQuantity: -1 }, 'stockQuantity'],
    [{ stockQuantity: 1_000_001 }, 'stockQuantity'],
    [{ categoryId: 999_999 }, 'categoryId'],
    [{ storeId: undefined }, 'storeId'],
    [{ isActive: 'yes' }, 'isActive'],
    [{ soldCount: 9 }, 'soldCount'],
    [{ averageRating: 5 }, 'averageRating'],
    [{ variants: [] }, 'variants'],
    [{ variants: 'many' }, 'variants'],
    [{ variants: [{ ...sizes[0], price: '-2' }] }, 'variants.0.price'],
    [{ variants: [sizes[0], { ...sizes[1], options: { Colour: 'Red' } }] }, 'variants.1.options'],
    [{ variants: [sizes[0], { ...sizes[1], options: { Size: ' S ' } }] }, 'variants.1.options'],
    [{ variants: [{ ...sizes[0], options: { Size: '' } }] }, 'variants.0.options'],
    [{ variants: [{ ...sizes[0], options: ['S'] }] }, 'variants.0.options'],
    [{ variants: [{ ...sizes[0], id: 1 }] }, 'variants.0.id'],
    [{ variants: [null] }, 'variants.0'],
  ])('refuses %p', async (change, field) => {
    const answer = await vendor.client.post('/products', { ...input(), ...change });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });

  it('names both of price and stock when both are missing', async () => {
    const { storeId, name, description } = input();
    const answer = await vendor.client.post('/products', { storeId, name, description });
    expect(Object.keys(expectError(answer, 400, 'VALIDATION_ERROR'))).toEqual(['price', 'stockQuantity']);
  });
});

describe('changing a product', () => {
  it('PATCH keeps the rest, PUT resets it', async () => {
    const product = await make.product(vendor, { digital: true, compareAtPrice: '15.00' });
    const patched = await vendor.client.patch<ProductDto>(`/products/${product.id}`, { name: 'Renamed' });
    expect(patched.body).toEqual({
      ...product,
      name: 'Renamed',
      slug: 'renamed',
      updatedAt: expect.any(String),
    });
    const put = await vendor.client.put<ProductDto>(`/products/${product.id}`, {
      name: 'Again',
      description: 'New.',
      price: 12,
      stockQuantity: 1,
    });
    expect(put.body).toMatchObject({ name: 'Again', price: '12.00', compareAtPrice: null, digital: false });
    expect(put.body.variants).toEqual([
      { ...product.variants[0], price: '12.00', compareAtPrice: null, stockQuantity: 1 },
    ]);
  });

  it('PATCH of price and stock changes the only variant', async () => {
    const variants = [{ sku: 'ONE', options: { Size: 'M' }, price: '5.00', stockQuantity: 5 }];
    const product = await make.product(vendor, { variants });
    const { body } = await vendor.client.patch<ProductDto>(`/products/${product.id}`, { price: '6.50' });
    expect(body).toMatchObject({ price: '6.50', stockQuantity: 5 });
    expect(body.variants).toEqual([{ ...product.variants[0], price: '6.50' }]);
    const stocked = await vendor.client.patch<ProductDto>(`/products/${product.id}`, { stockQuantity: 0 });
    expect(stocked.body).toMatchObject({ price: '6.50', stockQuantity: 0 });
  });

  it('asks for variants when there are several', async () => {
    const product = await make.product(vendor, { variants: sizes });
    const answer = await vendor.client.patch(`/products/${product.id}`, { price: '1', stockQuantity: 1 });
    const details = expectError(answer, 400, 'VALIDATION_ERROR');
    expect(details.price).toEqual([expect.stringContaining('send `variants`')]);
    expect(details).toHaveProperty('stockQuantity');
  });

  it.each(['put', 'patch'] as const)('%s replaces the set of variants', async (method) => {
    const product = await make.product(vendor, { variants: sizes });
    const [small, medium] = product.variants;
    const variants = [
      { options: { Size: 'XL' }, price: '30.00', stockQuantity: 1 },
      { id: medium?.id, sku: 'M2', options: { Size: 'M' }, price: '21.00', stockQuantity: 9 },
    ];
    const { body } = await vendor.client[method]<ProductDto>(`/products/${product.id}`, {
      name: product.name,
      description: product.description,
      variants,
    });
    expect(body).toMatchObject({ price: '21.00', compareAtPrice: null, stockQuantity: 10 });
    expect(body.variants.map(({ options }) => options)).toEqual([{ Size: 'XL' }, { Size: 'M' }]);
    expect(body.variants[1]).toMatchObject({ id: medium?.id, sku: 'M2' });
    const back = [{ ...variants[0], id: small?.id }];
    const answer = await vendor.client.patch(`/products/${product.id}`, { variants: back });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty(['variants.0.id']);
  });

  it('PUT without variants leaves a single one', async () => {
    const product = await make.product(vendor, { variants: sizes });
    const { name, description } = product;
    const { body } = await vendor.client.put<ProductDto>(`/products/${product.id}`, {
      name,
      description,
      price: '7.00',
      stockQuantity: 2,
    });
    expect(body).toMatchObject({ price: '7.00', stockQuantity: 2, variants: [{ options: {} }] });
  });

  it('has 250 variants at most, in the order in which they are sent', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      options: { Number: `${index}` },
      price: '1.00',
      stockQuantity: 1,
    }));
    const product = await make.product(vendor, { variants: many });
    const variants = product.variants.toReversed();
    const { body } = await vendor.client.patch<ProductDto>(`/products/${product.id}`, { variants });
    expect(body.variants.map(({ id }) => id)).toEqual(variants.map(({ id }) => id));
    const tooMany = [...variants, { ...many[0], options: { Number: 'last' } }];
    const answer = await vendor.client.patch(`/products/${product.id}`, { variants: tooMany });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('variants');
  });

  it("refuses another product's variant, and one named twice", async () => {
    const foreign = await make.product(vendor);
    const product = await make.product(vendor, { variants: sizes });
    const [small] = product.variants;
    for (const ids of [
      [small?.id, foreign.variants[0]?.id],
      [small?.id, small?.id],
    ]) {
      const variants = sizes.map((size, index) => ({ ...size, id: ids[index] }));
      const answer = await vendor.client.patch(`/products/${product.id}`, { variants });
      expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty(['variants.1.id']);
    }
  });

  it('takes the whole body of its creation, but not another store', async () => {
    const { body: product } = await vendor.client.post<ProductDto>('/products', input());
    expect((await vendor.client.put(`/products/${product.id}`, input())).status).toBe(200);
    const elsewhere = await make.store(vendor);
    const answer = await vendor.client.put(`/products/${product.id}`, { ...input(), storeId: elsewhere.id });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('storeId');
  });

  it('refuses null for what cannot be empty', async () => {
    const product = await make.product(vendor);
    for (const field of ['name', 'description', 'price', 'stockQuantity', 'isActive', 'variants']) {
      const answer = await vendor.client.patch(`/products/${product.id}`, { [field]: null });
      expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
    }
    expectError(
      await vendor.client.put(`/products/${product.id}`, { name: 'Bare' }),
      400,
      'VALIDATION_ERROR',
    );
  });

  it('loses no sale to an edit of the name', async () => {
    const product = await make.product(vendor, { stockQuantity: 50 });
    const [variant] = product.variants;
    const sales = Array.from({ length: 20 }, () =>
      test.app.get(StockService).take([{ variantId: variant?.id ?? 0, quantity: 1 }]),
    );
    const edits = Array.from({ length: 10 }, (_, index) =>
      vendor.client.patch(`/products/${product.id}`, { name: `Edited ${index}` }),
    );
    await Promise.all([...sales, ...edits]);
    const { body } = await test.client.get<ProductDto>(`/products/${product.id}`);
    expect(body.stockQuantity).toBe(30);
    expect(body.variants[0]?.stockQuantity).toBe(30);
  });

  it('is for its vendor', async () => {
    const product = await make.product(vendor);
    for (const method of ['put', 'patch', 'delete'] as const) {
      const path = `/products/${product.id}`;
      expectError(await test.client[method](path, input()), 401, 'AUTHENTICATION_REQUIRED');
      expectError(await other.client[method](path, input()), 403, 'PERMISSION_DENIED');
      expectError(await buyer.client[method](path, input()), 403, 'PERMISSION_DENIED');
      expectError(await vendor.client[method]('/products/2147483647', input()), 404, 'NOT_FOUND');
    }
    expectError(await vendor.client.patch('/products/zero', {}), 400, 'VALIDATION_ERROR');
  });
});

describe('what everybody sees', () => {
  const listedIds = async (ownedBy: Person) =>
    (await test.client.get<ProductPage>(`/vendors/${ownedBy.user.id}/products`)).body.items.map(
      ({ id }) => id,
    );
  const countOf = async ({ id }: StoreDto, client = vendor.client) =>
    (await client.get<StoreDto>(`/stores/${id}`)).body.productCount;

  it('leaves out inactive products, which look like missing ones', async () => {
    const product = await make.product(vendor, { storeId: store.id, isActive: false });
    const missing = await other.client.get<object>('/products/2147483647');
    for (const client of everybody()) {
      const hidden = await client.get<object>(`/products/${product.id}`);
      expectError(hidden, 404, 'NOT_FOUND');
      expect({ ...hidden.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    }
    expectError(await other.client.patch(`/products/${product.id}`, { name: 'Mine' }), 404, 'NOT_FOUND');
    expect((await vendor.client.get(`/products/${product.id}`)).status).toBe(200);
    expect(await listedIds(vendor)).not.toContain(product.id);
  });

  it('follows the store', async () => {
    const owner = await make.vendor();
    const open = await make.store(owner);
    const product = await make.product(owner, { storeId: open.id });
    await make.product(owner, { storeId: open.id, isActive: false });
    expect(await countOf(open, owner.client)).toBe(1);
    const closed = await owner.client.patch<StoreDto>(`/stores/${open.id}`, { isActive: false });
    expect(closed.body.productCount).toBe(0);
    for (const client of everybody())
      expectError(await client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    expectError(await test.client.get(`/stores/${open.id}/products`), 404, 'NOT_FOUND');
    expect((await owner.client.get(`/products/${product.id}`)).status).toBe(200);
    const again = await owner.client.patch<StoreDto>(`/stores/${open.id}`, { isActive: true });
    expect(again.body.productCount).toBe(1);
    expect(await listedIds(owner)).toEqual([product.id]);
    await owner.client.delete(`/stores/${open.id}`);
    expectError(await owner.client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    expectError(await owner.client.patch(`/products/${product.id}`, { name: 'Late' }), 404, 'NOT_FOUND');
    expect((await owner.client.get<ProductPage>('/products/my-products')).body.total).toBe(0);
  });

  it('counts the products of a store exactly while many are added', async () => {
    const busy = await make.store(vendor);
    await Promise.all(Array.from({ length: 12 }, () => make.product(vendor, { storeId: busy.id })));
    expect(await countOf(busy)).toBe(12);
  });

  it('ends with deletion, for the vendor too', async () => {
    const own = await make.store(vendor);
    const product = await make.product(vendor, { storeId: own.id });
    expect((await vendor.client.delete(`/products/${product.id}`)).status).toBe(204);
    for (const client of [vendor.client, ...everybody()])
      expectError(await client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    expectError(await vendor.client.delete(`/products/${product.id}`), 404, 'NOT_FOUND');
    expect(await countOf(own)).toBe(0);
  });

  it('is announced once for each product', async () => {
    const published: number[] = [];
    test.app.get(Events).during(ProductPublished, async ({ productId }) => {
      published.push(productId);
    });
    const shut = await make.store(vendor, { isActive: false });
    const waiting = await make.product(vendor, { storeId: shut.id });
    const draft = await make.product(vendor, { storeId: store.id, isActive: false });
    expect(published).toEqual([]);
    for (const isActive of [true, false, true]) {
      await vendor.client.patch(`/stores/${shut.id}`, { isActive });
      await vendor.client.patch(`/products/${draft.id}`, { isActive });
    }
    expect(published).toEqual([waiting.id, draft.id]);
  });
});

describe('lists of a store and of a vendor', () => {
  it('are of what is listed', async () => {
    const owner = await make.vendor();
    const [one, two] = [await make.store(owner), await make.store(owner, { isActive: false })];
    const shown = await make.product(owner, { storeId: one.id });
    const hidden = await make.product(owner, { storeId: one.id, isActive: false });
    const shut = await make.product(owner, { storeId: two.id });
    const ids = async (client: Person['client'], path: string) =>
      (await client.get<ProductPage>(path)).body.items.map(({ id }) => id);
    expect(await ids(test.client, `/stores/${one.id}/products`)).toEqual([shown.id]);
    expect(await ids(test.client, `/vendors/${owner.user.id}/products`)).toEqual([shown.id]);
    expect(await ids(owner.client, '/products/my-products')).toEqual([shut.id, hidden.id, shown.id]);
    expect(await ids(owner.client, '/products/my-products?isActive=false')).toEqual([hidden.id]);
    expect(await ids(owner.client, `/products/my-products?store=${two.id}`)).toEqual([shut.id]);
    expect(await ids(owner.client, '/products/my-products?maxStock=4')).toEqual([]);
    const lowWhen = async (lowStockAt: number) => {
      await owner.client.patch(`/stores/${two.id}`, { lowStockAt });
      return ids(owner.client, `/products/my-products?store=${two.id}&lowStock=true`);
    };
    expect([await lowWhen(1000), await lowWhen(0)]).toEqual([[shut.id], []]);
    const variants = [9, 0].map((stockQuantity, size) => ({
      ...{ options: { Size: String(size) }, price: '1.00', stockQuantity },
    }));
    const partly = await make.product(owner, { storeId: two.id, variants });
    expect(await lowWhen(0)).toEqual([partly.id]);
  });

  it('are only of stores and vendors that there are', async () => {
    expectError(await test.client.get('/stores/2147483647/products'), 404, 'NOT_FOUND');
    expectError(await test.client.get(`/vendors/${buyer.user.id}/products`), 404, 'NOT_FOUND');
    expectError(await test.client.get('/products/my-products'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await buyer.client.get('/products/my-products'), 403, 'PERMISSION_DENIED');
  });
});

describe('categories', () => {
  it('count what is in them and below', async () => {
    const categories = test.app.get(Database).repository(Category);
    const home = await categories.save({ name: 'Home', slug: 'home', parentId: null });
    const lamps = await categories.save({ name: 'Lamps', slug: 'lamps', parentId: home.id });
    await make.product(vendor, { categoryId: home.id });
    const lamp = await make.product(vendor, { categoryId: lamps.id });
    await make.product(vendor, { categoryId: lamps.id, isActive: false });
    expect(lamp.category).toEqual({ id: lamps.id, name: 'Lamps', slug: 'lamps' });
    const { body } = await test.client.get<{ items: object[] }>('/categories');
    expect(body.items).toContainEqual({
      id: home.id,
      name: 'Home',
      slug: 'home',
      parentId: null,
      formerSlugs: [],
      productCount: 2,
      children: [
        {
          ...{ id: lamps.id, name: 'Lamps', slug: 'lamps', parentId: home.id },
          ...{ formerSlugs: [], productCount: 1, children: [] },
        },
      ],
    });
    const cleared = await vendor.client.patch<ProductDto>(`/products/${lamp.id}`, { categoryId: null });
    expect(cleared.body.category).toBeNull();
  });
});
