import sharp from 'sharp';
import type { PayoutDto } from '@souk/contracts/ledger.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductPage } from '@souk/contracts/products.dto';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import type { UnsubscribedDto } from '@souk/contracts/unsubscribe.dto';
import { startApp, type TestApp } from '../../../../test/app';
import { expectError, type Client } from '../../../../test/client';
import { created, type Person } from '../../../../test/factories';
import { mailsTo } from '../../../../test/mailbox';
import { Shop } from '../../../../test/shop';
import { Database } from '../../../platform/database/database';
import { Events } from '../../../platform/events/events';
import { User } from '../../users/user.entity';
import { WebhookEndpoint } from '../../webhooks/webhook-endpoint.entity';
import { WebhookDisabled } from '../../webhooks/webhooks.events';

const PUBLIC_URL = 'https://souk.example';

let test: TestApp;
let shop: Shop;
let buyer: Person;
beforeAll(async () => {
  test = await startApp({ PUBLIC_URL });
  shop = await Shop.open(test);
  buyer = await shop.make.buyer();
});
afterAll(() => test.close());

const buy = async (quantity: number, product: { id: number }, client: Client = buyer.client) => {
  await client.post('/cart/items', { productId: product.id, quantity });
  return shop.make.order(client);
};
const mailsAbout = async (word: string, { user }: Person) =>
  (await mailsTo(test, user.email)).filter(({ subject }) => subject.includes(word));
const review = async (product: { id: number }, rating: number, by: Person = buyer) =>
  created(
    await by.client.post<ReviewDto>(`/products/${product.id}/reviews`, { rating, comment: 'Well made.' }),
  );
const oneClick = (path: string, payload: string, type: string) =>
  test.app.inject({ method: 'POST', url: path, payload, headers: { 'content-type': type } });
/** Path and query of the link that ends these mails. */
const endOf = (text: string) => /\/unsubscribe\?token=[\w.-]+/.exec(text)?.[0] ?? '';

it('tells a vendor once that little is left, until it is restocked', async () => {
  const mug = await shop.product({ name: 'Mug of the low stock', stockQuantity: 8 });
  const drawn = sharp({ create: { width: 60, height: 40, channels: 4, background: '#c8741a80' } });
  const upload = { name: 'mug.png', type: 'image/png', bytes: await drawn.png().toBuffer() };
  created(await shop.vendor.client.upload('POST', `/products/${mug.id}/images`, upload));
  const told = async () => (await mailsAbout(mug.name, shop.vendor)).map(({ subject }) => subject);
  await buy(2, mug);
  expect(await told()).toEqual([]);
  const order = await buy(1, mug);
  await buy(1, mug);
  const first = `Only 5 left of ${mug.name}`;
  expect(await told()).toEqual([first]);
  await buyer.client.post(`/orders/${order.id}/cancel`);
  await buy(1, mug);
  expect(await told()).toEqual([first]);
  await shop.change(mug, { stockQuantity: 7 });
  await buy(7, mug);
  expect(await told()).toEqual([first, `${mug.name} is sold out`]);
  const [mail] = await mailsAbout(first, shop.vendor);
  expect(mail?.text).toContain(`${PUBLIC_URL}/products/${mug.id}/edit`);
  expect(mail?.text).toContain(`List-Unsubscribe: <${PUBLIC_URL}${endOf(mail?.text ?? '')}>`);
  // which Outlook shows, and does not have to cut
  const [picture = ''] = /https:[^"]+\/media\/[^"]+/.exec(mail?.html ?? '') ?? [];
  const { headers, rawPayload } = await test.app.inject(new URL(picture).pathname);
  expect(headers['content-type']).toBe('image/jpeg');
  expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 168, height: 210 });
  const placed = (await mailsTo(test, order.email)).find(({ subject }) => subject.includes(order.number));
  expect(placed?.html).toContain(picture);
});

it('goes by what the store calls low', async () => {
  const store = await shop.make.store(shop.vendor, { lowStockAt: 2 });
  const cup = await shop.product({ name: 'Cup that may run out', storeId: store.id, stockQuantity: 5 });
  const lowOnes = async () =>
    (await shop.vendor.client.get<ProductPage>(`/products/my-products?store=${store.id}&lowStock=true`)).body
      .total;
  const told = async () => (await mailsAbout(cup.name, shop.vendor)).map(({ subject }) => subject);
  await buy(2, cup);
  expect([await told(), await lowOnes()]).toEqual([[], 0]);
  await buy(1, cup);
  const first = `Only 2 left of ${cup.name}`;
  expect([await told(), await lowOnes()]).toEqual([[first], 1]);
  const set = (lowStockAt: unknown) => shop.vendor.client.patch(`/stores/${store.id}`, { lowStockAt });
  expect((await set(1)).body).toMatchObject({ lowStockAt: 1 });
  expect(await lowOnes()).toBe(0);
  // what is low by the new measure is news again
  await buy(1, cup);
  expect([await told(), await lowOnes()]).toEqual([[first, `Only 1 left of ${cup.name}`], 1]);
  for (const wrong of [-1, 1001, 1.5, '5', null])
    expect(expectError(await set(wrong), 400, 'VALIDATION_ERROR')).toHaveProperty('lowStockAt');
});

