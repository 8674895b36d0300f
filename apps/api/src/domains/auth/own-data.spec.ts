import type { OwnDataDto } from '@souk/contracts/own-data.dto';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created, orderInput, type Factory } from '../../../test/factories';
import { homeOf, member } from '../../../test/member';
import { Shop } from '../../../test/shop';

let test: TestApp;
let shop: Shop;
let make: Factory;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  make = shop.make;
});
afterAll(() => test.close());

it('gives a buyer all that is held, as a file', async () => {
  const buyer = await member(make, 'buyer');
  const mug = await shop.product();
  await shop.put(buyer.client, mug);
  const order = await make.order(buyer.client, { shippingAddress: homeOf(buyer) });
  await shop.put(buyer.client, mug);
  await shop.place(buyer.client, { payment: { method: 'test', token: 'tok_declined' } });
  created(await buyer.client.post('/auth/keys', { name: 'Ledger', scopes: ['read'] }));
  const words = { rating: 5, comment: 'Good.' };
  const review = created(await buyer.client.post<ReviewDto>(`/products/${mug.id}/reviews`, words));

  const { status, body, headers } = await buyer.client.get<OwnDataDto>('/auth/export');
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="souk-wilhelmina\.\d-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toMatchObject({
    profile: buyer.user,
    sessions: [{ revokedAt: null }],
    apiKeys: [{ name: 'Ledger', scopes: ['read'], revokedAt: null }],
    orders: [
      { number: order.number, items: [{ name: mug.name }], parts: [{ status: 'pending' }] },
      { paymentStatus: 'failed' },
    ],
    addresses: [homeOf(buyer), orderInput.shippingAddress],
    cart: { itemCount: 1, token: null },
    reviews: [{ id: review.id, comment: 'Good.' }],
    replies: [],
    stores: [],
    products: [],
    coupons: [],
  });
  expect(JSON.stringify(body)).not.toMatch(/\b[0-9a-f]{64}\b|argon2|sk_[\w-]{43}/);
});

it('gives a vendor stores, products and replies, and nothing of the customers', async () => {
  const vendor = await member(make, 'vendor');
  const product = await make.product(vendor);
  const coupon = { code: 'MINE', percentOff: 5 };
  created(await vendor.client.post(`/stores/${product.store.id}/coupons`, coupon));
  const customer = await make.buyer();
  await shop.put(customer.client, product);
  await make.order(customer.client);
  const words = { rating: 4, comment: 'Fine.' };
  const review = created(await customer.client.post<ReviewDto>(`/products/${product.id}/reviews`, words));
  await vendor.client.put(`/reviews/${review.id}/reply`, { text: 'Thank you!' });

  const { body } = await vendor.client.get<OwnDataDto>('/auth/export');
  expect(body).toMatchObject({
    stores: [{ id: product.store.id }],
    products: [{ id: product.id }],
    coupons: [coupon],
    replies: [{ reviewId: review.id, productName: product.name, text: 'Thank you!' }],
    orders: [],
    addresses: [],
  });
  const text = JSON.stringify(body);
  for (const theirs of [customer.user.username, orderInput.shippingAddress.name, words.comment]) {
    expect(text).not.toContain(theirs);
  }
});

it('is for who is signed in, in person', async () => {
  expectError(await test.client.get('/auth/export'), 401, 'AUTHENTICATION_REQUIRED');
  const { client } = await make.buyer();
  const made = await client.post<{ key: string }>('/auth/keys', { name: 'Ledger', scopes: ['read'] });
  const program = test.client.as({ accessToken: created(made).key });
  expectError(await program.get('/auth/export'), 403, 'PERMISSION_DENIED');
});
