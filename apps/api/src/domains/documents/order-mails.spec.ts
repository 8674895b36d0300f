import type { OrderDto } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { mailsTo } from '../../../test/mailbox';
import { payWith } from '../../../test/shop';
import { TwoVendors } from '../../../test/two-vendors';
import { Database } from '../../platform/database/database';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { SettlementService } from '../orders/settlement.service';
import { Gateway } from '../payments/gateway';

const PUBLIC_URL = 'https://souk.example';
/** Where the buyer's mails go by themselves. */
const TO_ACCOUNT = { email: undefined };

let test: TestApp;
let vendors: TwoVendors;
beforeAll(async () => {
  test = await startApp({ PUBLIC_URL });
  vendors = await TwoVendors.open(test);
});
afterAll(() => test.close());

/** About orders, in the order in which they were sent. */
const subjectsTo = async (address: string) =>
  (await mailsTo(test, address))
    .map(({ subject }) => subject)
    .filter((subject) => !subject.startsWith('Welcome'));

it('tells buyer and vendors what was bought, each as much as they may know', async () => {
  const { order, buyer, mug, bowl } = await vendors.sell(TO_ACCOUNT);
  const [toBuyer] = (await mailsTo(test, buyer.user.email)).filter(({ text }) => text.includes(order.number));
  for (const word of [
    mug.name,
    bowl.name,
    '$42.40',
    '$7.40',
    'Jo Rivers',
    `${PUBLIC_URL}/orders/${order.id}`,
  ])
    expect(toBuyer?.text).toContain(word);
  expect(toBuyer?.html).toContain(mug.name);
  expect(toBuyer?.text).not.toContain('?token=');
  const [toVendor] = (await mailsTo(test, vendors.other.user.email)).filter(({ text }) =>
    text.includes(order.number),
  );
  expect(toVendor?.subject).toBe(`New order ${order.number}`);
  expect(toVendor?.text).toContain(bowl.name);
  expect(toVendor?.text).toContain('$17.50');
  for (const foreign of [mug.name, '$42.40', buyer.user.email]) expect(toVendor?.text).not.toContain(foreign);
});

it('follows an order: shipped, delivered, cancelled and refunded', async () => {
  const { order, buyer, part, otherPart } = await vendors.sell(TO_ACCOUNT);
  const { vendor } = vendors.shop;
  const shipment = { carrier: 'DHL', trackingNumber: 'JD0146' };
  await vendors.move(order, vendor.client, { status: 'shipped', ...shipment });
  await vendors.move(order, vendor.client, { status: 'delivered' });
  await vendors.cancel(order, buyer.client, { partId: otherPart });
  const [shop, other] = [vendors.shop.store.name, vendors.otherName];
  expect((await subjectsTo(buyer.user.email)).sort()).toEqual(
    [
      `Thank you for your order ${order.number}`,
      `Your order from ${shop} is on its way`,
      `Your order from ${shop} has arrived`,
      `Your order from ${other} is cancelled`,
      '$17.50 goes back to you',
    ].sort(),
  );
  const mails = await mailsTo(test, buyer.user.email);
  const shipped = mails.find(({ subject }) => subject.endsWith('on its way'));
  expect(shipped?.text).toContain('Carrier: DHL. Tracking number: JD0146.');
  expect(await subjectsTo(vendors.other.user.email)).toContain(`Order ${order.number} is cancelled`);
  const refund = { amount: '3.00', reason: 'The glaze has a crack.' };
  await vendor.client.post(`/orders/${order.id}/parts/${part}/refunds`, refund);
  const news = (await mailsTo(test, buyer.user.email)).find(({ subject }) => subject.startsWith('$3.00'));
  expect(news?.text).toContain('The reason given: “The glaze has a crack.”');
});

it('gives a guest the secret link, which opens the order, and the downloads', async () => {
  const guest = await vendors.shop.make.guest(await vendors.shop.product({ digital: true }));
  const email = 'guest-with-a-link@example.com';
  const order = await vendors.shop.make.order(guest, { email });
  const mails = await mailsTo(test, email);
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    `Thank you for your order ${order.number}`,
    `Your downloads from ${vendors.shop.store.name} are ready`,
  ]);
  for (const { token } of mails) {
    expect((await test.client.get(`/orders/${order.id}?token=${token}`)).status).toBe(200);
  }
});

it('writes once, however often a fact is told, and not of payments that were declined', async () => {
  const { order, buyer } = await vendors.sell(TO_ACCOUNT);
  const declined = await vendors.shop.make.buyer();
  await vendors.shop.put(declined.client, await vendors.shop.product());
  await vendors.shop.place(declined.client, payWith('tok_declined'));
  const before = await subjectsTo(buyer.user.email);
  expect(before).toEqual([`Thank you for your order ${order.number}`]);
  await test.app.get(Database).repository(OutboxEntry).update({ type: 'OrderPlaced' }, { doneAt: null });
  expect(await subjectsTo(buyer.user.email)).toEqual(before);
  expect(await subjectsTo(declined.user.email)).toEqual([]);
});

it('tells a vendor that goods shall come back, and that they shall not', async () => {
  const { order, buyer, part } = await vendors.sell(TO_ACCOUNT);
  const { vendor } = vendors.shop;
  for (const status of ['shipped', 'delivered']) await vendors.move(order, vendor.client, { status });
  const [item] = order.items.filter(({ storeId }) => storeId === vendors.shop.store.id);
  const lines = [{ itemId: item?.id, quantity: 1 }];
  const asked = { reason: 'damaged', lines };
  const { body } = await buyer.client.post<OrderDto>(`/orders/${order.id}/parts/${part}/returns`, asked);
  const returnId = body.parts.find(({ id }) => id === part)?.returns[0]?.id;
  expect(await subjectsTo(vendor.user.email)).toContain(`A return is asked for: order ${order.number}`);
  await buyer.client.post(`/orders/${order.id}/returns/${returnId}/withdraw`);
  const mails = await mailsTo(test, vendor.user.email);
  const withdrawn = mails.find(({ subject }) => subject === `A return is withdrawn: order ${order.number}`);
  expect(withdrawn?.text).toContain(`${PUBLIC_URL}/dashboard/orders?search=${order.number}`);
  expect(withdrawn?.text).toContain(item?.name);
});

it('tells of a payment that failed after the order was placed, once the goods are in the cart again', async () => {
  const { make } = vendors.shop;
  const buyer = await make.buyer();
  const guest = await make.guest(await vendors.shop.product(), 2);
  const { number } = await make.order(guest, { email: buyer.user.email, ...payWith('tok_later') });
  const { token } = await vendors.shop.cartOf(guest);
  await vendors.shop.cartOf(buyer.client.with({ 'x-cart-token': token ?? '' }));
  const failed = { status: 'failed', reference: 'test_later' } as const;
  jest.spyOn(test.app.get(Gateway), 'cancel').mockResolvedValueOnce(failed);
  await test.app.get(SettlementService).sweep(new Date(Date.now() + 16 * 60_000));
  expect((await vendors.shop.cartOf(buyer.client)).itemCount).toBe(2);
  const told = (await mailsTo(test, buyer.user.email)).filter(({ text }) =>
    text.includes(`${PUBLIC_URL}/cart`),
  );
  expect(told.map(({ subject }) => subject)).toEqual([`Your payment for order ${number} did not go through`]);
});
