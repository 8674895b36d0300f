import { LIMITS } from '@souk/contracts';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created } from '../../../test/factories';
import { Shop } from '../../../test/shop';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

const variantOf = ({ variants: [variant] }: ProductDto) => variant?.id ?? 0;

describe('adding', () => {
  it('adds up and frees shipping from the threshold on', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product({ price: '25.00' });
    expect(created(await shop.put(client, mug)).shippingTotal).toBe('4.90');
    const { body } = await shop.put(client, mug);
    expect(body).toMatchObject({ token: null, itemCount: 2, shippingTotal: '0.00', total: '50.00' });
    expect(body.items).toHaveLength(1);
  });

  it('adds up when sent in parallel too', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    const answers = await Promise.all([1, 2, 3, 4].map(() => shop.put(client, mug)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await shop.cartOf(client)).toMatchObject({ itemCount: 4, items: [{ quantity: 4 }] });
  });

  it('charges no shipping for what is downloaded', async () => {
    const { client } = await shop.make.buyer();
    const { body } = await shop.put(client, await shop.product({ digital: true }));
    expect(body).toMatchObject({ shippingRequired: false, shippingTotal: '0.00', total: '10.00' });
  });

  it('needs the variant when there are several', async () => {
    const shirt = await shop.product({
      price: undefined,
      stockQuantity: undefined,
      variants: [
        { options: { Size: 'S' }, price: '8.00', stockQuantity: 1 },
        { options: { Size: 'M' }, price: '9.00', stockQuantity: 1 },
      ],
    });
    expect(expectError(await shop.put(test.client, shirt), 400, 'VALIDATION_ERROR')).toHaveProperty([
      'variantId',
    ]);
    const variantId = shirt.variants[1]?.id;
    const { body } = await test.client.post<CartDto>('/cart/items', { productId: shirt.id, variantId });
    expect(body.items).toMatchObject([
      { variant: { id: variantId, options: { Size: 'M' } }, unitPrice: '9.00' },
    ]);
    const foreign = { productId: shirt.id, variantId: variantOf(await shop.product()) };
    expect(expectError(await test.client.post('/cart/items', foreign), 404, 'NOT_FOUND')).toEqual({
      resource: 'variant',
    });
  });

  it('says what is left when the stock does not suffice', async () => {
    const mug = await shop.product({ stockQuantity: 3 });
    const { client } = await shop.make.buyer();
    expectError(await shop.put(client, mug, 4), 409, 'OUT_OF_STOCK');
    created(await shop.put(client, mug, 2));
    const details = expectError(await shop.put(client, mug, 2), 409, 'OUT_OF_STOCK');
    expect(details).toEqual({ [variantOf(mug)]: { available: 3, requested: 4 } });
    expect((await shop.cartOf(client)).itemCount).toBe(2);
  });

  it('has its limits', async () => {
    const { client } = await shop.make.buyer();
    const plenty = await shop.product({ stockQuantity: 5000 });
    created(await shop.put(client, plenty, 999));
    expect(expectError(await shop.put(client, plenty), 400, 'VALIDATION_ERROR')).toHaveProperty('quantity');
    const variants = Array.from({ length: LIMITS.cartLines.max }, (_, index) => ({
      options: { Number: `${index}` },
      price: '1.00',
      stockQuantity: 1,
    }));
    const { id: productId, ...many } = await shop.product({ variants });
    const answers = await Promise.all(
      many.variants.map(({ id: variantId }) => client.post('/cart/items', { productId, variantId })),
    );
    const [refused, ...others] = answers.filter(({ status }) => status !== 201);
    expect(others).toEqual([]);
    if (refused) expectError(refused, 400, 'VALIDATION_ERROR');
    expect((await shop.cartOf(client)).items).toHaveLength(LIMITS.cartLines.max);
  });

  it('knows no hidden and no missing product', async () => {
    const hidden = await shop.product({ isActive: false });
    for (const productId of [hidden.id, 2_147_483_647]) {
      const answer = await shop.vendor.client.post('/cart/items', { productId });
      expect(expectError(answer, 404, 'NOT_FOUND')).toEqual({ resource: 'product' });
    }
  });

  it.each([
    [{ quantity: 0 }, 'quantity'],
    [{ quantity: 1000 }, 'quantity'],
    [{ quantity: 1.5 }, 'quantity'],
    [{ quantity: '2' }, 'quantity'],
    [{ quantity: null }, 'quantity'],
    [{ productId: -1 }, 'productId'],
    [{ variantId: 'x' }, 'variantId'],
    [{ price: '0.01' }, 'price'],
  ])('refuses %p', async (wrong, field) => {
    const answer = await test.client.post('/cart/items', { productId: 1, ...wrong });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});

describe('changing a line', () => {
  it('sets, removes and empties', async () => {
    const { client } = await shop.make.buyer();
    const [mug, bowl] = [await shop.product(), await shop.product()];
    await shop.put(client, mug);
    const { body } = await shop.put(client, bowl);
    const [first, second] = body.items.map(({ id }) => `/cart/items/${id}`);
    expect((await client.put<CartDto>(`${first}`, { quantity: 5 })).body).toMatchObject({ itemCount: 6 });
    expect((await client.put<CartDto>(`${first}`, { quantity: 0 })).body.items).toHaveLength(1);
    expect((await client.delete(`${second}`)).status).toBe(204);
    expectError(await client.delete(`${second}`), 404, 'NOT_FOUND');
    await shop.put(client, mug);
    expect((await client.delete('/cart')).status).toBe(204);
    expect(await shop.cartOf(client)).toMatchObject({ items: [], total: '0.00' });
  });

  it('is for the holder of the cart', async () => {
    const mug = await shop.product({ stockQuantity: 3 });
    const { body } = await shop.put(test.client, mug);
    const item = `/cart/items/${body.items[0]?.id}`;
    const owner = test.client.with({ 'x-cart-token': body.token ?? '' });
    for (const stranger of [test.client, (await shop.make.buyer()).client, await shop.make.guest(mug)]) {
      expectError(await stranger.put(item, { quantity: 2 }), 404, 'NOT_FOUND');
      expectError(await stranger.delete(item), 404, 'NOT_FOUND');
    }
    expect(expectError(await owner.put(item, { quantity: 4 }), 409, 'OUT_OF_STOCK')).toEqual({
      [variantOf(mug)]: { available: 3, requested: 4 },
    });
    expectError(await owner.put(item, { quantity: -1 }), 400, 'VALIDATION_ERROR');
    expectError(await owner.put('/cart/items/abc', { quantity: 1 }), 400, 'VALIDATION_ERROR');
    expect((await shop.cartOf(owner)).itemCount).toBe(1);
  });
});

describe('what has changed since', () => {
  it('tells a new price until the buyer acts on the line', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product({ price: '30.10' });
    await shop.put(client, mug);
    await shop.change(mug, { price: '28.00' });
    const { items } = await shop.cartOf(client);
    expect(items[0]?.notices).toEqual([
      {
        code: 'PRICE_CHANGED',
        message: 'Price went from $30.10 to $28.00.',
        details: { oldPrice: '30.10', newPrice: '28.00' },
      },
    ]);
    const { body } = await client.put<CartDto>(`/cart/items/${items[0]?.id}`, { quantity: 1 });
    expect(body).toMatchObject({ items: [{ unitPrice: '28.00', notices: [] }], subtotal: '28.00' });
  });

  it('tells when less is left than wanted', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug, 5);
    await shop.change(mug, { stockQuantity: 2 });
    expect((await shop.cartOf(client)).items).toMatchObject([
      { available: 2, notices: [{ code: 'LOW_STOCK', details: { available: 2 } }] },
    ]);
    await shop.change(mug, { stockQuantity: 0 });
    expect((await shop.cartOf(client)).items).toMatchObject([
      { available: 0, notices: [{ code: 'LOW_STOCK', message: 'Sold out.', details: { available: 0 } }] },
    ]);
  });

  it('keeps what is no longer sold in sight, but counts nothing for it', async () => {
    const { client } = await shop.make.buyer();
    const [hidden, deleted] = [await shop.product(), await shop.product()];
    await shop.put(client, hidden);
    await shop.put(client, deleted);
    await shop.change(hidden, { isActive: false });
    await shop.vendor.client.delete(`/products/${deleted.id}`);
    const cart = await shop.cartOf(client);
    expect(cart).toMatchObject({ subtotal: '0.00', shippingTotal: '0.00', total: '0.00', itemCount: 2 });
    expect(cart.notices).toMatchObject([{ code: 'UNAVAILABLE' }]);
    for (const item of cart.items) {
      expect(item).toMatchObject({ lineTotal: '0.00', available: 0, notices: [{ code: 'UNAVAILABLE' }] });
    }
    const [gone] = cart.items;
    expectError(await client.put(`/cart/items/${gone?.id}`, { quantity: 2 }), 409, 'OUT_OF_STOCK');
    expect((await client.delete(`/cart/items/${gone?.id}`)).status).toBe(204);
  });
});
