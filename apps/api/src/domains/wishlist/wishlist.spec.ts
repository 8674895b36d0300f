import { LIMITS } from '@souk/contracts';
import type { OwnDataDto } from '@souk/contracts/own-data.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { WishDto, WishedProducts, WishPage } from '@souk/contracts/wishlist.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created } from '../../../test/factories';
import { Shop } from '../../../test/shop';
import { Database } from '../../platform/database/database';
import { Product } from '../products/product.entity';
import { Wish } from './wish.entity';

let test: TestApp;
let shop: Shop;
let mug: ProductDto;
let bowl: ProductDto;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  mug = await shop.product({ name: 'Mug', price: '30.10' });
  bowl = await shop.product({ name: 'Bowl' });
});
afterAll(() => test.close());

const wish = (client: Client, { id: productId }: ProductDto) =>
  client.post<WishDto>('/wish-list', { productId });
const listOf = async (client: Client, query = '') => (await client.get<WishPage>(`/wish-list${query}`)).body;
const idsOf = async (client: Client) =>
  (await client.get<WishedProducts>('/wish-list/product-ids')).body.productIds;
const wishes = () => test.app.get(Database).repository(Wish);

it('keeps products as lists show them, newest first, each once', async () => {
  const { client } = await shop.make.buyer();
  const first = created(await wish(client, mug));
  const { body: shown } = await client.get<ProductDto>(`/products/${mug.id}`);
  expect(first).toMatchObject({ productId: mug.id, name: 'Mug', priceSeen: '30.10', notices: [] });
  expect(first.product).toEqual(shown);
  created(await wish(client, bowl));
  expect(created(await wish(client, mug))).toEqual(first);

  const page = await listOf(client, '?limit=1');
  expect(page).toMatchObject({ total: 2, items: [{ name: 'Bowl' }] });
  const next = await listOf(client, `?limit=1&cursor=${page.nextCursor}`);
  expect(next).toMatchObject({ total: 2, items: [{ name: 'Mug' }], nextCursor: null });
  expect(await idsOf(client)).toEqual([bowl.id, mug.id]);

  expect((await client.delete(`/wish-list/${bowl.id}`)).status).toBe(204);
  expectError(await client.delete(`/wish-list/${bowl.id}`), 404, 'NOT_FOUND');
  expect(await idsOf(client)).toEqual([mug.id]);
});

it('takes what everybody can see, and only from those who have signed in', async () => {
  const { client } = await shop.make.buyer();
  const hidden = await shop.product({ isActive: false });
  expectError(await wish(client, hidden), 404, 'NOT_FOUND');
  // its vendor could see it
  expectError(await wish(shop.vendor.client, hidden), 404, 'NOT_FOUND');
  expectError(await wish(test.client, mug), 401, 'AUTHENTICATION_REQUIRED');
  expectError(await test.client.get('/wish-list'), 401, 'AUTHENTICATION_REQUIRED');
});

it('tells what has become cheaper, sold out or gone', async () => {
  const { client } = await shop.make.buyer();
  const lamp = await shop.product({ name: 'Lamp', price: '30.10' });
  const vase = await shop.product({ name: 'Vase' });
  const bench = await shop.product({ name: 'Bench' });
  for (const each of [lamp, vase, bench]) created(await wish(client, each));
  await shop.change(lamp, { price: '28.00' });
  await shop.change(vase, { price: '11.00', stockQuantity: 0 });
  await shop.change(bench, { isActive: false });

  const { items } = await listOf(client);
  expect(items.map(({ name, product, notices }) => [name, product?.id, notices])).toEqual([
    ['Bench', undefined, [{ code: 'UNAVAILABLE', message: 'This can no longer be bought.', details: {} }]],
    ['Vase', vase.id, [{ code: 'SOLD_OUT', message: 'Sold out.', details: {} }]],
    [
      'Lamp',
      lamp.id,
      [
        {
          code: 'PRICE_DROPPED',
          message: 'Price went from $30.10 to $28.00.',
          details: { oldPrice: '30.10', newPrice: '28.00' },
        },
      ],
    ],
  ]);
  // it is there still, and can go
  expect(await idsOf(client)).toContain(bench.id);
  expect((await client.delete(`/wish-list/${bench.id}`)).status).toBe(204);
});

it('has room for five hundred, however many come at once', async () => {
  const { client, user } = await shop.make.buyer();
  const { id: _id, ...row } = await test.app
    .get(Database)
    .repository(Product)
    .findOneByOrFail({ id: mug.id });
  const rows = Array.from({ length: LIMITS.wishList.max - 1 }, () => ({ ...row, isListed: false }));
  const { identifiers } = await test.app.get(Database).repository(Product).insert(rows);
  const seen = { userId: user.id, priceSeen: 1000, dateAdded: new Date() };
  await wishes().insert(identifiers.map(({ id }) => ({ ...seen, productId: id as number })));
  const answers = await Promise.all([wish(client, mug), wish(client, bowl)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
});

it('goes into the own data, and with the account', async () => {
  const { client, password, user } = await shop.make.buyer();
  created(await wish(client, mug));
  const { body } = await client.get<OwnDataDto>('/auth/export');
  expect(body.wishList).toMatchObject([{ productId: mug.id, name: 'Mug', priceSeen: '30.10' }]);
  expect((await client.delete('/auth/profile', { password })).status).toBe(204);
  expect(await wishes().countBy({ userId: user.id })).toBe(0);
});
