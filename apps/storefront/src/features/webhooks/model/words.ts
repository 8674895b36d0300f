import { EVENT_TYPES, type DeliveryStatus, type EventType } from '@souk/contracts';
import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { plural } from '~/lib/format';

export const EVENT_WORDS: Record<EventType, string> = {
  'order.placed': 'An order is placed',
  'order_part.shipped': 'A parcel is shipped',
  'order_part.delivered': 'A parcel is delivered',
  'order_part.cancelled': 'A store’s part of an order is cancelled',
  'order_part.refunded': 'Money goes back',
  'return.requested': 'A return is asked for',
  'return.accepted': 'A return is accepted',
  'return.refused': 'A return is refused',
  'return.withdrawn': 'A return is withdrawn',
  'product.published': 'A product is for sale',
  'product.withdrawn': 'A product is gone',
  'stock.low': 'Little is left of a product',
  'store.opened': 'A store opens',
  'review.created': 'A review is written',
};

export const DELIVERY_LOOKS = {
  waiting: { tone: 'accent', label: 'Waiting' },
  delivered: { tone: 'success', label: 'Delivered' },
  failed: { tone: 'danger', label: 'Failed' },
} as const satisfies Record<DeliveryStatus, object>;

/** "Every event", or how many kinds. */
export const hearsOf = ({ eventTypes }: WebhookDto): string =>
  eventTypes === null
    ? 'Every event'
    : `${eventTypes.length} of ${plural(EVENT_TYPES.length, 'kind')} of events`;

export const nameOf = ({ description, url }: WebhookDto): string => description ?? new URL(url).host;
