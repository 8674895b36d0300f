import type { TaxMode } from '@souk/contracts';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { orderInput } from '../../../test/factories';
import { Shop } from '../../../test/shop';
import { Config } from '../../config/config';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp({ TAX_MODE: 'exclusive', TAX_RATES: 'DE:19,FR:5.5,*:10' });
  shop = await Shop.open(test);
});
afterAll(() => test.close());

const charge = (mode: TaxMode) => {
  const config = test.app.get(Config);
  Object.assign(config, { tax: { ...config.tax, mode } });
};

const sendTo = (country: string) => ({ shippingAddress: { ...orderInput.shippingAddress, country } });

/** A cart with goods of two stores: 2 × 9.99 that ship for 4.90, and 0.05 that ship for nothing. */
async function cartOfTwoStores(): Promise<Client> {
  const { client } = await shop.make.buyer();
  await shop.put(client, await shop.product({ price: '9.99' }), 2);
  const { id: storeId } = await shop.make.store(shop.vendor);
  await shop.put(client, await shop.product({ price: '0.05', storeId }));
  return client;
}

const seenFrom = async (client: Client, country: string) =>
  (await client.get<CartDto>(`/cart?country=${country}`)).body;

describe('tax on top', () => {
  beforeAll(() => charge('exclusive'));

  it('is estimated until the country is known, exact from then on and frozen with the order', async () => {
    const client = await cartOfTwoStores();
    expect(await shop.cartOf(client)).toMatchObject({
      taxMode: 'exclusive',
      taxEstimated: true,
      taxTotal: '2.50',
      total: '27.43',
    });
    const cart = await seenFrom(client, 'DE');
    // of 19.98 + 4.90 and of 0.05, each to the cent
    expect(cart).toMatchObject({ taxEstimated: false, taxTotal: '4.74', total: '29.67' });
    expect(cart.stores.map(({ tax }) => tax)).toEqual(['4.73', '0.01']);

    const placed = await shop.make.order(client, { ...sendTo('DE'), expectedTotal: cart.total });
    expect(placed).toMatchObject({ taxTotal: '4.74', taxIncludedTotal: '0.00', totalAmount: '29.67' });
    // the shipping of 4.90 has the rest of the 4.73
    expect(placed.items.map(({ tax }) => tax)).toEqual(['3.80', '0.01']);
    expect(placed.parts.map(({ tax, taxIncluded, total }) => [tax, taxIncluded, total])).toEqual([
      ['4.73', '0.00', '29.61'],
      ['0.01', '0.00', '0.06'],
    ]);
    const cancelled = await client.post<OrderDto>(`/orders/${placed.id}/cancel`, {
      partId: placed.parts[0]?.id,
    });
    expect(cancelled.body).toMatchObject({ refundedAmount: '29.61', taxTotal: '4.74' });
  });

  it('tells that the tax has changed when the buyer saw an estimate', async () => {
    const client = await cartOfTwoStores();
    const { total } = await shop.cartOf(client);
    const answer = await shop.place(client, { ...sendTo('Germany'), expectedTotal: total });
    expect(expectError(answer, 409, 'CART_CHANGED')).toEqual({
      total: '29.67',
      changes: [{ kind: 'tax', newTax: '4.74' }],
    });
    const guess = await shop.place(client, { ...sendTo('DE'), expectedTotal: '1.00' });
    expect(expectError(guess, 409, 'CART_CHANGED').changes).toEqual([
      { kind: 'shipping', newShipping: '4.90' },
      { kind: 'tax', newTax: '4.74' },
    ]);
  });

  it('does not name the tax where only the price has changed', async () => {
    const { client } = await shop.make.buyer();
    const mug = await shop.product({ price: '10.00', digital: true });
    await shop.put(client, mug);
    await shop.change(mug, { price: '12.00' });
    const answer = await shop.place(client, { country: 'FR', shippingAddress: null, expectedTotal: '10.55' });
    expect(expectError(answer, 409, 'CART_CHANGED')).toMatchObject({
      total: '12.66',
      changes: [{ kind: 'price', oldPrice: '10.00', newPrice: '12.00' }],
    });
  });

  it.each([
    [{ country: 'FR' }, '10.55', 'FR'],
    [{}, '11.00', null],
  ])('charges for a download with %p as where the buyer lives', async (input, totalAmount, taxCountry) => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product({ digital: true }));
    expect(await shop.make.order(client, { shippingAddress: null, ...input })).toMatchObject({
      totalAmount,
      taxCountry,
    });
  });

  it('needs a country that it knows', async () => {
    const client = await cartOfTwoStores();
    const details = expectError(await shop.place(client, sendTo('Atlantis')), 400, 'VALIDATION_ERROR');
    expect(details).toHaveProperty(['shippingAddress.country']);
    expectError(await client.get('/cart?country=XX'), 400, 'VALIDATION_ERROR');
    expectError(await shop.place(client, { country: 'Germany' }), 400, 'VALIDATION_ERROR');
  });
});

describe('tax in the prices', () => {
  beforeAll(() => charge('inclusive'));

  it('changes no sum, and is told and frozen', async () => {
    const client = await cartOfTwoStores();
    const cart = await seenFrom(client, 'DE');
    expect(cart).toMatchObject({ taxTotal: '0.00', taxIncludedTotal: '3.98', total: '24.93' });
    const placed = await shop.make.order(client, { ...sendTo('DE'), expectedTotal: cart.total });
    expect(placed).toMatchObject({
      ...{ taxTotal: '0.00', taxIncludedTotal: '3.98', totalAmount: '24.93' },
      taxCountry: 'DE',
    });
    expect(placed.parts.map(({ tax, taxIncluded, total }) => [tax, taxIncluded, total])).toEqual([
      ['0.00', '3.97', '24.88'],
      ['0.00', '0.01', '0.05'],
    ]);
    expect(placed.items.map(({ tax }) => tax)).toEqual(['3.19', '0.01']);
  });
});
