import type { AdminOrderPage, AuditPage } from '@souk/contracts/admin.dto';
import type { LedgerVerification } from '@souk/contracts/ledger.dto';
import type { OrderDto, OrderPage, OrderPartDto } from '@souk/contracts/orders.dto';
import type { OrderTimeline } from '@souk/contracts/timeline.dto';
import type { SalesSummary } from '@souk/contracts/sales.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { mailsTo } from '../../../test/mailbox';
import { TwoVendors, type SharedOrder } from '../../../test/two-vendors';
import { Database } from '../../platform/database/database';
import { Verification } from '../ledger/verification';
import { User } from '../users/user.entity';
import { OrderPart } from './order-part.entity';

let test: TestApp;
let vendors: TwoVendors;
let vendor: Client;
beforeAll(async () => {
  test = await startApp();
  vendors = await TwoVendors.open(test);
  vendor = vendors.shop.vendor.client;
});
afterAll(() => test.close());

it("is told with all that became of its part before, to both sides and with nobody's name", async () => {
  const sold = await deliver();
  await ask(sold, 1, { note: 'A crack.' });
  await answer(sold, 'accept', { message: 'Sorry.' });
  await vendors.cancel(sold.order, sold.buyer.client, { partId: sold.otherPart });
  const read = async (client: Client) =>
    (await client.get<OrderTimeline>(`/orders/${sold.order.id}/timeline`)).body.items;
  const all = await read(sold.buyer.client);
  const told = (id: number) =>
    all
      .filter(({ partId }) => partId === id)
      .map(({ kind, by, amount, text, carrier }) => [kind, by, amount ?? text ?? carrier]);
  expect(told(sold.part)).toEqual([
    ['placed', 'buyer', null],
    ['paid', 'buyer', null],
    ['shipped', 'vendor', 'DHL'],
    ['delivered', 'vendor', null],
    ['return_requested', 'buyer', 'A crack.'],
    ['return_accepted', 'vendor', 'Sorry.'],
    ['refunded', 'vendor', '10.00'],
  ]);
  expect(told(sold.otherPart)).toEqual([
    ['placed', 'buyer', null],
    ['paid', 'buyer', null],
    ['cancelled', 'buyer', null],
    ['refunded', 'market', '17.50'],
  ]);
  expect(await read(vendor)).toEqual(all.filter(({ partId }) => partId === sold.part));
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
});

