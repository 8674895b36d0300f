import type { PaymentStatus } from '@souk/contracts';
import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { TimelineStep } from '~/components/timeline';
import { formatDateTime } from '~/lib/format';

const when = (iso: string | null) => (iso ? formatDateTime(iso) : undefined);

/** Where one store's part stands, from the order to the door. */
export function partSteps(
  { dateOrdered, paymentStatus }: OrderDto,
  part: OrderPartDto,
  items: readonly OrderItemDto[],
): TimelineStep[] {
  const ordered: TimelineStep = { title: 'Ordered', description: when(dateOrdered), state: 'done' };
  if (part.status === 'cancelled') {
    return [ordered, { title: 'Cancelled', description: when(part.cancelledAt), state: 'failed' }];
  }
  const paid = payment(paymentStatus);
  if (paid.state === 'failed') return [ordered, paid];

  const isPaid = paid.state === 'done';
  const isReturned = part.status === 'returned';
  const isDelivered = part.status === 'delivered' || isReturned;
  const returned: TimelineStep[] = isReturned ? [{ title: 'Returned', state: 'done' }] : [];
  const delivered: TimelineStep = {
    title: part.status === 'shipped' ? 'On its way' : 'Delivered',
    description: when(part.deliveredAt),
    state: isDelivered ? 'done' : part.status === 'shipped' ? 'current' : 'upcoming',
  };
  if (items.every(({ digital }) => digital)) {
    return [ordered, paid, { ...delivered, state: isDelivered ? 'done' : isPaid ? 'current' : 'upcoming' }];
  }
  const shipped: TimelineStep = {
    title: part.status === 'pending' && isPaid ? 'Being prepared' : 'Shipped',
    description: when(part.shippedAt),
    state: part.status === 'pending' ? (isPaid ? 'current' : 'upcoming') : 'done',
  };
  return [ordered, paid, shipped, delivered, ...returned];
}

function payment(status: PaymentStatus): TimelineStep {
  if (status === 'pending')
    return { title: 'Payment', description: 'Waiting for confirmation', state: 'current' };
  if (status === 'failed')
    return { title: 'Payment failed', description: 'Nothing was charged', state: 'failed' };
  return { title: 'Paid', state: 'done' };
}
