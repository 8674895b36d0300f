import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StockChangeDto, StockChangePage } from '@souk/contracts/stock.dto';
import { startApp, type TestApp } from '../../../test/app';
import { Factory, orderInput, type Person } from '../../../test/factories';
import { payWith } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { ErasureService } from '../users/erasure.service';
import { Product } from './product.entity';
import { OutOfStock } from './products.errors';
import { ProductsService } from './products.service';
import { StockService } from './stock.service';

let test: TestApp;
let make: Factory;
let vendor: Person;
let stock: StockService;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
  stock = test.app.get(StockService);
});
afterAll(() => test.close());

const variantId = (product: ProductDto, index = 0) => product.variants[index]?.id ?? 0;
const now = async ({ id }: ProductDto) => (await vendor.client.get<ProductDto>(`/products/${id}`)).body;
const sizes = (...quantities: number[]) =>
  quantities.map((stockQuantity, index) => ({ options: { Size: `${index}` }, price: '1', stockQuantity }));
const shortageOf = (error: unknown) => (error instanceof OutOfStock ? error.details : error);

describe('taking stock', () => {
  it('gives ten units to exactly ten of a hundred takers', async () => {
    const product = await make.product(vendor, { stockQuantity: 10 });
    const line = { variantId: variantId(product), quantity: 1 };
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => stock.take([line])));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(results.length - refused.length).toBe(10);
    for (const reason of refused) expect(reason).toBeInstanceOf(OutOfStock);
    expect(await now(product)).toMatchObject({ stockQuantity: 0, variants: [{ stockQuantity: 0 }] });
  });

  it('does not deadlock when carts hold the same goods in another order', async () => {
    const [first, second] = [
      await make.product(vendor, { stockQuantity: 60 }),
      await make.product(vendor, { stockQuantity: 60 }),
    ];
    const lines = [first, second].map((product) => ({ variantId: variantId(product), quantity: 1 }));
    const takers = Array.from({ length: 40 }, (_, index) =>
      stock.take(index % 2 === 0 ? lines : lines.toReversed()),
    );
    await Promise.all(takers);
    expect((await now(first)).stockQuantity).toBe(20);
    expect((await now(second)).stockQuantity).toBe(20);
  });

  it('adds up lines of the same variant', async () => {
    const product = await make.product(vendor, { stockQuantity: 5 });
    const lines = [3, 3].map((quantity) => ({ variantId: variantId(product), quantity }));
    await expect(stock.take(lines)).rejects.toBeInstanceOf(OutOfStock);
    expect((await now(product)).stockQuantity).toBe(5);
    await stock.take([...lines.slice(1), { variantId: variantId(product), quantity: 2 }]);
    expect((await now(product)).stockQuantity).toBe(0);
  });

  it('takes all lines or none, and tells what is left of each that fell short', async () => {
    const product = await make.product(vendor, { variants: sizes(5, 2, 0) });
    const lines = [1, 3, 1].map((quantity, index) => ({ variantId: variantId(product, index), quantity }));
    const shortage = await stock.take(lines).catch(shortageOf);
    expect(shortage).toEqual({
      [variantId(product, 1)]: { available: 2, requested: 3 },
      [variantId(product, 2)]: { available: 0, requested: 1 },
    });
    expect(await now(product)).toEqual(product);
  });

  it('has none of a variant that is no longer sold, or never was', async () => {
    const product = await make.product(vendor, { variants: sizes(5, 5) });
    const [kept] = product.variants;
    await vendor.client.patch(`/products/${product.id}`, {
      variants: [{ id: kept?.id, options: kept?.options, price: '1', stockQuantity: 5 }],
    });
    for (const gone of [variantId(product, 1), 2_147_483_647]) {
      const shortage = await stock.take([{ variantId: gone, quantity: 1 }]).catch(shortageOf);
      expect(shortage).toEqual({ [gone]: { available: 0, requested: 1 } });
    }
  });
});

