import { Page, PageQuery } from './common.dto';
import {
  ACCOUNT_STATUSES,
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  LISTING_STATUSES,
  ORDER_STATUSES,
  PAYMENT_STATUSES,
  USER_TYPES,
  type AccountStatus,
  type AuditAction,
  type AuditSubject,
  type ListingStatus,
  type OrderStatus,
  type PaymentStatus,
  type UserType,
} from './enums';
import { LIMITS, RATING } from './limits';
import { CustomerRef } from './orders.dto';
import { StoreRef, VendorRef } from './stores.dto';
import { QueryCount, QueryFlag, QueryId } from './query-validators';
import { EnumField, Line, OneOf, Optional, Text } from './validators';

/** Why staff acts; it stays in the audit log. */
export class ModerationRequest {
  /** 1 to 500 characters. @example Sells counterfeit watches, reported three times. */
  @Text(LIMITS.auditReason)
  reason: string;
}

class AdminQuery extends PageQuery {
  /** Words that must all be found. */
  @Optional()
  @Line({ max: LIMITS.search.max })
  search?: string;
}

/** Searches usernames and e-mail addresses. */
export class AdminUserQuery extends AdminQuery {
  @Optional()
  @OneOf(ACCOUNT_STATUSES, 'AccountStatus')
  status?: AccountStatus;
}

/** Searches names. */
export class AdminListingQuery extends AdminQuery {
  @Optional()
  @OneOf(LISTING_STATUSES, 'ListingStatus')
  status?: ListingStatus;
}

/** Searches order numbers and e-mail addresses. */
export class AdminOrderQuery extends AdminQuery {
  @Optional()
  @OneOf(ORDER_STATUSES, 'OrderStatus')
  status?: OrderStatus;

  /** Only orders with a return that nobody has answered, or only the others. */
  @Optional()
  @QueryFlag()
  returnsWaiting?: boolean;
}

/** Searches comments. */
export class AdminReviewQuery extends AdminQuery {
  /** Only reviews with this rating. */
  @Optional()
  @QueryCount(RATING.min, RATING.max)
  rating?: number;
}

export class AuditQuery extends PageQuery {
  @Optional()
  @OneOf(AUDIT_SUBJECTS, 'AuditSubject')
  subjectType?: AuditSubject;

  @Optional()
  @QueryId()
  subjectId?: number;
}

export class AdminUserDto {
  /** @example 7 */
  id: number;
  /** @example mara.potter */
  username: string;
  /** @example mara@example.com */
  email: string;
  @EnumField(USER_TYPES, 'UserType')
  userType: UserType;
  isStaff: boolean;
  @EnumField(ACCOUNT_STATUSES, 'AccountStatus')
  status: AccountStatus;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class AdminStoreDto {
  /** @example 3 */
  id: number;
  /** @example Ember and Ash */
  name: string;
  /** @example ember-and-ash */
  slug: string;
  vendor: VendorRef;
  @EnumField(LISTING_STATUSES, 'ListingStatus')
  status: ListingStatus;
  /** Listed products. @example 12 */
  productCount: number;
  /** What the marketplace keeps of its sales, in percent; `null`: the marketplace's rate. @example 8.50 */
  commissionRate: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class AdminProductDto {
  /** @example 12 */
  id: number;
  /** @example Ember stoneware mug */
  name: string;
  /** @example ember-stoneware-mug */
  slug: string;
  store: StoreRef;
  /** The lowest price of its variants. @example 19.99 */
  price: string;
  /** ISO 4217. @example USD */
  currency: string;
  @EnumField(LISTING_STATUSES, 'ListingStatus')
  status: ListingStatus;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class AdminOrderDto {
  /** @example 41 */
  id: number;
  /** @example 2026-K7QM4T */
  number: string;
  /** `null` for guests. */
  customer: CustomerRef | null;
  /** @example jo@example.com */
  email: string;
  @EnumField(ORDER_STATUSES, 'OrderStatus')
  status: OrderStatus;
  @EnumField(PAYMENT_STATUSES, 'PaymentStatus')
  paymentStatus: PaymentStatus;
  /** @example 44.88 */
  totalAmount: string;
  /** ISO 4217. @example USD */
  currency: string;
  /** @example 2026-11-02T09:30:00.000Z */
  dateOrdered: string;
}

export class AdminReviewDto {
  /** @example 31 */
  id: number;
  /** @example 12 */
  productId: number;
  /** @example Ember stoneware mug */
  productName: string;
  user: CustomerRef;
  /** 1 to 5. @example 5 */
  rating: number;
  comment: string;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class AuditActor {
  /** @example 1 */
  id: number;
  /** As it was then. @example ada */
  username: string;
}

export class AuditEntryDto {
  /** @example 5 */
  id: number;
  actor: AuditActor;
  @EnumField(AUDIT_ACTIONS, 'AuditAction')
  action: AuditAction;
  @EnumField(AUDIT_SUBJECTS, 'AuditSubject')
  subjectType: AuditSubject;
  /** @example 3 */
  subjectId: number;
  reason: string;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class AdminUserPage extends Page {
  items: AdminUserDto[];
}

export class AdminStorePage extends Page {
  items: AdminStoreDto[];
}

export class AdminProductPage extends Page {
  items: AdminProductDto[];
}

export class AdminOrderPage extends Page {
  items: AdminOrderDto[];
}

export class AdminReviewPage extends Page {
  items: AdminReviewDto[];
}

export class AuditPage extends Page {
  items: AuditEntryDto[];
}
