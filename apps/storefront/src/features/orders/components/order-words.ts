import type { OrderStatus, PartStatus, PaymentStatus } from '@souk/contracts';
import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { formatDate } from '~/lib/format';

export type Tone = 'neutral' | 'action' | 'accent' | 'success' | 'danger';

interface Word {
  label: string;
  tone: Tone;
}

const PART: Record<PartStatus, Word> = {
  pending: { label: 'Being prepared', tone: 'accent' },
  shipped: { label: 'On its way', tone: 'action' },
  delivered: { label: 'Delivered', tone: 'success' },
  returned: { label: 'Returned', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

export const STATUS_FILTERS: readonly { value: OrderStatus; label: string }[] = [
  { value: 'pending', label: PART.pending.label },
  { value: 'shipped', label: PART.shipped.label },
  { value: 'delivered', label: PART.delivered.label },
  { value: 'returned', label: PART.returned.label },
  { value: 'cancelled', label: PART.cancelled.label },
];

/** Before the money is there nobody prepares anything. */
export function statusWord(status: PartStatus, paymentStatus: PaymentStatus): Word {
  if (paymentStatus === 'failed') return { label: 'Not paid', tone: 'danger' };
  if (paymentStatus === 'pending' && status === 'pending')
    return { label: 'Waiting for payment', tone: 'accent' };
  return PART[status];
}

export const PAYMENT: Record<PaymentStatus, Word> = {
  pending: { label: 'Waiting for confirmation', tone: 'accent' },
  paid: { label: 'Paid', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  partially_refunded: { label: 'Partly refunded', tone: 'neutral' },
  refunded: { label: 'Refunded', tone: 'neutral' },
};

/** One sentence on what may be expected of a part; its vendor and staff read it too. */
export function whatHappensNext(order: OrderDto, part: OrderPartDto, items: readonly OrderItemDto[]): string {
  const { paymentStatus, email } = order;
  const { status, store, cancelledAt, deliveredAt } = part;
  if (paymentStatus === 'failed') return 'It was not paid, so nothing is sent. Nothing was charged.';
  if (status === 'cancelled') {
    const when = cancelledAt ? ` ${formatDate(cancelledAt)}` : '';
    return `Cancelled${when}. ${order.complete ? 'What was paid for it goes back the way it came.' : 'Nothing is charged for it.'}`;
  }
  if (paymentStatus === 'pending') return `${store.name} starts once the payment is confirmed.`;
  if (status === 'shipped') return `${store.name} has handed the parcel over; it is on its way.`;
  if (status === 'returned') return `All of it went back to ${store.name}.`;
  if (status === 'delivered') {
    if (items.every(({ digital }) => digital)) return 'Delivered as a download.';
    return deliveredAt ? `Delivered ${formatDate(deliveredAt)}.` : 'Delivered.';
  }
  return `${store.name} prepares the parcel. We write to ${email} when it is on its way.`;
}
