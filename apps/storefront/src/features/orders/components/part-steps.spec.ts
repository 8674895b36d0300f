import type { PartStatus, PaymentStatus } from '@souk/contracts';
import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { partSteps } from './part-steps';

const told = (status: PartStatus, paymentStatus: PaymentStatus, digital = false) =>
  partSteps(
    { dateOrdered: '2026-11-02T09:30:00.000Z', paymentStatus } as OrderDto,
    { status, shippedAt: null, deliveredAt: null, cancelledAt: null } as OrderPartDto,
    [{ digital } as OrderItemDto],
  ).map(({ title, state }) => `${title}: ${state}`);

it.each([
  ['pending', 'pending', ['Ordered: done', 'Payment: current', 'Shipped: upcoming', 'Delivered: upcoming']],
  ['pending', 'failed', ['Ordered: done', 'Payment failed: failed']],
  ['pending', 'paid', ['Ordered: done', 'Paid: done', 'Being prepared: current', 'Delivered: upcoming']],
  ['shipped', 'paid', ['Ordered: done', 'Paid: done', 'Shipped: done', 'On its way: current']],
  ['delivered', 'paid', ['Ordered: done', 'Paid: done', 'Shipped: done', 'Delivered: done']],
  [
    'returned',
    'refunded',
    ['Ordered: done', 'Paid: done', 'Shipped: done', 'Delivered: done', 'Returned: done'],
  ],
  ['cancelled', 'refunded', ['Ordered: done', 'Cancelled: failed']],
] as const)('a part that is %s, payment %s', (status, payment, steps) => {
  expect(told(status, payment)).toEqual(steps);
});

it('does not ship downloads', () => {
  expect(told('delivered', 'paid', true)).toEqual(['Ordered: done', 'Paid: done', 'Delivered: done']);
});
