import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { orderInput } from '../../../test/factories';
import { Shop, payWith } from '../../../test/shop';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

describe('placing an order', () => {
  it('answers the whole order, takes the stock and empties the cart', async () => {
    const { client, user } = await shop.make.buyer();
    const mug = await shop.product({ price: '19.99' });
    await shop.put(client, mug, 2);
    const { status, body, headers, cookies } = await shop.place(client, {
      email: undefined,
      expectedTotal: '44.88',
    });
    expect(status).toBe(201);
    expect(cookies).toEqual([]);
    expect(headers.location).toBe(`/api/orders/${body.id}`);
    expect(body).toEqual({
      id: expect.any(Number),
      number: expect.stringMatching(/^SK-[0-9A-HJKMNP-TV-Z]{6}$/),
      customer: { id: user.id, username: user.username },
      email: user.email,
      dateOrdered: expect.any(String),
      complete: true,
      transactionId: expect.stringMatching(/^test_ok_/),
      paymentStatus: 'paid',
      paymentAction: null,
      status: 'pending',
      currency: 'USD',
      subtotal: '39.98',
      discountTotal: '0.00',
      shippingTotal: '4.90',
      taxTotal: '0.00',
      taxIncludedTotal: '0.00',
      taxCountry: 'US',
      totalAmount: '44.88',
      refundedAmount: '0.00',
      shippingRequired: true,
      shippingAddress: orderInput.shippingAddress,
      items: [
        {
          id: expect.any(Number),
          productId: mug.id,
          variantId: mug.variants[0]?.id,
          storeId: shop.store.id,
          name: mug.name,
          options: {},
          imageUrl: null,
          digital: false,
          quantity: 2,
          price: '19.99',
          lineTotal: '39.98',
          discount: '0.00',
          tax: '0.00',
          paid: '39.98',
          refundedQuantity: 0,
          refundedAmount: '0.00',
          returnableQuantity: 2,
          dateAdded: body.dateOrdered,
        },
      ],
      parts: [
        {
          id: expect.any(Number),
          store: { id: shop.store.id, name: shop.store.name },
          status: 'pending',
          carrier: null,
          trackingNumber: null,
          subtotal: '39.98',
          couponCode: null,
          discount: '0.00',
          shipping: '4.90',
          tax: '0.00',
          taxIncluded: '0.00',
          total: '44.88',
          refundedAmount: '0.00',
          refundable: '44.88',
          refundableShipping: '4.90',
          refunds: [],
          returns: [],
          returnableUntil: null,
          shippedAt: null,
          deliveredAt: null,
          cancelledAt: null,
          permissions: { cancel: true, next: [], refund: false, return: false },
        },
      ],
      accessToken: null,
    });
    expect(await shop.stockOf(mug)).toBe(8);
    expect((await shop.cartOf(client)).items).toEqual([]);
    expect((await client.get<OrderDto>(`/orders/${body.id}`)).body).toEqual(body);
  });

  it('freezes names and prices', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product();
    await shop.put(client, mug);
    const order = await shop.make.order(client);
    await shop.change(mug, { name: 'Renamed', price: '99.00' });
    expect((await client.get<OrderDto>(`/orders/${order.id}`)).body).toEqual(order);
    await shop.vendor.client.delete(`/products/${mug.id}`);
    const [item] = (await client.get<OrderDto>(`/orders/${order.id}`)).body.items;
    expect(item).toMatchObject({ productId: null, variantId: null, name: mug.name, price: '10.00' });
  });

  it('delivers digital goods at once, without an address', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product({ digital: true }));
    const order = await shop.make.order(client, { shippingAddress: null });
    expect(order).toMatchObject({ status: 'delivered', shippingRequired: false, shippingAddress: null });
    expect(order.parts).toMatchObject([{ status: 'delivered', deliveredAt: expect.any(String) }]);
  });

  it('needs no payment for what is free', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product({ price: '0.00', digital: true }));
    expect(await shop.make.order(client)).toMatchObject({
      totalAmount: '0.00',
      complete: true,
      paymentStatus: 'paid',
    });
  });
});

describe('a guest', () => {
  it('gets the secret of the order, once, and opens it with that', async () => {
    const guest = await shop.make.guest(await shop.product());
    const order = await shop.make.order(guest);
    expect(order).toMatchObject({ customer: null, email: 'jo@example.com' });
    expect(Buffer.from(order.accessToken ?? '', 'base64url')).toHaveLength(16);
    const path = `/orders/${order.id}`;
    const opened = await test.client.get<OrderDto>(`${path}?token=${order.accessToken}`);
    expect(opened.body).toEqual({ ...order, accessToken: null });
    for (const wrong of [path, `${path}?token=wrong`, `${path}?token=`]) {
      expectError(await guest.get(wrong), 404, 'NOT_FOUND');
    }
    expect((await shop.cartOf(guest)).items).toEqual([]);
  });

  it('must say where to write to', async () => {
    const guest = await shop.make.guest(await shop.product());
    const details = expectError(
      await shop.place(guest, { email: null, shippingAddress: null }),
      400,
      'VALIDATION_ERROR',
    );
    expect(Object.keys(details)).toEqual(['email', 'shippingAddress']);
  });

  it('is safe from other sites', async () => {
    const { cookies } = await shop.put(test.client, await shop.product());
    const cookie = `souk_cart=${cookies[0]?.value}`;
    const foreign = test.client.with({ cookie, 'sec-fetch-site': 'cross-site' });
    expectError(await shop.place(foreign), 403, 'PERMISSION_DENIED');
    expect((await shop.place(test.client.with({ cookie }))).status).toBe(201);
  });
});