describe('giving back', () => {
  it('undoes what was taken', async () => {
    const product = await make.product(vendor, { variants: sizes(5, 2) });
    const lines = [4, 2].map((quantity, index) => ({ variantId: variantId(product, index), quantity }));
    await stock.take(lines);
    expect((await now(product)).stockQuantity).toBe(1);
    await stock.giveBack([...lines, { variantId: variantId(product), quantity: 1 }], { reason: 'restocked' });
    expect(await now(product)).toMatchObject({
      stockQuantity: 8,
      variants: [{ stockQuantity: 6 }, { stockQuantity: 2 }],
    });
  });

  it('does not offer again what is no longer sold', async () => {
    const product = await make.product(vendor, { variants: sizes(5, 5) });
    const [kept] = product.variants;
    await stock.take([{ variantId: variantId(product, 1), quantity: 2 }]);
    await vendor.client.patch(`/products/${product.id}`, {
      variants: [{ id: kept?.id, options: kept?.options, price: '1', stockQuantity: 5 }],
    });
    await stock.giveBack([{ variantId: variantId(product, 1), quantity: 2 }], { reason: 'restocked' });
    expect((await now(product)).stockQuantity).toBe(5);
  });
});

describe('the history of stock', () => {
  const history = async ({ id }: ProductDto, query = '') =>
    (await vendor.client.get<StockChangePage>(`/products/${id}/stock-history${query}`)).body;
  const told = ({ delta, quantityAfter, reason, changedBy, orderNumber }: StockChangeDto) => [
    ...[delta, quantityAfter, reason],
    ...[changedBy, orderNumber],
  ];
  const order = async (product: ProductDto, quantity: number, change = {}) => {
    const guest = await make.guest(product, quantity);
    return (await guest.post<OrderDto>('/orders', { ...orderInput, ...change })).body;
  };

  it('tells of every change who made it and why, newest first', async () => {
    const product = await make.product(vendor, { variants: sizes(5, 2) });
    const [small, large] = product.variants;
    const kept = { id: small?.id, options: small?.options, price: '2', stockQuantity: 9 };
    await vendor.client.patch(`/products/${product.id}`, { variants: [kept] });
    await vendor.client.patch(`/products/${product.id}`, { stockQuantity: 9, name: 'Not its stock' });
    const sold = await order(product, 3);
    await vendor.client.post(`/orders/${sold.id}/cancel`, {});
    await order(product, 2, payWith('tok_declined'));
    const me = vendor.user.username;
    const { items, total } = await history(product);
    const declined = items[1]?.orderNumber;
    expect(items.map(told)).toEqual([
      [2, 9, 'released', null, declined],
      [-2, 7, 'sold', null, expect.stringMatching(/^SK-/)],
      [3, 9, 'cancelled', null, sold.number],
      [-3, 6, 'sold', null, sold.number],
      [-2, 0, 'edited', me, null],
      [4, 9, 'edited', me, null],
      [2, 2, 'created', me, null],
      [5, 5, 'created', me, null],
    ]);
    expect(total).toBe(8);
    expect(items[4]).toMatchObject({ variantId: large?.id, options: large?.options, sku: null });
    const first = await history(product, '?limit=5');
    const rest = await history(product, `?limit=5&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  it('says nothing of an order that found too little', async () => {
    const product = await make.product(vendor);
    const guest = await make.guest(product, 5);
    await vendor.client.patch(`/products/${product.id}`, { stockQuantity: 1 });
    await guest.post('/orders', orderInput);
    expect((await history(product)).items.map(({ reason }) => reason)).toEqual(['edited', 'created']);
  });

  it('names nobody who has left', async () => {
    const product = await make.product(vendor);
    const former = await make.vendor();
    await test.app
      .get(Database)
      .manager.query('UPDATE stock_changes SET actor_id = ? WHERE product_id = ?', [
        former.user.id,
        product.id,
      ]);
    expect((await history(product)).items[0]?.changedBy).toBe(former.user.username);
    await test.app.get(ErasureService).erase(former.user.id);
    expect((await history(product)).items[0]?.changedBy).toBeNull();
  });
});

it('counts what was sold, and what was taken back', async () => {
  const product = await make.product(vendor);
  const sale = (quantity: number) => ({ productId: product.id, quantity });
  await stock.recordSale([sale(2), sale(3)]);
  await stock.recordSale([sale(-1)]);
  const row = await test.app.get(Database).repository(Product).findOneByOrFail({ id: product.id });
  expect(row.soldCount).toBe(4);
});

it('moves the average of product and store together', async () => {
  const product = await make.product(vendor);
  const products = test.app.get(ProductsService);
  await Promise.all([5, 4, 4].map((stars) => products.rate(product.id, stars, 1)));
  await products.rate(product.id, -1, 0);
  expect(await now(product)).toMatchObject({ averageRating: 4, reviewCount: 3 });
  const store = await test.client.get(`/stores/${product.store.id}`);
  expect(store.body).toMatchObject({ averageRating: 4, reviewCount: 3 });
});
