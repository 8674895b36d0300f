import type { PaymentStatus } from '@souk/contracts';
import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { TimelineEntryDto } from '@souk/contracts/timeline.dto';
import type { TimelineStep } from '~/components/timeline';
import { historySteps } from '~/lib/part-history';

/** Where one store's part stands: what happened, and what comes next. @param history undefined while it loads */
export function partSteps(
  order: OrderDto,
  part: OrderPartDto,
  items: readonly OrderItemDto[],
  history: readonly TimelineEntryDto[] | undefined,
): TimelineStep[] {
  const known = history?.filter(({ partId }) => partId === part.id) ?? knownOf(order, part);
  // it was given up because nobody paid, which is said instead
  const past = known.filter(({ kind }) => order.paymentStatus !== 'failed' || kind !== 'cancelled');
  return [...historySteps(past, order.currency), ...nextSteps(order.paymentStatus, part, items)];
}

function nextSteps(
  paymentStatus: PaymentStatus,
  { status }: OrderPartDto,
  items: readonly OrderItemDto[],
): TimelineStep[] {
  if (paymentStatus === 'failed')
    return [{ title: 'Payment failed', description: 'Nothing was charged', state: 'failed' }];
  if (status === 'shipped') return [{ title: 'On its way', state: 'current' }];
  if (status !== 'pending') return [];
  const delivered: TimelineStep = { title: 'Delivered', state: 'upcoming' };
  const isDigital = items.every(({ digital }) => digital);
  const shipped: TimelineStep[] = isDigital ? [] : [{ title: 'Shipped', state: 'upcoming' }];
  if (paymentStatus === 'pending') {
    return [
      { title: 'Payment', description: 'Waiting for confirmation', state: 'current' },
      ...shipped,
      delivered,
    ];
  }
  return isDigital
    ? [{ ...delivered, state: 'current' }]
    : [{ title: 'Being prepared', state: 'current' }, ...shipped, delivered];
}

/** What the order itself tells. */
function knownOf({ dateOrdered }: OrderDto, part: OrderPartDto): TimelineEntryDto[] {
  const entry = (kind: TimelineEntryDto['kind'], at: string | null): TimelineEntryDto[] =>
    at === null
      ? []
      : [
          {
            partId: part.id,
            kind,
            by: null,
            at,
            carrier: null,
            trackingNumber: null,
            amount: null,
            text: null,
          },
        ];
  return [
    ...entry('placed', dateOrdered),
    ...entry('shipped', part.shippedAt),
    ...entry('delivered', part.deliveredAt),
    ...entry('cancelled', part.cancelledAt),
  ];
}
