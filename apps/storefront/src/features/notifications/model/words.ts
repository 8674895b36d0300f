import type { NotificationData, NotificationKind } from '@souk/contracts';
import type { NotificationDto } from '@souk/contracts/notifications.dto';
import {
  Banknote,
  Bell,
  CircleCheck,
  CircleX,
  FileUp,
  type LucideIcon,
  PackageCheck,
  Receipt,
  ShoppingBag,
  Star,
  TriangleAlert,
  Truck,
  Undo2,
} from 'lucide-react';
import { formatMoney, plural } from '~/lib/format';
import { optionsText } from '~/lib/options-text';

export interface NotificationWords {
  icon: LucideIcon;
  title: string;
  /** Empty where the title says it all. */
  detail: string;
  /** Where one sees it, or does something about it. */
  to: string;
}

type Writers = { [K in NotificationKind]: (data: NotificationData[K]) => NotificationWords };

const orderPage = ({ orderId }: { orderId: number }) => `/orders/${orderId}`;
const saleOf = ({ orderNumber }: { orderNumber: string }) =>
  `/dashboard/orders?${new URLSearchParams({ search: orderNumber })}`;
const money = ({ amount, currency }: { amount: string; currency: string }) => formatMoney(amount, currency);

const WRITERS: Writers = {
  order_placed: (data) => ({
    ...{ icon: ShoppingBag, to: orderPage(data) },
    title: `Order ${data.orderNumber} is placed`,
    detail: `${money(data)}. We tell you when it is on its way.`,
  }),
  order_unpaid: (data) => ({
    ...{ icon: CircleX, to: orderPage(data) },
    title: `The payment of order ${data.orderNumber} failed`,
    detail: 'Nothing was charged, and nothing will be sent.',
  }),
  payment_returned: (data) => ({
    ...{ icon: Undo2, to: orderPage(data) },
    title: `${money(data)} goes back to you`,
    detail: `Your payment of order ${data.orderNumber} came when its goods were no longer reserved.`,
  }),
  order_shipped: (data) => ({
    ...{ icon: Truck, to: orderPage(data) },
    title: `Order ${data.orderNumber} is on its way`,
    detail: data.carrier ? `${data.storeName} sent it with ${data.carrier}.` : `${data.storeName} sent it.`,
  }),
  order_delivered: (data) => ({
    ...{ icon: PackageCheck, to: orderPage(data) },
    title: `Order ${data.orderNumber} has arrived`,
    detail: `From ${data.storeName}. Tell others how it is.`,
  }),
  order_cancelled: (data) => ({
    ...{ icon: CircleX, to: orderPage(data) },
    title: `Order ${data.orderNumber} was cancelled`,
    detail: `Nothing comes from ${data.storeNames.join(', ')}. What you paid goes back to you.`,
  }),
  order_refunded: (data) => ({
    ...{ icon: Undo2, to: orderPage(data) },
    title: `${money(data)} goes back to you`,
    detail: `Order ${data.orderNumber}, ${data.storeName}.`,
  }),
  return_answered: (data) => ({
    icon: data.answer === 'accepted' ? CircleCheck : CircleX,
    to: orderPage(data),
    title: `Your return was ${data.answer}`,
    detail: `Order ${data.orderNumber}, ${data.storeName}.`,
  }),
  review_replied: (data) => ({
    ...{ icon: Star, to: `/products/${data.productId}/reviews` },
    title: `${data.storeName} answered your review`,
    detail: data.productName,
  }),
  sale: (data) => ({
    ...{ icon: Receipt, to: saleOf(data) },
    title: `New order ${data.orderNumber}: ${money(data)}`,
    detail: data.units > 1 ? `${data.firstItem} and more: ${plural(data.units, 'item')}` : data.firstItem,
  }),
  sale_cancelled: (data) => ({
    ...{ icon: CircleX, to: saleOf(data) },
    title: `Order ${data.orderNumber} was cancelled`,
    detail: `Nothing is to be sent by ${data.storeName}.`,
  }),
  return_requested: (data) => ({
    ...{ icon: Undo2, to: '/dashboard/orders?status=returns' },
    title: `A return of order ${data.orderNumber} waits for you`,
    detail: data.storeName,
  }),
  return_withdrawn: (data) => ({
    ...{ icon: Undo2, to: saleOf(data) },
    title: `The return of order ${data.orderNumber} was withdrawn`,
    detail: data.storeName,
  }),
  low_stock: (data) => ({
    ...{ icon: TriangleAlert, to: `/products/${data.productId}/edit` },
    title:
      data.left === 0 ? `${data.productName} is sold out` : `Only ${data.left} left of ${data.productName}`,
    detail: optionsText(data.options) || 'Add to its stock when there is more.',
  }),
  payout: (data) => ({
    ...{ icon: Banknote, to: '/dashboard/balance?show=payouts' },
    title:
      data.status === 'paid'
        ? `${money(data)} is on its way to you`
        : `Your payout of ${money(data)} did not go through`,
    detail: data.status === 'paid' ? data.storeName : `It is on the balance of ${data.storeName} again.`,
  }),
  review_received: (data) => ({
    ...{ icon: Star, to: '/dashboard/reviews' },
    title: `${plural(data.rating, 'star')} for ${data.productName}`,
    detail: 'A new review. You can answer it.',
  }),
  import_finished: (data) => ({
    ...{ icon: FileUp, to: `/dashboard/imports?store=${data.storeId}` },
    title: data.status === 'done' ? `${data.fileName} is imported` : `The import of ${data.fileName} stopped`,
    detail:
      data.status === 'done' ? 'See what came of it.' : 'See what was taken, and import the file again.',
  }),
  post_failed: (data) => ({
    ...{ icon: TriangleAlert, to: `/${data.subject}s/${data.subjectId}/edit` },
    title: `${data.name} was not posted on X`,
    detail: 'See why, and try it again.',
  }),
  webhook_disabled: (data) => ({
    ...{ icon: TriangleAlert, to: `/webhooks/${data.webhookId}` },
    title: `The webhook to ${data.host} was switched off`,
    detail: 'See why, and switch it on again when it is mended.',
  }),
};

/** A page that was loaded before there was such news. */
const UNKNOWN: NotificationWords = { icon: Bell, title: 'There is news', detail: '', to: '/notifications' };

/** Of one kind the data is what the API has written for it. */
export function wordsOf({ kind, data }: Pick<NotificationDto, 'kind' | 'data'>): NotificationWords {
  const write = WRITERS[kind] as ((data: unknown) => NotificationWords) | undefined;
  return write?.(data) ?? UNKNOWN;
}
