import type { AuditPage } from '@souk/contracts/admin.dto';
import type { SalesDocuments } from '@souk/contracts/documents.dto';
import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { SalesSummary } from '@souk/contracts/sales.dto';
import type { OrderTimeline } from '@souk/contracts/timeline.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import type { Person } from '../../../test/factories';
import { mailsTo } from '../../../test/mailbox';
import { TwoVendors, type SharedOrder } from '../../../test/two-vendors';
import { Database } from '../../platform/database/database';
import { Verification } from '../ledger/verification';
import { Payment } from '../payments/payment.entity';
import { Product } from '../products/product.entity';
import { User } from '../users/user.entity';
import { subjectOf } from './refunding';

let test: TestApp;
let vendors: TwoVendors;
let vendor: Person;
beforeAll(async () => {
  test = await startApp();
  vendors = await TwoVendors.open(test);
  vendor = vendors.shop.vendor;
});
afterAll(() => test.close());

const reason = 'The glaze has a crack.';

describe('a refund', () => {
  it('gives back units, then the shipping, and is seen by the buyer and the own vendor only', async () => {
    const { order, buyer, part, mug } = await vendors.sell();
    const [item] = itemsOf(order, part);
    const lines = [{ itemId: item, quantity: 1, restock: true }];
    const { status, body } = await refund(order, part, vendor.client, { lines, reason });
    expect(status).toBe(201);
    expect(partOf(body, part)).toMatchObject({ refundedAmount: '10.00', permissions: { refund: true } });
    expect(await vendors.shop.stockOf(mug)).toBe(9);
    await refund(order, part, vendor.client, { shipping: true, reason: 'It was late.' });
    const seen = await vendors.read(order, buyer.client);
    expect(seen).toMatchObject({ paymentStatus: 'partially_refunded', refundedAmount: '14.90' });
    expect(seen.items.find(({ id }) => id === item)).toMatchObject({
      paid: '20.00',
      refundedQuantity: 1,
      refundedAmount: '10.00',
    });
    const line = { itemId: item, quantity: 1, amount: '10.00', restocked: true };
    expect(partOf(seen, part)).toMatchObject({
      refundableShipping: '0.00',
      permissions: { refund: false },
      refunds: [
        { amount: '10.00', shipping: '0.00', reason, by: 'vendor', lines: [line] },
        { amount: '4.90', shipping: '4.90', reason: 'It was late.', lines: [] },
      ],
    });
    const others = await vendors.read(order, vendors.other.client);
    expect(others).toMatchObject({ paymentStatus: 'paid', refundedAmount: '0.00' });
    expect(await refunded(order)).toBe(1490);
  });

  it('never gives back more than was paid, whatever was given back before', async () => {
    const { order, part } = await vendors.sell();
    const [itemId] = itemsOf(order, part);
    const ask = (input: object) => refund(order, part, vendor.client, { reason, ...input });
    expect(expectError(await ask({ amount: '24.91' }), 400, 'VALIDATION_ERROR')).toEqual({
      amount: ['must leave the refund at no more than 24.90, which is left'],
    });
    await ask({ amount: '20.00' });
    const { body } = await ask({ lines: [{ itemId, quantity: 2 }], shipping: true });
    expect(partOf(body, part)).toMatchObject({ refundedAmount: '24.90', permissions: { refund: false } });
    expectError(await ask({ amount: '0.01' }), 409, 'INVALID_TRANSITION');
    expect(await refunded(order)).toBe(2490);
  });

  it('names what is wrong with a line', async () => {
    const { order, part, otherPart } = await vendors.sell();
    const [itemId] = itemsOf(order, part);
    const [foreign] = itemsOf(order, otherPart);
    const ask = (...lines: object[]) => refund(order, part, vendor.client, { lines, reason });
    const fields = async (...lines: object[]) =>
      Object.keys(expectError(await ask(...lines), 400, 'VALIDATION_ERROR') as object);
    expect(await fields({ itemId: foreign, quantity: 1 })).toEqual(['lines.0.itemId']);
    expect(await fields({ itemId, quantity: 3 })).toEqual(['lines.0.quantity']);
    expect(await fields({ itemId, quantity: 1 }, { itemId, quantity: 1 })).toEqual(['lines.1.itemId']);
    expect(await fields()).toEqual(['amount']);
  });

  it('is one per key, and the last unit goes back once', async () => {
    const { order, part, otherPart } = await vendors.sell();
    const [itemId] = itemsOf(order, part);
    const one = { lines: [{ itemId, quantity: 1 }], reason };
    const repeated = await Promise.all([1, 2, 3].map(() => refund(order, part, vendor.client, one, 'try-1')));
    expect(repeated.map(({ status }) => status)).toEqual([201, 201, 201]);
    const other = await refund(order, part, vendor.client, { amount: '1.00', reason }, 'try-1');
    expectError(other, 422, 'IDEMPOTENCY_KEY_REUSED');
    const last = await Promise.all([1, 2, 3].map(() => refund(order, part, vendor.client, one)));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await refunded(order)).toBe(2490);
    await refund(order, otherPart, vendors.other.client, { amount: '1.00', reason }, 'try-1');
    expect(await refunded(order)).toBe(2590);
  });

  it('leaves the rest, and the units that are still away, to a later cancelling', async () => {
    const { order, part, buyer, mug } = await vendors.sell();
    const [itemId] = itemsOf(order, part);
    const lines = [{ itemId, quantity: 1, restock: true }];
    await refund(order, part, vendor.client, { lines, reason });
    const { body } = await vendors.cancel(order, buyer.client, { partId: part });
    expect(partOf(body, part)).toMatchObject({ status: 'cancelled', refundedAmount: '24.90' });
    expect(partOf(body, part).refunds.map(({ amount, by }) => [amount, by])).toEqual([
      ['10.00', 'vendor'],
      ['14.90', 'market'],
    ]);
    expect(await vendors.shop.stockOf(mug)).toBe(10);
    expect(await soldOf(mug)).toBe(0);
    expect(await refunded(order)).toBe(2490);
  });

  it('of all units before they are sent cancels the part, and the rest of it goes back', async () => {
    const { order, part, buyer, mug } = await vendors.sell();
    const [itemId] = itemsOf(order, part);
    const toShip = await partsToShip();
    const one = (restock: boolean) => ({ lines: [{ itemId, quantity: 1, restock }], reason });
    const { body } = await refund(order, part, vendor.client, one(true));
    expect([partOf(body, part).status, await partsToShip()]).toEqual(['pending', toShip]);
    const { body: all } = await refund(order, part, vendor.client, one(false));
    expect(partOf(all, part)).toMatchObject({
      status: 'cancelled',
      refundedAmount: '24.90',
      permissions: { next: [], cancel: false, refund: false },
    });
    expect(partOf(all, part).refunds.map(({ amount, by }) => [amount, by])).toEqual([
      ['10.00', 'vendor'],
      ['10.00', 'vendor'],
      ['4.90', 'market'],
    ]);
    expect(await partsToShip()).toBe(toShip - 1);
    expect(await vendors.shop.stockOf(mug)).toBe(10);
    expect(await soldOf(mug)).toBe(0);
    expect((await vendors.read(order, buyer.client)).status).toBe('pending');
    const shipped = await vendors.move(order, vendor.client, { status: 'shipped' });
    expectError(shipped, 409, 'INVALID_TRANSITION');
    const { body: told } = await buyer.client.get<OrderTimeline>(`/orders/${order.id}/timeline`);
    const ofPart = told.items.filter(({ partId }) => partId === part).map(({ kind, by }) => [kind, by]);
    expect(ofPart.slice(-3)).toEqual([
      ['refunded', 'vendor'],
      ['cancelled', 'vendor'],
      ['refunded', 'market'],
    ]);
  });

  it('of goods that were free takes units back once, and neither it nor cancelling them is told as money', async () => {
    const { shop } = vendors;
    const { id: storeId, name } = await shop.make.store(vendor);
    await vendor.client.post(`/stores/${storeId}/coupons`, { code: 'GIFT', percentOff: 100 });
    const { client, user } = await shop.make.buyer();
    const mug = await shop.product({ storeId });
    await shop.put(client, mug, 6);
    await client.put('/cart/coupon', { code: 'GIFT' });
    const order = await shop.make.order(client, { email: undefined });
    const [[item], part] = [order.items, order.parts[0]?.id ?? 0];
    const input = { lines: [{ itemId: item?.id, quantity: 1, restock: true }], reason };
    for (const key of ['gift', 'gift']) {
      const { status, body } = await refund(order, part, vendor.client, input, key);
      expect(status).toBe(201);
      expect(body.items).toMatchObject([{ refundedQuantity: 1, refundedAmount: '0.00' }]);
      expect(partOf(body, part).permissions.refund).toBe(true);
    }
    expectError(await refund(order, part, vendor.client, { reason }), 400, 'VALIDATION_ERROR');
    expect(await shop.stockOf(mug)).toBe(5);
    const { body } = await vendors.cancel(order, client);
    expect(body).toMatchObject({ status: 'cancelled', paymentStatus: 'paid', refundedAmount: '0.00' });
    expect(partOf(body, part).refunds.map(({ by }) => by)).toEqual(['vendor']);
    expectError(await refund(order, part, vendor.client, input), 409, 'INVALID_TRANSITION');
    expect([await shop.stockOf(mug), await soldOf(mug)]).toEqual([10, 0]);
    const { body: papers } = await client.get<SalesDocuments>(`/orders/${order.id}/documents`);
    expect(papers.items.map(({ kind }) => kind)).toEqual(['invoice']);
    const mails = (await mailsTo(test, user.email)).filter(({ text }) => text.includes(String(order.id)));
    expect(mails.map(({ subject }) => subject)).toContain(`Your order from ${name} is cancelled`);
    expect(mails.filter(({ text }) => text.includes('goes back'))).toEqual([]);
  });

  it('is for the vendor of the part and for staff', async () => {
    const { order, part, otherPart, buyer }: SharedOrder = await vendors.sell();
    const body = { amount: '1.00', reason };
    expectError(await refund(order, part, buyer.client, body), 403, 'PERMISSION_DENIED');
    expectError(await refund(order, otherPart, vendor.client, body), 404, 'NOT_FOUND');
    const stranger = await vendors.shop.make.vendor();
    expectError(await refund(order, part, stranger.client, body), 404, 'NOT_FOUND');
    const staff = await vendors.shop.make.buyer();
    await test.app.get(Database).repository(User).update({ id: staff.user.id }, { isStaff: true });
    const { body: seen } = await refund(order, otherPart, staff.client, body);
    expect(partOf(seen, otherPart).refunds).toMatchObject([{ amount: '1.00', by: 'staff' }]);
    await refund(order, part, vendor.client, body);
    const { items } = (await staff.client.get<AuditPage>('/admin/audit')).body;
    expect(items).toMatchObject([
      { action: 'refund', subjectType: 'order', subjectId: order.id, reason: `USD 1.00: ${reason}` },
    ]);
  });

  it('and a cancelling at the same time never give back the same money', async () => {
    const { order, part, buyer } = await vendors.sell();
    await Promise.all([
      refund(order, part, vendor.client, { amount: '20.00', reason }),
      vendors.cancel(order, buyer.client, { partId: part }),
    ]);
    expect(partOf(await vendors.read(order, buyer.client), part).refundedAmount).toBe('24.90');
    expect(await refunded(order)).toBe(2490);
  });

  it('lowers what the sales came to', async () => {
    const { order, part } = await vendors.sell();
    const before = await revenue();
    await refund(order, part, vendor.client, { amount: '4.00', reason });
    expect(await revenue()).toBeCloseTo(before - 4, 2);
  });

  it('of a download ends it', async () => {
    const { client } = await vendors.shop.make.buyer();
    const guide = await vendors.shop.product({ digital: true });
    const file = { name: 'guide.txt', type: 'text/plain', bytes: Buffer.from('Turn left.') };
    await vendor.client.upload('PUT', `/products/${guide.id}/file`, file);
    await vendors.shop.put(client, guide);
    const order = await vendors.shop.make.order(client);
    const [itemId] = order.items.map(({ id }) => id);
    const download = () => client.get(`/orders/${order.id}/downloads/${itemId}`);
    expect((await download()).status).toBe(200);
    const [part] = order.parts.map(({ id }) => id);
    const lines = [{ itemId, quantity: 1 }];
    expect((await refund(order, part ?? 0, vendor.client, { lines, reason })).status).toBe(201);
    expectError(await download(), 404, 'NOT_FOUND');
  });

  it('of all that was to be sent leaves the downloads, which are delivered', async () => {
    const { client } = await vendors.shop.make.buyer();
    await vendors.shop.put(client, await vendors.shop.product());
    await vendors.shop.put(client, await vendors.shop.product({ digital: true }));
    const order = await vendors.shop.make.order(client);
    const lines = order.items
      .filter(({ digital }) => !digital)
      .map(({ id }) => ({ itemId: id, quantity: 1 }));
    const [part] = order.parts.map(({ id }) => id);
    const { body } = await refund(order, part ?? 0, vendor.client, { lines, reason });
    expect(body).toMatchObject({ status: 'delivered', parts: [{ status: 'delivered', shippedAt: null }] });
  });

  it('leaves the books right, whatever went back', async () => {
    await test.settled();
    expect(await test.app.get(Verification).verify()).toMatchObject({ correct: true, problems: [] });
  });
});