describe('refusing', () => {
  it.each([
    [{ payment: { method: 'card', token: 'tok_ok' } }, 'payment.method'],
    [payWith('tok_unknown'), 'payment.token'],
    [{ payment: { method: 'test' } }, 'payment.token'],
    [{ payment: null }, 'payment'],
    [{ shippingAddress: { ...orderInput.shippingAddress, zipcode: '' } }, 'shippingAddress.zipcode'],
    [{ shippingAddress: [orderInput.shippingAddress] }, 'shippingAddress'],
    [{ shippingAddress: [] }, 'shippingAddress'],
    [{ payment: [orderInput.payment] }, 'payment'],
    [{ email: 'nowhere' }, 'email'],
    [{ expectedTotal: '-1' }, 'expectedTotal'],
    [{ totalAmount: '0.01' }, 'totalAmount'],
  ])('%p', async (change, field) => {
    const guest = await shop.make.guest(await shop.product());
    expect(expectError(await shop.place(guest, change), 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });

  it.each(['', 'with space', 'x'.repeat(129), 'tab\there'])('the key %p', async (key) => {
    const guest = await shop.make.guest(await shop.product());
    const details = expectError(
      await shop.place(guest.with({ 'idempotency-key': key })),
      400,
      'VALIDATION_ERROR',
    );
    expect(details).toHaveProperty(['Idempotency-Key']);
  });

  it('an empty cart', async () => {
    const { client } = await shop.make.buyer();
    for (const nobody of [client, test.client]) expectError(await shop.place(nobody), 409, 'CART_EMPTY');
    await shop.put(client, await shop.product());
    await client.delete('/cart');
    expectError(await shop.place(client.with({ 'idempotency-key': 'a' })), 409, 'CART_EMPTY');
  });

  it('a cart that is not what the buyer saw, with each difference', async () => {
    const { client } = await shop.make.buyer();
    const [dearer, fewer, gone] = [await shop.product(), await shop.product(), await shop.product()];
    for (const one of [dearer, fewer, gone]) await shop.put(client, one, 2);
    await shop.change(dearer, { price: '11.00' });
    await shop.change(fewer, { stockQuantity: 1 });
    await shop.vendor.client.delete(`/products/${gone.id}`);
    const details = expectError(await shop.place(client, { expectedTotal: '60.00' }), 409, 'CART_CHANGED');
    expect(details).toEqual({
      total: '46.90',
      changes: [
        expect.objectContaining({
          kind: 'price',
          productId: dearer.id,
          oldPrice: '10.00',
          newPrice: '11.00',
        }),
        expect.objectContaining({ kind: 'stock', productId: fewer.id, requested: 2, available: 1 }),
        expect.objectContaining({ kind: 'gone', productId: gone.id, name: gone.name }),
        { kind: 'shipping', newShipping: '4.90' },
      ],
    });
    expect((await shop.cartOf(client)).itemCount).toBe(6);
  });

  it('a total that only the price of shipping has changed', async () => {
    const { id: storeId } = await shop.make.store(shop.vendor, { shippingFee: '1.00' });
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product({ storeId }));
    await shop.vendor.client.patch(`/stores/${storeId}`, { shippingFee: '2.00' });
    const details = expectError(await shop.place(client, { expectedTotal: '11.00' }), 409, 'CART_CHANGED');
    expect(details).toEqual({ total: '12.00', changes: [{ kind: 'shipping', newShipping: '2.00' }] });
    expect((await shop.place(client, { expectedTotal: 12 })).status).toBe(201);
  });

  it('more than is left, and changes nothing', async () => {
    const { client } = await shop.make.buyer();
    const [scarce, plenty] = [await shop.product(), await shop.product()];
    await shop.put(client, plenty, 2);
    await shop.put(client, scarce, 3);
    await shop.change(scarce, { stockQuantity: 2 });
    const { total } = await shop.cartOf(client);
    const details = expectError(await shop.place(client, { expectedTotal: total }), 409, 'OUT_OF_STOCK');
    expect(details).toEqual({ [scarce.variants[0]?.id ?? 0]: { available: 2, requested: 3 } });
    expect([await shop.stockOf(scarce), await shop.stockOf(plenty)]).toEqual([2, 10]);
    expect((await client.get<OrderPage>('/orders')).body.total).toBe(0);
  });
});
