import type { PartEventKind, PartStatus, PaymentStatus } from '@souk/contracts';
import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { TimelineEntryDto } from '@souk/contracts/timeline.dto';
import { partSteps } from './part-steps';

const at = '2026-11-02T09:30:00.000Z';
const entry = (kind: PartEventKind, change: Partial<TimelineEntryDto> = {}): TimelineEntryDto => ({
  ...{ partId: 8, kind, by: null, at, carrier: null, trackingNumber: null, amount: null, text: null },
  ...change,
});
const steps = (
  status: PartStatus,
  paymentStatus: PaymentStatus,
  history: TimelineEntryDto[] | undefined,
  digital = false,
) =>
  partSteps(
    { dateOrdered: at, paymentStatus, currency: 'USD' } as OrderDto,
    { id: 8, status, shippedAt: null, deliveredAt: null, cancelledAt: null } as OrderPartDto,
    [{ digital } as OrderItemDto],
    history,
  );

it.each<[PartStatus, PaymentStatus, PartEventKind[], string[]]>([
  ['pending', 'pending', [], ['Payment: current', 'Shipped: upcoming', 'Delivered: upcoming']],
  ['cancelled', 'failed', ['cancelled'], ['Payment failed: failed']],
  [
    'pending',
    'paid',
    ['paid'],
    ['Paid: done', 'Being prepared: current', 'Shipped: upcoming', 'Delivered: upcoming'],
  ],
  ['shipped', 'paid', ['paid', 'shipped'], ['Paid: done', 'Shipped: done', 'On its way: current']],
  ['delivered', 'paid', ['shipped', 'delivered'], ['Shipped: done', 'Delivered: done']],
  ['cancelled', 'refunded', ['cancelled'], ['Cancelled: failed']],
])('a part that is %s, payment %s', (status, payment, kinds, after) => {
  const told = steps(status, payment, [entry('placed'), ...kinds.map((kind) => entry(kind))]);
  expect(told.map(({ title, state }) => `${title}: ${state}`)).toEqual(['Ordered: done', ...after]);
});

it('does not ship downloads, and tells what is known while the history loads', () => {
  expect(steps('pending', 'paid', undefined, true).map(({ title }) => title)).toEqual([
    'Ordered',
    'Delivered',
  ]);
});

it('says what, how much, by whom and why', () => {
  const foreign = entry('shipped', { partId: 9 });
  const refund = entry('refunded', { by: 'vendor', amount: '4.9', text: 'It came late.' });
  const [told, ...others] = steps('delivered', 'paid', [foreign, refund]);
  expect(others).toEqual([]);
  expect(told?.title).toBe('Refunded $4.90');
  expect(told?.description).toMatch(/, by the store\n“It came late.”$/);
});