const partOf = ({ parts }: OrderDto, id: number): OrderPartDto => {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new Error('The part is not there.');
  return part;
};

const itemsOf = (order: OrderDto, id: number): number[] => {
  const { store } = partOf(order, id);
  return order.items.filter(({ storeId }) => storeId === store.id).map((item) => item.id);
};

const refund = ({ id }: OrderDto, part: number, client: Client, body: object, key?: string) =>
  (key ? client.with({ 'idempotency-key': key }) : client).post<OrderDto>(
    `/orders/${id}/parts/${part}/refunds`,
    body,
  );

const soldOf = async ({ id }: ProductDto) =>
  (await test.app.get(Database).repository(Product).findOneByOrFail({ id })).soldCount;

const partsToShip = async () => (await summary()).partsToShip;

async function summary(): Promise<SalesSummary> {
  return (await vendor.client.get<SalesSummary>('/orders/my-sales/summary')).body;
}

async function revenue(): Promise<number> {
  return (await summary()).days.reduce((sum, day) => sum + Number(day.revenue), 0);
}

/** What the payments say, in minor units. */
async function refunded({ id }: OrderDto): Promise<number> {
  const payments = test.app.get(Database).repository(Payment);
  return (await payments.findOneByOrFail({ subject: subjectOf(id) })).refunded;
}
