import { AddressDto } from './addresses.dto';
import { PresentPasswordField, ProfileDto } from './auth.dto';
import { CartDto } from './cart.dto';
import { CouponDto } from './coupons.dto';
import { PayoutDto } from './ledger.dto';
import { NotificationDto, NotificationPreferenceDto } from './notifications.dto';
import { OrderDto, ShippingAddressDto } from './orders.dto';
import { ProductDto } from './products.dto';
import { ReviewDto } from './reviews.dto';
import { StoreDto } from './stores.dto';
import { WishDto } from './wishlist.dto';

export class EraseAccountRequest {
  /** The account's password, so that nobody erases it from a screen that was left open. @example correct horse battery */
  @PresentPasswordField()
  password: string;
}

export class HeldSession {
  /** What the browser or program called itself. */
  device: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** @example 2026-11-02T09:30:00.000Z */
  lastUsedAt: string;
  /** @example 2026-11-09T09:30:00.000Z */
  expiresAt: string;
  /** When it was signed out; `null` when it was not. */
  revokedAt: string | null;
}

export class HeldApiKey {
  name: string;
  /** First characters of the key. @example sk_3nQx81aB */
  prefix: string;
  /** @example ["read"] */
  scopes: string[];
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** What the caller has answered to a review, as its store. */
export class WrittenReply {
  /** @example 31 */
  reviewId: number;
  /** @example 12 */
  productId: number;
  /** @example Ember stoneware mug */
  productName: string;
  text: string;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

/** An address that is told what happens; its secret stays where it is. */
export class HeldWebhook {
  /** @example https://example.com/souk */
  url: string;
  description: string | null;
  /** `null`: of every type. @example ["order.placed"] */
  eventTypes: string[] | null;
  active: boolean;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

/** All that the marketplace holds on one user. */
export class OwnDataDto {
  /** @example 2026-11-02T09:30:00.000Z */
  exportedAt: string;
  profile: ProfileDto;
  sessions: HeldSession[];
  apiKeys: HeldApiKey[];
  webhooks: HeldWebhook[];
  /** Kept for the next order. */
  addressBook: AddressDto[];
  /** Closed ones too. */
  stores: StoreDto[];
  /** Inactive ones too. */
  products: ProductDto[];
  coupons: CouponDto[];
  wishList: WishDto[];
  cart: CartDto;
  /** Purchases, oldest first, with attempts whose payment failed. */
  orders: OrderDto[];
  /** Every address that an order went to, once. */
  addresses: ShippingAddressDto[];
  /** To the user's stores, oldest first. */
  payouts: PayoutDto[];
  reviews: ReviewDto[];
  replies: WrittenReply[];
  /** Oldest first. */
  notifications: NotificationDto[];
  notificationPreferences: NotificationPreferenceDto[];
}
