import { formatMinor, toMinor } from '@souk/contracts';
import type { LedgerVerification } from '@souk/contracts/ledger.dto';
import { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { payWith } from '../../../test/shop';
import { TwoVendors } from '../../../test/two-vendors';
import { Ledger1790800000000 } from '../../platform/database/migrations/1790800000000-ledger';
import { Database } from '../../platform/database/database';
import { Order } from '../orders/order.entity';
import { OrderPart } from '../orders/order-part.entity';
import { subjectOf } from '../orders/refunding';
import { SettlementService } from '../orders/settlement.service';
import { Events } from '../../platform/events/events';
import { OrderPaid, PartRefunded } from '../orders/orders.events';
import { Payment } from '../payments/payment.entity';
import { Store } from '../stores/store.entity';
import { LedgerEntry } from './ledger.entity';
import { Verification } from './verification';

let test: TestApp;
let vendors: TwoVendors;
beforeAll(async () => {
  test = await startApp({ COMMISSION_RATE: '12.50', TAX_MODE: 'inclusive', TAX_RATES: 'US:20,*:0' });
  vendors = await TwoVendors.open(test);
});
afterAll(() => test.close());

const rows = () => test.app.get(Database).repository(LedgerEntry);
const verify = (): Promise<LedgerVerification> => test.app.get(Verification).verify();
const partOf = (id: number) => test.app.get(Database).repository(OrderPart).findOneByOrFail({ id });
/** Of the shop's part. Asked for twice, it is one. */
async function giveBack(orderId: number, part: number, key: string, input: object): Promise<void> {
  const client = vendors.shop.vendor.client.with({ 'idempotency-key': `${part}-${key}` });
  const body = { reason: 'Chipped.', ...input };
  const { status } = await client.post(`/orders/${orderId}/parts/${part}/refunds`, body);
  expect([200, 201]).toContain(status);
}
/** Account → what is booked of the part. */
async function booked(partId: number): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { account, amount } of await rows().findBy({ partId }))
    sums[account] = (sums[account] ?? 0) + amount;
  return sums;
}

