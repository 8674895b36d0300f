import { Address } from './domains/addresses/address.entity';
import { AccountToken } from './domains/auth/account-token.entity';
import { ApiKey } from './domains/auth/api-key.entity';
import { RefreshToken, Session } from './domains/auth/session.entity';
import { Cart, CartCoupon, CartItem } from './domains/cart/cart.entity';
import { Coupon, CouponUse } from './domains/coupons/coupon.entity';
import { DocumentCounter, SalesDocument } from './domains/documents/sales-document.entity';
import { LedgerEntry, LedgerTransaction } from './domains/ledger/ledger.entity';
import { Payout } from './domains/ledger/payout.entity';
import { Notification } from './domains/notifications/notification.entity';
import { NotificationPreference } from './domains/notifications/notification-preference.entity';
import { IdempotencyKey } from './domains/orders/idempotency-key.entity';
import { OrderDownload } from './domains/orders/order-download.entity';
import { OrderRefund } from './domains/orders/order-refund.entity';
import { OrderReturn } from './domains/orders/order-return.entity';
import { PartEvent } from './domains/orders/part-event.entity';
import { Order } from './domains/orders/order.entity';
import { OrderItem } from './domains/orders/order-item.entity';
import { OrderPart } from './domains/orders/order-part.entity';
import { ShippingAddress } from './domains/orders/shipping-address.entity';
import { Payment, PaymentNotice, Refund } from './domains/payments/payment.entity';
import { Category } from './domains/products/category.entity';
import { ImportCategory, ImportChange } from './domains/products/import-change.entity';
import { Import, ImportProblemRow } from './domains/products/import.entity';
import { ProductOption } from './domains/products/product-option.entity';
import { Product, ProductFile, ProductImage, ProductVariant } from './domains/products/product.entity';
import { SearchWord } from './domains/products/search-word.entity';
import { StockChange } from './domains/products/stock-change.entity';
import { Review } from './domains/reviews/review.entity';
import { SocialPost } from './domains/social/social-post.entity';
import { Store } from './domains/stores/store.entity';
import { User, UserProfile } from './domains/users/user.entity';
import { DeliveryAttempt } from './domains/webhooks/delivery-attempt.entity';
import { Delivery } from './domains/webhooks/delivery.entity';
import { WebhookEndpoint } from './domains/webhooks/webhook-endpoint.entity';
import { WebhookEvent } from './domains/webhooks/webhook-event.entity';
import { Wish } from './domains/wishlist/wish.entity';
import { AuditEntry } from './platform/audit/audit-entry.entity';
import { ChangeEntry } from './platform/cache/change-entry.entity';
import { OutboxEntry } from './platform/events/outbox-entry.entity';
import { MailEntry } from './platform/mail/mail-entry.entity';
import { SentMail } from './platform/mail/sent-mail.entity';

/** Every table, parents before children. */
export const entities = [
  OutboxEntry,
  ChangeEntry,
  User,
  UserProfile,
  Session,
  RefreshToken,
  AccountToken,
  ApiKey,
  AuditEntry,
  Address,
  Store,
  Category,
  Product,
  ProductVariant,
  ProductOption,
  ProductImage,
  ProductFile,
  StockChange,
  SearchWord,
  Import,
  ImportProblemRow,
  ImportChange,
  ImportCategory,
  Wish,
  Coupon,
  CouponUse,
  Payment,
  Refund,
  PaymentNotice,
  Cart,
  CartItem,
  CartCoupon,
  Order,
  OrderPart,
  OrderItem,
  OrderDownload,
  OrderRefund,
  OrderReturn,
  PartEvent,
  ShippingAddress,
  IdempotencyKey,
  Payout,
  LedgerTransaction,
  LedgerEntry,
  DocumentCounter,
  SalesDocument,
  SentMail,
  MailEntry,
  Review,
  SocialPost,
  WebhookEvent,
  WebhookEndpoint,
  Delivery,
  DeliveryAttempt,
  NotificationPreference,
  Notification,
];
