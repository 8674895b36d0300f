/** Values that travel over the wire. Each is a list (for validators and selects) and a type. */
export const USER_TYPES = ['buyer', 'vendor'] as const;
export type UserType = (typeof USER_TYPES)[number];

/** What an API key may do for its owner: `read` reads, the others write. */
export const API_KEY_SCOPES = ['read', 'products', 'orders', 'reviews', 'webhooks'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

export const PART_STATUSES = ['pending', 'shipped', 'delivered', 'returned', 'cancelled'] as const;
export type PartStatus = (typeof PART_STATUSES)[number];

/** The least advanced of an order's parts that are not cancelled. */
export const ORDER_STATUSES = [...PART_STATUSES] as const;
export type OrderStatus = PartStatus;

export const PAYMENT_STATUSES = ['pending', 'paid', 'failed', 'partially_refunded', 'refunded'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** Who gave money back; `market` does when a part is cancelled. */
export const REFUND_ACTORS = ['vendor', 'staff', 'market'] as const;
export type RefundActor = (typeof REFUND_ACTORS)[number];

export const RETURN_REASONS = [
  'damaged',
  'wrong_item',
  'not_as_described',
  'does_not_fit',
  'changed_mind',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** A `requested` return waits for an answer. */
export const RETURN_STATUSES = ['requested', 'accepted', 'refused', 'withdrawn'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** What can become of a store's part of an order. */
export const PART_EVENTS = [
  'placed',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'return_requested',
  'return_accepted',
  'return_refused',
  'return_withdrawn',
] as const;
export type PartEventKind = (typeof PART_EVENTS)[number];

/** Who did it, by role: nobody's name is told. `market` is what happens by itself. */
export const PART_ACTORS = ['buyer', 'vendor', 'staff', 'market'] as const;
export type PartActor = (typeof PART_ACTORS)[number];

export const IMPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'undone'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/**
 * Why stock moved. An order that is placed has `sold`; `released` is what came back because it was not paid,
 * `cancelled` because it, or a part, was cancelled. `returned` came back from a buyer. `restocked` is what is on the shelf again.
 */
export const STOCK_REASONS = [
  'created',
  'edited',
  'bulk_edited',
  'imported',
  'import_undone',
  'sold',
  'released',
  'cancelled',
  'returned',
  'restocked',
] as const;
export type StockReason = (typeof STOCK_REASONS)[number];

export const STORE_SORTS = ['newest', 'name', 'rating'] as const;
export type StoreSort = (typeof STORE_SORTS)[number];

export const PRODUCT_SORTS = ['relevance', 'newest', 'price', '-price', 'rating', 'popular'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

export const REVIEW_SORTS = ['newest', 'rating', '-rating'] as const;
export type ReviewSort = (typeof REVIEW_SORTS)[number];

/** Why a coupon in the cart takes nothing off. */
export const COUPON_PROBLEMS = [
  'COUPON_OFF',
  'COUPON_NOT_STARTED',
  'COUPON_ENDED',
  'COUPON_USED_UP',
  'COUPON_USED_BY_YOU',
  'COUPON_MINIMUM',
] as const;
export type CouponProblem = (typeof COUPON_PROBLEMS)[number];

export const COUPON_STATUSES = ['active', 'scheduled', 'ended', 'used_up', 'off'] as const;
export type CouponStatus = (typeof COUPON_STATUSES)[number];

export const CART_NOTICES = [
  'PRICE_CHANGED',
  'LOW_STOCK',
  'UNAVAILABLE',
  'QUANTITY_CAPPED',
  ...COUPON_PROBLEMS,
] as const;
export type CartNoticeCode = (typeof CART_NOTICES)[number];

/** Why the same could not be ordered again, or not in full. */
export const REORDER_NOTICES = ['UNAVAILABLE', 'LOW_STOCK', 'QUANTITY_CAPPED', 'CART_FULL'] as const;
export type ReorderNoticeCode = (typeof REORDER_NOTICES)[number];

export const WISH_NOTICES = ['UNAVAILABLE', 'SOLD_OUT', 'PRICE_DROPPED'] as const;
export type WishNoticeCode = (typeof WISH_NOTICES)[number];

/** Inclusive: prices contain the tax. Exclusive: it comes on top of them. */
export const TAX_MODES = ['none', 'inclusive', 'exclusive'] as const;
export type TaxMode = (typeof TAX_MODES)[number];

/** Who takes the buyers' money; the test gateway takes none. */
export const PAYMENT_PROVIDERS = ['test', 'stripe'] as const;
export type PaymentProvider = (typeof PAYMENT_PROVIDERS)[number];

/** Tokens that the test gateway understands; no other is accepted by it. */
export const TEST_TOKENS = [
  'tok_ok',
  'tok_declined',
  'tok_confirm',
  'tok_slow',
  'tok_later',
  'tok_timeout',
] as const;
export type TestToken = (typeof TEST_TOKENS)[number];

export const ACCOUNT_STATUSES = ['active', 'deactivated'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Of a product, for its vendor: a `draft` was never published, `hidden` was, `suspended` is what staff took off the market. */
export const PRODUCT_STATUSES = ['active', 'draft', 'hidden', 'suspended'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** `inactive` is what its vendor hides, `deactivated` what staff took off the market. */
export const LISTING_STATUSES = ['active', 'inactive', 'deactivated'] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];

/**
 * What moved a store's balance. `refund` takes back what a buyer got back; the share of commission and tax in it comes
 * back under their own names. A `payout` that came to nothing is there twice.
 */
export const LEDGER_KINDS = ['sale', 'commission', 'tax', 'refund', 'payout'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** A `pending` payout has left the balance, and not arrived yet; a `failed` one is back on it. */
export const PAYOUT_STATUSES = ['pending', 'paid', 'failed'] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** Who moves the money of payouts: staff, or Stripe. */
export const PAYOUT_METHODS = ['manual', 'stripe'] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

export const EARNINGS_PERIODS = ['week', 'month'] as const;
export type EarningsPeriod = (typeof EARNINGS_PERIODS)[number];

export const DOCUMENT_KINDS = ['invoice', 'credit_note'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `unannounced`: nothing was to be posted. `waiting` ones go out by themselves, `withdrawing` ones are being deleted. */
export const POST_STATUSES = [
  'unannounced',
  'waiting',
  'posted',
  'failed',
  'skipped',
  'withdrawing',
  'withdrawn',
] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export const POST_SUBJECTS = ['store', 'product'] as const;
export type PostSubject = (typeof POST_SUBJECTS)[number];

/**
 * A `postponed` job has failed and is tried again by itself; a `dead` one was given up, and only staff has it tried
 * again.
 */
export const JOB_STATUSES = ['due', 'running', 'postponed', 'dead'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** `accepted` by the mail server, which is all that one can know. */
export const MAIL_STATUSES = ['accepted', 'failed'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export const AUDIT_ACTIONS = [
  'deactivate',
  'reactivate',
  'create',
  'rename',
  'move',
  'remove',
  'set_commission',
  'pay_out',
  'confirm_payout',
  'refuse_payout',
  'retry_job',
  'retry_post',
  'redeliver',
  'refund',
  'accept_return',
  'refuse_return',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_SUBJECTS = [
  'user',
  'store',
  'product',
  'review',
  'category',
  'payout',
  'job',
  'post',
  'delivery',
  'order',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** What integrators hear of, in the feed and by webhooks. */
export const EVENT_TYPES = [
  'order.placed',
  'order_part.shipped',
  'order_part.delivered',
  'order_part.cancelled',
  'order_part.refunded',
  'return.requested',
  'return.accepted',
  'return.refused',
  'return.withdrawn',
  'product.published',
  'product.withdrawn',
  'stock.low',
  'store.opened',
  'review.created',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Only asked for by hand, and in no feed. */
export const PING = 'ping';
export const SENT_TYPES = [...EVENT_TYPES, PING] as const;
export type SentType = (typeof SENT_TYPES)[number];

/** A `waiting` delivery is tried, or tried again, by itself; a `failed` one only when somebody asks for it. */
export const DELIVERY_STATUSES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
