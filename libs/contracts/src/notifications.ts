import type { ReturnStatus } from './enums';

/** `inApp`: the bell. */
export const NOTIFICATION_CHANNELS = ['inApp', 'email'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** Whom it concerns: everybody is a buyer, vendors sell too. */
export const NOTIFICATION_AUDIENCES = ['buyer', 'vendor'] as const;
export type NotificationAudience = (typeof NOTIFICATION_AUDIENCES)[number];

interface NotificationRule {
  audience: NotificationAudience;
  /** Whether it shows at the bell until somebody says otherwise. */
  inApp: boolean;
  /** The same for mails. `required`: it belongs to a sale and always goes out. Null: no mail is written. */
  email: boolean | 'required' | null;
}

/** All that users are told of, in the order in which they choose. */
export const NOTIFICATIONS = {
  order_placed: { audience: 'buyer', inApp: true, email: 'required' },
  order_unpaid: { audience: 'buyer', inApp: true, email: 'required' },
  payment_returned: { audience: 'buyer', inApp: true, email: 'required' },
  order_shipped: { audience: 'buyer', inApp: true, email: 'required' },
  order_delivered: { audience: 'buyer', inApp: true, email: 'required' },
  order_cancelled: { audience: 'buyer', inApp: true, email: 'required' },
  order_refunded: { audience: 'buyer', inApp: true, email: 'required' },
  return_answered: { audience: 'buyer', inApp: true, email: 'required' },
  review_replied: { audience: 'buyer', inApp: true, email: true },
  sale: { audience: 'vendor', inApp: true, email: 'required' },
  sale_cancelled: { audience: 'vendor', inApp: true, email: 'required' },
  return_requested: { audience: 'vendor', inApp: true, email: 'required' },
  return_withdrawn: { audience: 'vendor', inApp: true, email: 'required' },
  low_stock: { audience: 'vendor', inApp: true, email: true },
  payout: { audience: 'vendor', inApp: true, email: 'required' },
  review_received: { audience: 'vendor', inApp: true, email: true },
  import_finished: { audience: 'vendor', inApp: true, email: null },
  post_failed: { audience: 'vendor', inApp: true, email: null },
  webhook_disabled: { audience: 'buyer', inApp: true, email: 'required' },
} as const satisfies Record<string, NotificationRule>;

export type NotificationKind = keyof typeof NOTIFICATIONS;
export const NOTIFICATION_KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];

export const notificationRule = (kind: NotificationKind): NotificationRule => NOTIFICATIONS[kind];

interface OfOrder {
  orderId: number;
  orderNumber: string;
}

interface OfStore extends OfOrder {
  storeName: string;
}

interface OfProduct {
  productId: number;
  productName: string;
}

/** Amounts are decimal strings. */
interface Amount {
  amount: string;
  currency: string;
}

/** What is known of each kind: ids to link to, and words as they were then. */
export interface NotificationData {
  order_placed: OfOrder & Amount;
  order_unpaid: OfOrder;
  payment_returned: OfOrder & Amount;
  order_shipped: OfStore & { carrier: string | null };
  order_delivered: OfStore;
  order_cancelled: OfOrder & { storeNames: string[] };
  order_refunded: OfStore & Amount;
  return_answered: OfStore & { answer: Extract<ReturnStatus, 'accepted' | 'refused'> };
  review_replied: OfProduct & { reviewId: number; storeName: string };
  sale: OfOrder & Amount & { firstItem: string; units: number };
  sale_cancelled: OfStore;
  return_requested: OfStore & { returnId: number };
  return_withdrawn: OfStore & { returnId: number };
  /** `options` of the variant; `{}` where there is one only. */
  low_stock: OfProduct & { options: Record<string, string>; left: number };
  payout: Amount & { payoutId: number; storeName: string; status: 'paid' | 'failed' };
  review_received: OfProduct & { reviewId: number; rating: number };
  import_finished: { importId: number; storeId: number; fileName: string; status: 'done' | 'failed' };
  post_failed: { subject: 'store' | 'product'; subjectId: number; name: string };
  webhook_disabled: { webhookId: number; host: string };
}