describe('a return', () => {
  it('is asked for by the buyer and accepted by the vendor: money and goods go back, the part is returned', async () => {
    const sold = await deliver({ email: undefined });
    const { order, buyer, part, mug } = sold;
    const before = partOf(await vendors.read(order, buyer.client), part);
    expect(before).toMatchObject({ returns: [], permissions: { return: true } });
    expect(Date.parse(before.returnableUntil ?? '') - Date.parse(before.deliveredAt ?? '')).toBe(
      14 * 24 * 3600_000,
    );
    const asked = await ask(sold, 2, { reason: 'damaged', note: 'Both have a crack.' });
    expect(asked.status).toBe(201);
    expect(asked.body.items.find(({ productId }) => productId === mug.id)).toMatchObject({
      returnableQuantity: 0,
    });
    const [mine] = partOf(asked.body, part).returns;
    expect(mine).toMatchObject({ status: 'requested', permissions: { answer: false, withdraw: true } });
    expect(partOf(asked.body, part).permissions.return).toBe(false);

    expect(await waiting()).toEqual([order.id]);
    const seen = partOf(await vendors.read(order, vendor), part).returns;
    expect(seen).toMatchObject([
      { note: 'Both have a crack.', permissions: { answer: true, withdraw: false } },
    ]);
    const input = { restock: true, shipping: true, message: 'We are sorry.' };
    const both = await Promise.all([1, 2].map(() => answer(sold, 'accept', input)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);

    const after = await vendors.read(order, buyer.client);
    expect(partOf(after, part)).toMatchObject({
      status: 'returned',
      refundedAmount: '24.90',
      refunds: [{ amount: '24.90', shipping: '4.90', by: 'vendor' }],
      returns: [{ status: 'accepted', answer: 'We are sorry.', endedAt: expect.any(String) }],
    });
    expect(after.status).toBe('pending');
    expect(await vendors.shop.stockOf(mug)).toBe(10);
    expect(await waiting()).toEqual([]);
    await vendors.cancel(order, buyer.client, { partId: sold.otherPart });
    expect(await vendors.read(order, buyer.client)).toMatchObject({
      status: 'returned',
      paymentStatus: 'refunded',
    });
    await test.settled();
    const about = async (address: string, word: string) =>
      (await mailsTo(test, address)).filter(({ subject }) => subject.includes(word));
    const [toVendor, ...more] = await about(vendors.shop.vendor.user.email, order.number);
    expect([toVendor, ...more].filter((mail) => mail?.text.includes('Both have a crack.'))).toHaveLength(1);
    const answered = await about(buyer.user.email, 'is accepted');
    expect(answered.map(({ text }) => text.includes('We are sorry.'))).toEqual([true]);
  });

  it('of some units leaves the part delivered, and is refused with a reason or withdrawn', async () => {
    const sold = await deliver();
    await ask(sold, 1);
    expectError(await answer(sold, 'refuse', { reason: ' ' }), 400, 'VALIDATION_ERROR');
    const refused = (await answer(sold, 'refuse', { reason: 'It was used.' })).body;
    expect(partOf(refused, sold.part)).toMatchObject({
      status: 'delivered',
      refundedAmount: '0.00',
      returns: [{ status: 'refused', answer: 'It was used.' }],
    });
    expect(expectError(await answer(sold, 'accept'), 409, 'INVALID_TRANSITION')).toEqual({
      status: 'refused',
      allowed: [],
    });
    expectError(await ask(sold, 3), 400, 'VALIDATION_ERROR');
    await ask(sold, 2);
    expect((await withdraw(sold)).status).toBe(200);
    expectError(await withdraw(sold), 409, 'INVALID_TRANSITION');
    await ask(sold, 1);
    const accepted = partOf((await answer(sold, 'accept')).body, sold.part);
    expect(accepted).toMatchObject({ status: 'delivered', refundedAmount: '10.00' });
    expect(accepted.returns.map(({ status }) => status)).toEqual(['refused', 'withdrawn', 'accepted']);
    expect(await vendors.shop.stockOf(sold.mug)).toBe(8);
    expect(accepted.permissions.return).toBe(false);
    const fourth = await ask(sold, 1);
    expectError(fourth, 409, 'INVALID_TRANSITION');
    expect(fourth.body).toMatchObject({ error: { message: expect.stringContaining('Write to the store') } });
  });

  it('is asked for once, however often the button is pressed', async () => {
    const sold = await deliver();
    const all = await Promise.all([1, 2, 3].map(() => ask(sold, 1)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { returns, permissions } = partOf(await vendors.read(sold.order, sold.buyer.client), sold.part);
    expect([returns.length, permissions.return]).toEqual([1, false]);
  });

  it('says that lines are missing', async () => {
    const sold = await deliver();
    const url = `/orders/${sold.order.id}/parts/${sold.part}/returns`;
    const details = expectError(await sold.buyer.client.post(url, {}), 400, 'VALIDATION_ERROR');
    expect(details).toMatchObject({ lines: ['is missing; it must be a list'] });
  });

  it('gives back no more than is left when units were refunded meanwhile, whose goods come back as well', async () => {
    const sold = await deliver();
    await ask(sold, 2);
    const lines = [{ itemId: itemOf(sold), quantity: 1 }];
    const url = `/orders/${sold.order.id}/parts/${sold.part}/refunds`;
    await vendor.post(url, { lines, amount: '12.00', reason: 'A scratch.' });
    const { body } = await answer(sold, 'accept', { restock: true });
    expect(partOf(body, sold.part)).toMatchObject({ status: 'returned', refundedAmount: '24.90' });
    expect(await vendors.shop.stockOf(sold.mug)).toBe(10);
  });

  it('ends by itself when all that it waits for is refunded', async () => {
    const sold = await deliver();
    await ask(sold, 2);
    const url = `/orders/${sold.order.id}/parts/${sold.part}/refunds`;
    const refund = () =>
      vendor.post<OrderDto>(url, { lines: [{ itemId: itemOf(sold), quantity: 1 }], reason: 'A scratch.' });
    expect(partOf((await refund()).body, sold.part)).toMatchObject({
      status: 'delivered',
      returns: [{ status: 'requested' }],
    });
    expect(partOf((await refund()).body, sold.part)).toMatchObject({
      status: 'returned',
      refundedAmount: '20.00',
      returns: [{ status: 'accepted', answer: null, permissions: { answer: false } }],
    });
    expectError(await answer(sold, 'accept', { restock: true }), 409, 'INVALID_TRANSITION');
    expect(await waiting()).not.toContain(sold.order.id);
  });

  it.each(['before', 'after'])(
    'and a download refunded %s it leave nothing: the part is returned',
    async (when) => {
      const { make } = vendors.shop;
      const buyer = await make.buyer();
      for (const digital of [true, false])
        await vendors.shop.put(buyer.client, await vendors.shop.product({ digital }));
      const order = await make.order(buyer.client);
      for (const status of ['shipped', 'delivered']) await vendors.move(order, vendor, { status });
      const part = order.parts[0]?.id ?? 0;
      const line = (isDigital: boolean) => ({
        itemId: order.items.find(({ digital }) => digital === isDigital)?.id,
        quantity: 1,
      });
      const refund = () =>
        vendor.post(`/orders/${order.id}/parts/${part}/refunds`, {
          lines: [line(true)],
          reason: 'It is broken.',
        });
      const asking = { lines: [line(false)], reason: 'other' };
      const { body } = await buyer.client.post<OrderDto>(`/orders/${order.id}/parts/${part}/returns`, asking);
      if (when === 'before') await refund();
      await vendor.post(`/orders/${order.id}/returns/${partOf(body, part).returns[0]?.id}/accept`, {});
      if (when === 'after') await refund();
      expect(await vendors.read(order, buyer.client)).toMatchObject({
        status: 'returned',
        parts: [{ status: 'returned' }],
      });
    },
  );

  it('is for what was delivered, for fourteen days, and not for downloads', async () => {
    const sold = await vendors.sell();
    expectError(await ask(sold, 1), 409, 'INVALID_TRANSITION');
    for (const status of ['shipped', 'delivered']) await vendors.move(sold.order, vendor, { status });
    const long = new Date(Date.now() - 15 * 24 * 3600_000);
    await test.app.get(Database).repository(OrderPart).update({ id: sold.part }, { deliveredAt: long });
    expectError(await ask(sold, 1), 409, 'INVALID_TRANSITION');
    expect(partOf(await vendors.read(sold.order, sold.buyer.client), sold.part).permissions.return).toBe(
      false,
    );

    const guest = await vendors.shop.make.guest(await vendors.shop.product({ digital: true }));
    const { id, parts, items, accessToken } = await vendors.shop.make.order(guest);
    expect(items).toMatchObject([{ returnableQuantity: 0 }]);
    const lines = items.map((item) => ({ itemId: item.id, quantity: 1 }));
    const url = `/orders/${id}/parts/${parts[0]?.id}/returns`;
    const refused = await guest.post(`${url}?token=${accessToken}`, { lines, reason: 'other' });
    expect(expectError(refused, 400, 'VALIDATION_ERROR')).toHaveProperty(['lines.0.itemId']);
  });

  it('is open to the guest with the secret, and to nobody else', async () => {
    const guest = await vendors.shop.make.guest(await vendors.shop.product());
    const order = await vendors.shop.make.order(guest);
    for (const status of ['shipped', 'delivered']) await vendors.move(order, vendor, { status });
    const [part] = order.parts.map(({ id }) => id);
    const body = { lines: [{ itemId: order.items[0]?.id, quantity: 1 }], reason: 'changed_mind' };
    const url = `/orders/${order.id}/parts/${part}/returns`;
    expectError(await test.client.post(url, body), 404, 'NOT_FOUND');
    expectError(await vendor.post(url, body), 403, 'PERMISSION_DENIED');
    expect((await test.client.post(`${url}?token=${order.accessToken}`, body)).status).toBe(201);
  });

  it('is answered by staff where the vendor cannot, and the log says so', async () => {
    const staff = await vendors.shop.make.buyer();
    await test.app.get(Database).repository(User).update({ id: staff.user.id }, { isStaff: true });
    const [first, second] = [await deliver(), await deliver()];
    await ask(first, 1);
    await ask(second, 1);
    const seen = partOf(await vendors.read(first.order, staff.client), first.part).returns[0];
    expect(seen?.permissions).toEqual({ answer: true, withdraw: false });
    const open = async () => {
      const url = '/admin/orders?returnsWaiting=true';
      return (await staff.client.get<AdminOrderPage>(url)).body.items.map(({ id }) => id);
    };
    expect((await open()).slice(0, 2)).toEqual([second.order.id, first.order.id]);
    const act = (sold: SharedOrder, how: 'accept' | 'refuse', input: object) =>
      answer(sold, how, input, staff.client);
    expect((await act(first, 'accept', { message: 'The store is closed.' })).status).toBe(200);
    expect((await act(second, 'refuse', { reason: 'It was worn.' })).status).toBe(200);
    expectError(await answer(second, 'accept'), 409, 'INVALID_TRANSITION');
    for (const { order } of [first, second]) expect(await open()).not.toContain(order.id);
    const { body } = await staff.client.get<AuditPage>(`/admin/audit?subjectType=order`);
    expect(body.items.map(({ action, subjectId, reason }) => [action, subjectId, reason])).toEqual([
      ['refuse_return', second.order.id, 'It was worn.'],
      ['accept_return', first.order.id, 'USD 10.00: The store is closed.'],
    ]);
    const { body: told } = await first.buyer.client.get<OrderTimeline>(`/orders/${first.order.id}/timeline`);
    expect(told.items.slice(-2)).toMatchObject([
      { kind: 'return_accepted', by: 'staff' },
      { kind: 'refunded', by: 'staff' },
    ]);
  });

  it('that waits keeps the accounts of both from being erased', async () => {
    const sold = await deliver();
    await vendors.cancel(sold.order, sold.buyer.client, { partId: sold.otherPart });
    await ask(sold, 1);
    const erase = () => sold.buyer.client.delete('/auth/profile', { password: sold.buyer.password });
    expectError(await erase(), 409, 'INVALID_TRANSITION');
    await withdraw(sold);
    expect((await erase()).status).toBe(204);
    const { returns } = partOf(await vendors.read(sold.order, vendor), sold.part);
    expect(returns).toMatchObject([{ status: 'withdrawn', note: null }]);
  });

  it('leaves the books right', async () => {
    await test.settled();
    const books: LedgerVerification = await test.app.get(Verification).verify();
    expect(books.problems).toEqual([]);
  });
});

async function deliver(change: object = {}): Promise<SharedOrder> {
  const sold = await vendors.sell(change);
  for (const status of ['shipped', 'delivered'])
    await vendors.move(sold.order, vendor, { status, carrier: 'DHL' });
  return sold;
}

const partOf = ({ parts }: OrderDto, id: number): OrderPartDto => {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new Error('The part is not there.');
  return part;
};

const itemOf = ({ order, mug }: SharedOrder): number =>
  order.items.find(({ productId }) => productId === mug.id)?.id ?? 0;

const ask = (sold: SharedOrder, quantity: number, change: object = {}) =>
  sold.buyer.client.post<OrderDto>(`/orders/${sold.order.id}/parts/${sold.part}/returns`, {
    lines: [{ itemId: itemOf(sold), quantity }],
    reason: 'changed_mind',
    note: 'Thank you.',
    ...change,
  });

/** The newest one. */
const lastOf = async ({ order, part }: SharedOrder): Promise<string> => {
  const { returns } = partOf(await vendors.read(order, vendor), part);
  return `/orders/${order.id}/returns/${returns.at(-1)?.id}`;
};
const answer = async (sold: SharedOrder, how: 'accept' | 'refuse', input: object = {}, by = vendor) =>
  by.post<OrderDto>(`${await lastOf(sold)}/${how}`, input);
const withdraw = async (sold: SharedOrder) => sold.buyer.client.post(`${await lastOf(sold)}/withdraw`);

/** Orders whose return waits for the vendor. */
async function waiting(): Promise<number[]> {
  const { body } = await vendor.get<OrderPage>('/orders/my-sales?returnsWaiting=true');
  const summary = (await vendor.get<SalesSummary>('/orders/my-sales/summary')).body;
  expect(summary.returnsWaiting).toBe(body.total);
  return body.items.map(({ id }) => id);
}
