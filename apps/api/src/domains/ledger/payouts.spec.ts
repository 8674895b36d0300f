import type {
  BalanceDto,
  CommissionDto,
  EarningsDto,
  LedgerEntryPage,
  LedgerVerification,
  PayoutDto,
  PayoutPage,
  StatementDto,
  StatementPage,
  StoreBalancePage,
} from '@souk/contracts/ledger.dto';
import type { NotificationPage } from '@souk/contracts/notifications.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { AuditPage } from '@souk/contracts/admin.dto';
import { IsNull } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created, type Person } from '../../../test/factories';
import { TwoVendors, type SharedOrder } from '../../../test/two-vendors';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { OrderPart } from '../orders/order-part.entity';
import { User } from '../users/user.entity';
import { PayoutRequested } from './ledger.events';
import { PayoutRail, type TransferResult } from './payout-rail';

let test: TestApp;
let vendors: TwoVendors;
let staff: Client;
beforeAll(async () => {
  test = await startApp();
  vendors = await TwoVendors.open(test);
  const { client, user } = await vendors.shop.make.buyer();
  await test.app.get(Database).repository(User).update({ id: user.id }, { isStaff: true });
  staff = client;
});
afterEach(async () => {
  jest.restoreAllMocks();
  Object.assign(test.app.get(PayoutRail), { method: 'manual' });
  const { body } = await staff.get<LedgerVerification>('/admin/ledger/verify');
  expect(body.problems).toEqual([]);
});
afterAll(() => test.close());

const vendor = (): Person => vendors.shop.vendor;
const of = (path: string) => `/stores/${vendors.shop.store.id}/${path}`;
const read = async <T>(path: string) => (await vendor().client.get<T>(of(path))).body;
const balance = () => read<BalanceDto>('balance');
const setAccount = (account: string, currentPassword = vendor().password) =>
  vendor().client.put<BalanceDto>(of('payout-account'), { account, currentPassword });
const payOut = () => vendor().client.post<PayoutDto>(of('payouts'));
const decide = (id: number, act: string, body: object = {}) =>
  staff.post<PayoutDto>(`/admin/payouts/${id}/${act}`, body);
/** Earns 22.90: 20.00 + 4.90 less 10 % of 20.00. */
async function deliver(): Promise<SharedOrder> {
  const sold = await vendors.sell();
  for (const status of ['shipped', 'delivered'])
    await vendors.move(sold.order, vendor().client, { status, partId: sold.part });
  return sold;
}
/** All of it. */
const refund = ({ order, part }: SharedOrder) =>
  vendor().client.post(`/orders/${order.id}/parts/${part}/refunds`, { amount: '24.90', reason: 'Lost.' });

describe('a balance', () => {
  it('is pending until the part is delivered, and available from then on', async () => {
    expect(await balance()).toMatchObject({
      total: '0.00',
      available: '0.00',
      commissionRate: '10.00',
      payoutMethod: 'manual',
      payoutAccount: null,
      payoutObstacle: 'There is nothing to pay out yet.',
    });
    const { order, part } = await vendors.sell();
    expect(await balance()).toMatchObject({ total: '22.90', pending: '22.90', available: '0.00' });
    expectError(await payOut(), 409, 'INVALID_TRANSITION');
    await vendors.move(order, vendor().client, { status: 'shipped', partId: part });
    expect(await balance()).toMatchObject({ pending: '22.90', available: '0.00' });
    await vendors.move(order, vendor().client, { status: 'delivered', partId: part });
    expect(await balance()).toMatchObject({
      total: '22.90',
      pending: '0.00',
      available: '22.90',
      payable: '22.90',
      payoutObstacle: 'Say first which bank account the money goes to.',
    });
    const refused = await payOut();
    expectError(refused, 409, 'INVALID_TRANSITION');
    expect(refused.body).toMatchObject({ error: { message: expect.stringContaining('bank account') } });
    expect((await setAccount('DE89 3704 0044 0532 0130 00')).body.payoutObstacle).toBeNull();
  });

  it('is told entry by entry, newest first', async () => {
    const { order } = await vendors.sell();
    const { items } = await read<LedgerEntryPage>('ledger?limit=2');
    const ref = { id: order.id, number: order.number };
    expect(items).toMatchObject([
      { kind: 'commission', amount: '-2.00', order: ref, payoutId: null },
      { kind: 'sale', amount: '24.90', order: ref, payoutId: null },
    ]);
    const { nextCursor } = await read<LedgerEntryPage>('ledger?limit=1&kind=sale');
    expect(
      (await read<LedgerEntryPage>(`ledger?limit=1&kind=sale&cursor=${nextCursor}`)).items,
    ).not.toContainEqual(expect.objectContaining({ order: ref }));
    expect((await read<LedgerEntryPage>('ledger?month=1999-12')).total).toBe(0);
    expectError(await vendor().client.get(of('ledger?month=2026-13')), 400, 'VALIDATION_ERROR');
  });
});