it('gives of a sale their shares to the store, the marketplace and the state', async () => {
  const { order, part, otherPart } = await vendors.sell();
  // 12.5 % of 20.00 and of 15.00, halves up; a sixth of 24.90 and of 17.50 is tax
  expect(await partOf(part)).toMatchObject({ commissionRate: 1250, commission: 250 });
  expect(await partOf(otherPart)).toMatchObject({ commissionRate: 1250, commission: 188 });
  expect(await booked(part)).toEqual({ vendor: 1825, commission: 250, tax: 415 });
  expect(await booked(otherPart)).toEqual({ vendor: 1270, commission: 188, tax: 292 });
  const ofOrder = await rows().findBy({ orderId: order.id });
  expect(ofOrder.find(({ account }) => account === 'gateway')?.amount).toBe(-4240);
  expect(ofOrder.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  expect(await verify()).toMatchObject({
    correct: true,
    captured: '42.40',
    vendors: '30.95',
    commission: '4.38',
    tax: '7.07',
  });
});

it('takes back what a cancelled part had given, and nothing else', async () => {
  const { order, buyer, part, otherPart } = await vendors.sell();
  await vendors.cancel(order, buyer.client, { partId: part });
  expect(await booked(part)).toEqual({ vendor: 0, commission: 0, tax: 0 });
  expect(await booked(otherPart)).toEqual({ vendor: 1270, commission: 188, tax: 292 });
  expect((await verify()).problems).toEqual([]);
});

it('begins with what was sold before it was there', async () => {
  const { captured, refunded } = await verify();
  const runner = test.app.get(DataSource).createQueryRunner();
  const migration = new Ledger1790800000000();
  await migration.down(runner);
  await migration.up(runner);
  await runner.release();
  expect(await verify()).toMatchObject({
    correct: true,
    captured,
    refunded,
    vendors: formatMinor(toMinor(captured) - toMinor(refunded)),
    commission: '0.00',
  });
  const { part } = await vendors.sell();
  expect(await booked(part)).toEqual({ vendor: 1825, commission: 250, tax: 415 });
  expect((await verify()).correct).toBe(true);
});

it('takes back of a partial refund from each in proportion, and of the rest what is left', async () => {
  const { order, part, otherPart } = await vendors.sell();
  await giveBack(order.id, part, 'some', { amount: '10.00' });
  expect(await booked(part)).toEqual({ vendor: 1092, commission: 150, tax: 248 });
  await giveBack(order.id, part, 'some', { amount: '10.00' });
  await giveBack(order.id, part, 'cent', { amount: '0.01' });
  expect((await verify()).problems).toEqual([]);
  await giveBack(order.id, part, 'rest', { amount: '14.89' });
  expect(await booked(part)).toEqual({ vendor: 0, commission: 0, tax: 0 });
  expect(await booked(otherPart)).toEqual({ vendor: 1270, commission: 188, tax: 292 });
  expect((await verify()).problems).toEqual([]);
});

it('books once what is told twice', async () => {
  const { order, buyer, part } = await vendors.sell();
  const database = test.app.get(Database);
  const events = test.app.get(Events);
  await vendors.cancel(order, buyer.client, { partId: part });
  const before = await rows().count();
  await database.run(() => events.publish(new OrderPaid(order.id, [])));
  await expect(
    database.run(() => events.publish(new PartRefunded(order.id, part, 'part:again', 1, null))),
  ).rejects.toThrow('More than was booked');
  expect(await rows().count()).toBe(before);
  expect((await verify()).correct).toBe(true);
});

it('knows of an unpaid order nothing, and returns to its buyer what comes too late', async () => {
  const { client } = await vendors.shop.make.buyer();
  await vendors.shop.put(client, await vendors.shop.product());
  const { id } = await vendors.shop.make.order(client, payWith('tok_confirm'));
  expect(await rows().countBy({ orderId: id })).toBe(0);
  expect((await verify()).correct).toBe(true);
  const settlement = test.app.get(SettlementService);
  await settlement.settle(id, { status: 'failed', reference: null });
  const payments = test.app.get(Database).repository(Payment);
  const result = { status: 'succeeded' as const, reference: 'test_late' };
  await payments.update({ subject: subjectOf(id) }, result);
  await settlement.settle(id, result);
  const booking = await rows().findBy({ orderId: id });
  expect(booking.map(({ account, kind, amount }) => [account, kind, amount])).toEqual([
    ['gateway', 'sale', -1490],
    ['buyers', 'sale', 1490],
    ['buyers', 'refund', -1490],
    ['gateway', 'refund', 1490],
  ]);
  expect((await verify()).correct).toBe(true);
});

it('keeps of a store what is agreed with it', async () => {
  const { store } = vendors.shop;
  await test.app.get(Database).repository(Store).update({ id: store.id }, { commissionRate: 0 });
  const { part } = await vendors.sell();
  expect(await booked(part)).toEqual({ vendor: 2075, tax: 415 });
  await test.app.get(Database).repository(Store).update({ id: store.id }, { commissionRate: null });
});

it('cannot be rewritten by direct SQL', async () => {
  const database = test.app.get(DataSource);
  for (const table of ['ledger_entries', 'ledger_transactions'])
    for (const statement of [`UPDATE ${table} SET id = id + 1`, `DELETE FROM ${table}`])
      await expect(database.query(statement)).rejects.toThrow('The ledger is never changed.');
});

it('names what was tampered with', async () => {
  const { order, part, otherPart } = await vendors.sell();
  const database = test.app.get(Database);
  const problem = (message: string) => ({
    subject: 'order',
    id: order.id,
    number: order.number,
    message: expect.stringContaining(message),
  });
  await database.repository(Order).update({ id: order.id }, { refundedAmount: 1 });
  expect((await verify()).problems).toEqual([problem('0.01 refunded')]);
  await database.repository(Order).update({ id: order.id }, { refundedAmount: 0 });
  await database.repository(OrderPart).update({ id: otherPart }, { commission: 0 });
  expect((await verify()).problems).toEqual([problem('a commission of 2.50 was agreed, but 4.38')]);
  await database.repository(OrderPart).update({ id: otherPart }, { commission: 188 });
  expect((await verify()).correct).toBe(true);

  const source = test.app.get(DataSource);
  const { id: itemId = 0 } = order.items.find(({ price }) => price === '10.00') ?? {};
  await giveBack(order.id, part, 'one', { lines: [{ itemId, quantity: 1, restock: false }] });
  // the gateway's answer has been noted: nothing else writes what is damaged
  await test.settled();
  expect((await verify()).problems).toEqual([]);
  const damage: [table: string, column: string, where: string, message: string][] = [
    ['refunds', 'amount', `id = (SELECT MAX(id) FROM refunds)`, 'refunds of 10.01 are sent'],
    ['order_parts', 'refunded_amount', `id = ${part}`, 'its parts count 10.01'],
    ['order_refunds', 'amount', `part_id = ${part}`, 'its refunds come to 10.01'],
    ['order_items', 'refunded_amount', `id = ${itemId}`, `of item ${itemId} 10.01 went back`],
    ['documents', 'total', `part_id = ${part} AND kind = 'invoice'`, 'its invoice says 24.91'],
    ['documents', 'total', `part_id = ${part} AND kind = 'credit_note'`, 'credit notes come to 10.01'],
  ];
  for (const [table, column, where, message] of damage) {
    const add = (cents: number) =>
      source.query(`UPDATE ${table} SET ${column} = ${column} + ${cents} WHERE ${where}`);
    await add(1);
    expect((await verify()).problems).toContainEqual(problem(message));
    await add(-1);
    expect((await verify()).problems).toEqual([]);
  }

  await source.query('DROP TRIGGER ledger_entries_no_update');
  await rows().update({ partId: otherPart, account: 'vendor', kind: 'sale' }, { amount: 1751 });
  expect(await verify()).toMatchObject({
    correct: false,
    problemCount: 3,
    problems: [
      problem('32.40 was kept of the payment, but 32.41'),
      problem('17.50 was kept, but 17.51 is booked'),
      { subject: 'transaction' },
    ],
  });
});