it('says nothing of what its vendor has made scarce, or can be copied without end', async () => {
  const rare = await shop.product({ name: 'One of its kind', stockQuantity: 2 });
  const file = await shop.product({ name: 'A pattern to print', stockQuantity: 6, digital: true });
  await buy(1, rare);
  await buy(2, file);
  for (const { name } of [rare, file]) expect(await mailsAbout(name, shop.vendor)).toEqual([]);
});

it('tells vendors of reviews and authors of the first answer, as long as they want', async () => {
  const [bowl, plate, cup] = [
    await shop.product({ name: 'Bowl to review' }),
    await shop.product({ name: 'Plate to review' }),
    await shop.product({ name: 'Cup to review' }),
  ];
  for (const product of [bowl, plate, cup]) await buy(1, product);
  const { id } = await review(bowl, 4);
  const [toVendor, ...others] = await mailsAbout(bowl.name, shop.vendor);
  expect(others).toEqual([]);
  expect(toVendor?.subject).toBe(`4 of 5 stars for ${bowl.name}`);
  for (const words of [
    buyer.user.username,
    'Well made.',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ])
    expect(toVendor?.text).toContain(words);
  for (const text of ['Thank you!', 'Thank you very much!'])
    await shop.vendor.client.put(`/reviews/${id}/reply`, { text });
  const answers = await mailsAbout('has answered your review', buyer);
  expect(answers.map(({ text }) => /Thank you.*/.exec(text)?.[0])).toEqual([
    expect.stringContaining('Thank'),
  ]);

  const link = endOf(toVendor?.text ?? '');
  const form = 'application/x-www-form-urlencoded';
  expect((await oneClick(link, 'List-Unsubscribe=One-Click', form)).statusCode).toBe(200);
  await review(plate, 5);
  expect(await mailsAbout(plate.name, shop.vendor)).toEqual([]);
  const multipart =
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  expect((await oneClick(link, multipart, 'multipart/form-data; boundary=x')).statusCode).toBe(200);

  const token = new URLSearchParams(endOf(answers[0]?.text ?? '').split('?')[1]).get('token');
  const ended = await test.client.post<UnsubscribedDto>('/notifications/unsubscribe', { token });
  expect([ended.status, ended.body]).toEqual([200, { kind: 'review_replied' }]);
  const last = await review(cup, 3);
  await shop.vendor.client.put(`/reviews/${last.id}/reply`, { text: 'What was wrong?' });
  expect(await mailsAbout('has answered your review', buyer)).toHaveLength(1);
});

it('ends nothing for a link that was not mailed', async () => {
  const mine = `${buyer.user.id}.review_replied.${'A'.repeat(22)}`;
  for (const token of [mine, `${buyer.user.id}.order_placed.${'A'.repeat(22)}`, 'nothing'])
    expectError(await test.client.post('/notifications/unsubscribe', { token }), 404, 'NOT_FOUND');
  const form = 'application/x-www-form-urlencoded';
  expect((await oneClick(`/unsubscribe?token=${mine}`, 'x=y', form)).statusCode).toBe(404);
  // forms go nowhere else
  expect((await oneClick('/api/notifications/unsubscribe', 'token=x', form)).statusCode).toBe(415);
});

it('tells of payouts that are paid, and of those that are not', async () => {
  const { client: staff, user } = await shop.make.buyer();
  await test.app.get(Database).repository(User).update({ id: user.id }, { isStaff: true });
  const { vendor, store } = shop;
  const account = { account: 'DE02 1203 0000 0000 2020 51', currentPassword: vendor.password };
  await vendor.client.put(`/stores/${store.id}/payout-account`, account);
  const sell = async () => {
    const order = await buy(1, await shop.product());
    for (const status of ['shipped', 'delivered'])
      await vendor.client.put<OrderDto>(`/orders/${order.id}`, { status });
    return created(await vendor.client.post<PayoutDto>(`/stores/${store.id}/payouts`));
  };
  const refused = await sell();
  await staff.post(`/admin/payouts/${refused.id}/refuse`, { reason: 'No such account.' });
  const [failed] = await mailsAbout('did not go through', vendor);
  expect(failed?.text).toContain('The reason given: “No such account.”');
  const paid = await sell();
  await staff.post(`/admin/payouts/${paid.id}/confirm`, { reference: 'SEPA-1' });
  const [sent] = await mailsAbout('is on its way to you', vendor);
  expect(sent?.text).toContain('Reference: SEPA-1');
  expect(sent?.text).not.toContain('List-Unsubscribe');
});

it('tells an integrator whose webhook is switched off', async () => {
  const database = test.app.get(Database);
  const at = { busyUntil: new Date(), createdAt: new Date(), updatedAt: new Date() };
  const endpoint = await database.repository(WebhookEndpoint).save({
    ...{
      ...at,
      userId: buyer.user.id,
      url: 'https://erp.example.com/souk',
      isActive: false,
      secret: 'sealed',
    },
    ...{ disabledAt: new Date(), disabledReason: 'Nobody has answered there for days.' },
  });
  await test.app.get(Events).publish(new WebhookDisabled(endpoint.id, buyer.user.id));
  const [mail] = await mailsAbout('webhook', buyer);
  for (const words of ['https://erp.example.com/souk', 'Nobody has answered there', `${PUBLIC_URL}/webhooks`])
    expect(mail?.text).toContain(words);
});