describe('a payout', () => {
  it('pays once what several ask for at the same time, and is confirmed with its reference', async () => {
    await deliver();
    const { available } = await balance();
    const answers = await Promise.all([payOut(), payOut(), payOut(), payOut()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const payout = created(answers.find(({ status }) => status === 201) as (typeof answers)[number]);
    expect(payout).toMatchObject({
      amount: available,
      status: 'pending',
      method: 'manual',
      finishedAt: null,
    });
    expect(await balance()).toMatchObject({ available: '0.00', onItsWay: available, paidOut: '0.00' });

    const confirmation = { reference: 'SEPA 0042' };
    expect((await decide(payout.id, 'confirm', confirmation)).body).toMatchObject({
      status: 'paid',
      ...confirmation,
      finishedAt: expect.any(String),
    });
    expect((await decide(payout.id, 'confirm', confirmation)).status).toBe(200);
    expectError(await decide(payout.id, 'confirm', { reference: 'SEPA 0043' }), 409, 'INVALID_TRANSITION');
    expectError(await decide(payout.id, 'refuse', { reason: 'No.' }), 409, 'INVALID_TRANSITION');
    expectError(await decide(payout.id, 'retry'), 409, 'INVALID_TRANSITION');
    expect(await balance()).toMatchObject({ available: '0.00', onItsWay: '0.00', paidOut: available });
    expect((await read<PayoutPage>('payouts?status=paid')).items).toMatchObject([{ id: payout.id }]);
  });

  it('that is refused is back on the balance, and says why', async () => {
    await deliver();
    const { id } = created(await staff.post<PayoutDto>(`/admin${of('payouts')}`));
    expect((await balance()).available).toBe('0.00');
    const reason = 'The IBAN belongs to a closed account.';
    expect((await decide(id, 'refuse', { reason })).body).toMatchObject({
      status: 'failed',
      failure: reason,
    });
    expect((await balance()).available).toBe('22.90');
    const { items } = (await staff.get<AuditPage>(`/admin/audit?subjectType=payout&subjectId=${id}`)).body;
    expect(items.map(({ action, reason: why }) => [action, why])).toEqual([
      ['refuse_payout', reason],
      ['pay_out', `USD 22.90 to store ${vendors.shop.store.id}`],
    ]);
    await test.settled();
    const told = (await vendor().client.get<NotificationPage>('/notifications')).body.items;
    expect(told.filter(({ kind }) => kind === 'payout').map(({ data }) => data)).toMatchObject([
      { payoutId: id, amount: '22.90', status: 'failed' },
      { status: 'paid' },
    ]);
  });

  it('is followed by a debt when what it paid is refunded, which the next sales make up for', async () => {
    const sold = await deliver();
    const { id } = created(await payOut());
    await decide(id, 'confirm', { reference: 'SEPA 0044' });
    await refund(sold);
    expect(await balance()).toMatchObject({
      total: expect.stringMatching(/./),
      available: '-22.90',
      payoutObstacle: expect.stringContaining('took back 22.90 more'),
    });
    expect(expectError(await payOut(), 409, 'INVALID_TRANSITION')).toEqual({});
    await deliver();
    expect((await balance()).available).toBe('0.00');
    await deliver();
    expect(created(await payOut()).amount).toBe('22.90');
  });

  it('that a provider sends is told again until it answers, with the same key, and booked once', async () => {
    await deliver();
    const rail = test.app.get(PayoutRail);
    const asked: number[] = [];
    const answers: (TransferResult | Error)[] = [new Error('silent'), { status: 'paid', reference: 'tr_1' }];
    Object.assign(rail, { method: 'stripe' });
    jest.spyOn(rail, 'send').mockImplementation(({ payoutId }) => {
      asked.push(payoutId);
      const answer = answers.shift() ?? { status: 'paid', reference: 'tr_2' };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
    const { id, amount } = created(await payOut());
    await test.settled();
    // it stays silent until staff asks
    const postponed = { type: PayoutRequested.name, doneAt: IsNull() };
    const outbox = test.app.get(Database).repository(OutboxEntry);
    await outbox.update(postponed, { runAt: new Date(Date.now() + 3600_000) });
    expect(asked).toEqual([id]);
    expect(Number((await balance()).onItsWay)).toBeGreaterThanOrEqual(Number(amount));
    expectError(await decide(id, 'refuse', { reason: 'Too slow.' }), 409, 'INVALID_TRANSITION');
    expect((await decide(id, 'retry')).status).toBe(200);
    await test.settled();
    const database = test.app.get(Database);
    await database.run(() => test.app.get(Events).publish(new PayoutRequested(id)));
    await test.settled();
    expect(asked).toEqual([id, id]);
    expect((await read<PayoutPage>('payouts?limit=1')).items).toMatchObject([
      { id, status: 'paid', reference: 'tr_1', method: 'stripe' },
    ]);
    expectError(await decide(id, 'retry'), 409, 'INVALID_TRANSITION');
  });

  it('that a provider refuses is back on the balance', async () => {
    await deliver();
    const rail = test.app.get(PayoutRail);
    Object.assign(rail, { method: 'stripe' });
    jest.spyOn(rail, 'send').mockResolvedValue({ status: 'refused', reason: 'No such account.' });
    const { id } = created(await payOut());
    await test.settled();
    expect((await read<PayoutPage>('payouts?limit=1')).items).toMatchObject([
      { id, status: 'failed', failure: 'No such account.' },
    ]);
    expect((await balance()).available).toBe('22.90');
  });

  it('goes where the vendor says', async () => {
    const account = 'DE89 3704 0044 0532 0130 00';
    expect((await setAccount(` ${account} `)).body.payoutAccount).toBe(account);
    expect(created(await payOut()).account).toBe(account);
    expect((await setAccount('')).body.payoutAccount).toBeNull();
  });

  it('goes nowhere else without the password', async () => {
    const wrong = await setAccount('GB33 BUKB 2020 1555 5555 55', 'not the one');
    expect(expectError(wrong, 400, 'VALIDATION_ERROR')).toEqual({
      currentPassword: ['is not your password'],
    });
    const none = await vendor().client.put(of('payout-account'), { account: '' });
    expect(expectError(none, 400, 'VALIDATION_ERROR')).toHaveProperty('currentPassword');
    expect((await balance()).payoutAccount).toBeNull();
  });
});

describe('a vendor with several stores', () => {
  const pay = (client: Client, id: number) => client.post<PayoutDto>(`/stores/${id}/payouts`);
  const balanceOf = async ({ client }: Person, id: number) =>
    (await client.get<BalanceDto>(`/stores/${id}/balance`)).body;
  const listed = async (query = '') => {
    const { items } = (await staff.get<StoreBalancePage>(`/admin/balances?limit=100&${query}`)).body;
    return new Map(items.map((item) => [item.id, item]));
  };
  const goesTo = ({ client, password: currentPassword }: Person, id: number, account: string) =>
    client.put<BalanceDto>(`/stores/${id}/payout-account`, { account, currentPassword });
  /** A file, which is delivered at once, unless it is something else. */
  async function sell(owner: Person, storeId: number, price: string, digital = true): Promise<OrderDto> {
    const { shop } = vendors;
    const buyer = await shop.make.buyer();
    await shop.put(buyer.client, await shop.make.product(owner, { storeId, price, digital }));
    return shop.make.order(buyer.client);
  }

  it('is liable with each of them for what another owes, whether that is closed or not', async () => {
    const { make } = vendors.shop;
    const owner = await make.vendor();
    const [debtor, solvent] = [
      await make.store(owner, { name: 'Debtor' }),
      await make.store(owner, { name: 'Solvent' }),
    ];
    const sold = await sell(owner, debtor.id, '100.00');
    await goesTo(owner, debtor.id, 'FR14 2004 1010 0505');
    expect(created(await pay(owner.client, debtor.id)).amount).toBe('90.00');
    const back = { amount: '100.00', reason: 'Broken file.' };
    created(await staff.post(`/orders/${sold.id}/parts/${sold.parts[0]?.id}/refunds`, back));

    await sell(owner, solvent.id, '50.00');
    await goesTo(owner, solvent.id, 'FR14 2004 1010 0505');
    const obstacle = 'Debtor owes 90.00 after refunds, which this balance must cover first.';
    expect(await balanceOf(owner, solvent.id)).toMatchObject({
      available: '45.00',
      payable: '0.00',
      payoutObstacle: obstacle,
    });
    for (const path of [`/stores/${solvent.id}/payouts`, `/admin/stores/${solvent.id}/payouts`]) {
      const refused = await (path.includes('admin') ? staff : owner.client).post(path);
      expectError(refused, 409, 'INVALID_TRANSITION');
      expect(refused.body).toMatchObject({ error: { message: obstacle } });
    }

    expect((await owner.client.delete(`/stores/${debtor.id}`)).status).toBe(204);
    await sell(owner, solvent.id, '100.00');
    expect(await balanceOf(owner, solvent.id)).toMatchObject({ available: '135.00', payable: '45.00' });
    const third = await make.store(owner);
    await sell(owner, third.id, '50.00');
    await goesTo(owner, third.id, 'FR14 2004 1010 0505');
    const asked = [solvent, third, solvent, third].map(({ id }) => pay(owner.client, id));
    const paid = (await Promise.all(asked)).filter(({ status }) => status === 201);
    // 135.00 + 45.00 - 90.00, whoever was first
    expect(paid.reduce((sum, { body }) => sum + Number(body.amount), 0)).toBe(90);
    expect(await balanceOf(owner, solvent.id)).toMatchObject({ payable: '0.00' });

    expect((await owner.client.delete('/auth/profile', { password: owner.password })).status).toBe(204);
    const all = await listed();
    expect(all.get(debtor.id)).toMatchObject({ closed: true, total: '-90.00' });
    expect(all.get(solvent.id)).toMatchObject({ closed: true, payable: '0.00' });
    expect(Number(all.get(solvent.id)?.total) + Number(all.get(third.id)?.total)).toBe(90);
    expect([...(await listed('owing=true')).keys()]).toEqual([debtor.id]);
    expect([...(await listed('owed=true')).keys()]).toContain(solvent.id);
  });

  it('has the money of a closed one, and staff has it to pay when no account was left', async () => {
    const { make } = vendors.shop;
    const owner = await make.vendor();
    const [closed, left] = [await make.store(owner), await make.store(owner)];
    await sell(owner, left.id, '10.00');
    const open = await sell(owner, closed.id, '10.00', false);
    expect((await owner.client.delete(`/stores/${closed.id}`)).status).toBe(204);
    for (const status of ['shipped', 'delivered']) await vendors.move(open, owner.client, { status });
    const month = new Date().toISOString().slice(0, 7);
    const parts = ['balance', 'ledger', 'earnings', 'statements', 'payouts'];
    for (const part of [...parts, `statements/${month}`, `statements/${month}/entries.csv`]) {
      expect((await owner.client.get(`/stores/${closed.id}/${part}`)).status).toBe(200);
      expectError(await staff.get(`/stores/${closed.id}/${part}`), 404, 'NOT_FOUND');
    }
    expectError(await owner.client.get(`/stores/${closed.id}`), 404, 'NOT_FOUND');
    const { items } = (await owner.client.get<StoreBalancePage>('/stores/my-balances')).body;
    expect(items).toMatchObject([
      { id: left.id, closed: false, payable: '9.00' },
      { id: closed.id, closed: true, payable: '9.00' },
    ]);
    expect((await goesTo(owner, closed.id, 'FR14 2004 1010 0505')).body.payoutAccount).toContain('FR14');
    expect(created(await pay(owner.client, closed.id)).amount).toBe('9.00');

    expect((await owner.client.delete('/auth/profile', { password: owner.password })).status).toBe(204);
    expect((await listed('owed=true')).get(left.id)).toMatchObject({ closed: true, available: '9.00' });
    const byStaff = (body: object) => staff.post<PayoutDto>(`/admin/stores/${left.id}/payouts`, body);
    expectError(await byStaff({}), 409, 'INVALID_TRANSITION');
    const account = 'GB33 BUKB 2020 1555 5555 55';
    expect(created(await byStaff({ account }))).toMatchObject({ amount: '9.00', account });
  });

  it('is asked where the money goes before staff is', async () => {
    const account = 'GB33 BUKB 2020 1555 5555 55';
    await setAccount('DE89 3704 0044 0532 0130 00');
    const answer = await staff.post(`/admin${of('payouts')}`, { account });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toEqual({
      account: ['The vendor has said where payouts go.'],
    });
  });
});

it('adds up month by month, as figures and as a file', async () => {
  const month = new Date().toISOString().slice(0, 7);
  const { items } = await read<StatementPage>('statements');
  const total = (await balance()).total;
  const statement = await read<StatementDto>(`statements/${month}`);
  expect(items).toEqual([statement]);
  expect(statement).toMatchObject({ month, opening: '0.00', closing: total, final: false, tax: '0.00' });
  const { opening, sales, refunds, commission, tax, payouts, closing } = statement;
  const cents = (amounts: string[]) =>
    amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
  expect(cents([opening, sales, refunds, commission, tax, payouts])).toBe(cents([closing]));

  const csv = await read<string>(`statements/${month}/entries.csv`);
  const lines = csv.trim().split('\n');
  expect(lines[0]).toBe('Entry,Time,Type,Order,Payout,Amount,Currency');
  expect(lines[1]).toBe(`,${month}-01T00:00:00.000Z,opening,,,0.00,USD`);
  expect(lines.at(-1)).toContain(`,closing,,,${total},USD`);
  const amounts = lines.slice(1, -1).map((line) => line.split(',')[5] ?? '');
  expect(cents(amounts)).toBe(cents([total]));
  expect(lines).toHaveLength((await read<LedgerEntryPage>('ledger')).total + 3);

  for (const missing of ['1999-12', '2999-12', 'last'])
    expectError(await vendor().client.get(of(`statements/${missing}`)), 404, 'NOT_FOUND');
});

it('tells what was earned in the last weeks and months', async () => {
  for (const by of ['week', 'month']) {
    const { periods } = await read<EarningsDto>(`earnings?by=${by}`);
    expect(periods).toHaveLength(12);
    const { sales, commission, refunds } = await read<StatementDto>(
      `statements/${new Date().toISOString().slice(0, 7)}`,
    );
    const net = Number(sales) + Number(refunds);
    expect(Number(periods.at(-1)?.sales)).toBeCloseTo(net, 2);
    expect(Number(periods.at(-1)?.earned)).toBeCloseTo(net + Number(commission), 2);
  }
});

it('tells staff who is owed what, and lets it set what the marketplace keeps', async () => {
  const { id, name } = vendors.shop.store;
  await deliver();
  const { items } = (await staff.get<StoreBalancePage>('/admin/balances?owed=true')).body;
  expect(items).toContainEqual(expect.objectContaining({ id, name, available: (await balance()).available }));
  const rate = async () => (await staff.get<CommissionDto>(`/admin/stores/${id}/commission`)).body;
  expect(await rate()).toEqual({ rate: null, marketplaceRate: '10.00' });
  const reason = 'Agreed for the first year.';
  const set = (value: unknown) =>
    staff.post<CommissionDto>(`/admin/stores/${id}/commission`, { rate: value, reason });
  expect((await set('7.25')).body.rate).toBe('7.25');
  expect((await balance()).commissionRate).toBe('7.25');
  const { part } = await vendors.sell();
  const { commission } = await test.app.get(Database).repository(OrderPart).findOneByOrFail({ id: part });
  expect(commission).toBe(145);
  expect((await set(null)).body.rate).toBeNull();
  for (const wrong of ['50.01', '-1', '1.234', 'ten']) expectError(await set(wrong), 400, 'VALIDATION_ERROR');
  const { body } = await staff.get<AuditPage>(`/admin/audit?subjectType=store&subjectId=${id}`);
  expect(body.items.map(({ reason: why }) => why)).toEqual([
    `the marketplace's rate: ${reason}`,
    `7.25 %: ${reason}`,
  ]);
});

it('pays out what is available to a vendor who leaves', async () => {
  const { other } = vendors;
  const { order, otherPart, buyer } = await vendors.sell();
  await vendors.cancel(order, buyer.client, { partId: order.parts.find(({ id }) => id !== otherPart)?.id });
  const { id } = order.parts.find((part) => part.id === otherPart)?.store ?? { id: 0 };
  await other.client.put(`/stores/${id}/payout-account`, {
    account: 'FR14 2004 1010 0505',
    currentPassword: other.password,
  });
  // every sale so far; the others' orders are closed by their buyers
  const open = await test.app.get(Database).repository(OrderPart).findBy({ storeId: id, status: 'pending' });
  for (const { orderId } of open)
    for (const status of ['shipped', 'delivered']) await other.client.put(`/orders/${orderId}`, { status });
  const { available } = (await other.client.get<BalanceDto>(`/stores/${id}/balance`)).body;
  expect(Number(available)).toBeGreaterThan(0);
  const erased = await other.client.delete('/auth/profile', { password: other.password });
  expect(erased.status).toBe(204);
  const { items } = (await staff.get<PayoutPage>('/admin/payouts?limit=1')).body;
  expect(items).toMatchObject([{ store: { id }, amount: available, account: 'FR14 2004 1010 0505' }]);
  const { items: owed } = (await staff.get<StoreBalancePage>('/admin/balances?owed=true')).body;
  expect(owed.map((balance) => balance.id)).not.toContain(id);
});
