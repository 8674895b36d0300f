import type { NotificationKind } from '@souk/contracts';

/** What each kind is called where one chooses. */
export const KIND_LABELS: Record<NotificationKind, string> = {
  order_placed: 'An order is placed',
  order_unpaid: 'A payment fails',
  payment_returned: 'A payment came too late and goes back',
  order_shipped: 'An order is on its way',
  order_delivered: 'An order has arrived',
  order_cancelled: 'An order is cancelled by the store',
  order_refunded: 'Money goes back to you',
  return_answered: 'A return is accepted or refused',
  review_replied: 'A store answers your review',
  sale: 'A new order',
  sale_cancelled: 'An order is cancelled by its buyer',
  return_requested: 'A buyer wants to return goods',
  return_withdrawn: 'A return is withdrawn',
  low_stock: 'Stock runs low',
  payout: 'A payout is sent, or fails',
  review_received: 'A new review',
  import_finished: 'An import has ended',
  post_failed: 'A post on X fails',
  webhook_disabled: 'A webhook is switched off',
};
