import { PART_STATUSES, type PartStatus } from '@souk/contracts';
import { leastAdvanced } from './order-status';
import { Order } from './order.entity';
import { OrderPart } from './order-part.entity';
import { canCancelPart, canReturnPart, canSeePart, nextStates, type Standing } from './orders.policy';

const standing = (change: Partial<Standing>): Standing => ({
  isCustomer: false,
  isStaff: false,
  storeIds: new Set(),
  ...change,
});
const people = {
  customer: standing({ isCustomer: true }),
  vendor: standing({ storeIds: new Set([1]) }),
  'other vendor': standing({ storeIds: new Set([2]) }),
  staff: standing({ isStaff: true }),
  stranger: standing({}),
};
type Who = keyof typeof people;

const part = (change: Partial<OrderPart> = {}) =>
  Object.assign(new OrderPart(), { storeId: 1, status: 'pending' }, change);
const order = (change: Partial<Order> = {}) =>
  Object.assign(new Order(), { complete: true, paymentStatus: 'paid' }, change);

it.each<[Who, boolean, boolean, boolean, PartStatus[]]>([
  ['customer', true, true, true, []],
  ['vendor', true, false, true, ['shipped']],
  ['other vendor', false, false, false, []],
  ['staff', true, true, false, []],
  ['stranger', false, false, false, []],
])('%s: sees it %p, failed %p, cancels %p, moves it to %p', (who, sees, seesFailed, cancels, next) => {
  expect(canSeePart(people[who], order(), part())).toBe(sees);
  expect(canSeePart(people[who], order({ paymentStatus: 'failed' }), part())).toBe(seesFailed);
  expect(canCancelPart(people[who], part())).toBe(cancels);
  expect(nextStates(people[who], order(), part())).toEqual(next);
});

it('nobody cancels what has left', () => {
  for (const status of ['shipped', 'delivered', 'returned', 'cancelled'] as const) {
    for (const who of Object.values(people)) expect(canCancelPart(who, part({ status }))).toBe(false);
  }
});

it('nobody moves what is not paid', () => {
  for (const who of Object.values(people)) {
    expect(nextStates(who, order({ complete: false }), part())).toEqual([]);
  }
});

it.each<[Who, number, boolean]>([
  ['customer', 13, true],
  ['customer', 15, false],
  ['vendor', 13, false],
  ['staff', 13, false],
])('%s may return what was delivered %i days ago, within 14: %p', (who, days, may) => {
  const delivered = part({ status: 'delivered', deliveredAt: new Date(Date.now() - days * 24 * 3600_000) });
  expect(canReturnPart(people[who], order(), delivered, 14)).toBe(may);
  expect(canReturnPart(people[who], order(), delivered, 0)).toBe(false);
});

it.each<[PartStatus, PartStatus[]]>([
  ['pending', ['shipped', 'delivered', 'cancelled']],
  ['shipped', ['delivered']],
  ['delivered', ['returned']],
  ['returned', []],
  ['cancelled', []],
])('%s becomes %p and nothing else', (from, reachable) => {
  for (const to of PART_STATUSES) {
    const moved = part({ status: from });
    if (!reachable.includes(to))
      expect(() => moved.moveTo(to, new Date())).toThrow('This part of the order is');
    else moved.moveTo(to, new Date());
    expect(moved.status).toBe(reachable.includes(to) ? to : from);
  }
});

it.each<[PartStatus[], PartStatus]>([
  [['pending', 'shipped'], 'pending'],
  [['delivered', 'shipped'], 'shipped'],
  [['delivered', 'cancelled'], 'delivered'],
  [['delivered', 'returned'], 'delivered'],
  [['returned', 'cancelled'], 'returned'],
  [['cancelled', 'cancelled'], 'cancelled'],
])('an order with parts %p is %s', (statuses, expected) => expect(leastAdvanced(statuses)).toBe(expected));

it.each([
  [1000, 300, 'partially_refunded'],
  [1000, 1000, 'refunded'],
  [1000, 0, 'paid'],
  [0, 0, 'paid'],
])('of %i paid, %i back is %s', (totalAmount, amount, status) => {
  const paid = order({ totalAmount, refundedAmount: 0 });
  paid.noteRefund(amount);
  expect(paid).toMatchObject({ refundedAmount: amount, paymentStatus: status });
});
