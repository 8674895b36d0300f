import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { EmailField } from './auth.dto';
import { Page, PageQuery } from './common.dto';
import {
  ORDER_STATUSES,
  PART_STATUSES,
  PAYMENT_STATUSES,
  type OrderStatus,
  type PartStatus,
  type PaymentStatus,
} from './enums';
import { LIMITS } from './limits';
import { PaymentActionDto } from './payments.dto';
import { RefundDto } from './refunds.dto';
import { QueryDay } from './query-validators';
import { ReturnDto } from './returns.dto';
import { Optional, CountryCode, EnumField, Id, Line, Money, OBJECT, OneOf } from './validators';

export class ShippingAddressInput {
  /** Recipient. @example Jo Rivers */
  @Line({ min: 1, max: LIMITS.recipient.max })
  name: string;

  /** Street and number. @example 12 Harbour Street */
  @Line({ min: 1, max: LIMITS.address.max })
  address: string;

  /** @example Portland */
  @Line({ min: 1, max: LIMITS.city.max })
  city: string;

  /** Or province; where there is one. @example OR */
  @IsOptional()
  @Line({ max: LIMITS.state.max })
  state?: string | null;

  /** @example 97201 */
  @Line({ min: 1, max: LIMITS.zipcode.max })
  zipcode: string;

  /** ISO 3166-1 code or English name. Any other text is taken where no tax is charged. @example US */
  @Line({ min: 2, max: 60 })
  country: string;
}

export class PaymentInput {
  /** The marketplace's payment provider. @example test */
  @Line({ min: 1, max: 30 })
  method: string;

  /** What the provider's form gave; needed unless the order costs nothing. @example tok_ok */
  @IsOptional()
  @Line({ max: 255 })
  token?: string | null;
}

export class OrderInput {
  /** Needed from guests; users' own address is taken otherwise. @example jo@example.com */
  @IsOptional()
  @EmailField()
  email?: string | null;

  /** Needed when the cart has physical goods. */
  @IsOptional()
  @IsObject(OBJECT)
  @ValidateNested()
  @Type(() => ShippingAddressInput)
  shippingAddress?: ShippingAddressInput | null;

  @IsDefined({ message: 'is needed, such as {"method": "test", "token": "tok_ok"}' })
  @IsObject(OBJECT)
  @ValidateNested()
  @Type(() => PaymentInput)
  payment: PaymentInput;

  /** Where the buyer lives, which decides the tax of an order without a shipping address. */
  @IsOptional()
  @CountryCode()
  country?: string | null;

  /** The total that the buyer saw; another one answers `CART_CHANGED`. */
  @IsOptional()
  @Money({ nullable: true, maxMinor: LIMITS.totalMinor })
  expectedTotal?: string | number | null;
}

export class PartUpdate {
  /** The next state: `shipped`, then `delivered`. @example shipped */
  @OneOf(PART_STATUSES, 'PartStatus')
  status: PartStatus;

  /** @example DHL */
  @IsOptional()
  @Line(LIMITS.carrier)
  carrier?: string | null;

  /** @example 00340434161094042557 */
  @IsOptional()
  @Line(LIMITS.trackingNumber)
  trackingNumber?: string | null;

  /** Which part, for a vendor with several stores in one order; all own parts without. @example 8 */
  @IsOptional()
  @Id()
  partId?: number | null;
}

export class CancelRequest {
  /** Which part; every part that is yours without. @example 8 */
  @IsOptional()
  @Id()
  partId?: number | null;
}

export class OrderQuery extends PageQuery {
  @Optional()
  @OneOf(ORDER_STATUSES, 'OrderStatus')
  status?: OrderStatus;

  /** Words that must all be found: in the number, the products' names or the stores'. */
  @Optional()
  @Line({ max: LIMITS.search.max })
  search?: string;

  /** First UTC day of the period. @example 2026-11-01 */
  @Optional()
  @QueryDay()
  from?: string;

  /** Last UTC day of the period. @example 2026-11-30 */
  @Optional()
  @QueryDay()
  to?: string;
}

/** Secret of a guest's order page. */
export class OrderAccessQuery {
  /** From the link that a guest received. */
  @Optional()
  @Line({ max: 100 })
  token?: string;
}

export class OrderClaim {
  /** Secret of the order's link. */
  @Line({ min: 1, max: 100 })
  token: string;
}

export class CustomerRef {
  /** @example 9 */
  id: number;
  /** @example jo */
  username: string;
}

export class OrderStoreRef {
  /** @example 3 */
  id: number;
  /** @example Ember and Ash */
  name: string;
}

export class OrderItemDto {
  /** @example 21 */
  id: number;
  /** `null` when the product is gone. */
  productId: number | null;
  variantId: number | null;
  storeId: number;
  /** As it was at sale. @example Ember stoneware mug */
  name: string;
  /** @example {"Size":"M"} */
  options: Record<string, string>;
  imageUrl: string | null;
  digital: boolean;
  /** @example 2 */
  quantity: number;
  /** One unit, at sale. @example 19.99 */
  price: string;
  /** Price × quantity. @example 39.98 */
  lineTotal: string;
  /** What a coupon took off the line. @example 4.00 */
  discount: string;
  /** Of the line after its discount: added to the part, or contained in the price. @example 0.00 */
  tax: string;
  /** For the line: `lineTotal` − `discount`, and the tax that was added. @example 35.98 */
  paid: string;
  /** Units that went back. @example 0 */
  refundedQuantity: number;
  /** What went back for them. @example 0.00 */
  refundedAmount: string;
  /** Units that have not gone back, and whose return is not asked for already; 0 for a digital item. @example 2 */
  returnableQuantity: number;
  /** @example 2026-11-02T09:30:00.000Z */
  dateAdded: string;
}

export class PartPermissions {
  /** The caller may cancel this part now. */
  cancel: boolean;
  /** States that the caller may move this part to. */
  @EnumField(PART_STATUSES, 'PartStatus')
  next: PartStatus[];
  /** The caller may give money back for this part now. */
  refund: boolean;
  /** The caller may ask to return goods of this part now. */
  return: boolean;
}

export class OrderPartDto {
  /** @example 8 */
  id: number;
  store: OrderStoreRef;
  @EnumField(PART_STATUSES, 'PartStatus')
  status: PartStatus;
  carrier: string | null;
  trackingNumber: string | null;
  /** @example 39.98 */
  subtotal: string;
  /** The code that gave the discount. @example SUMMER10 */
  couponCode: string | null;
  /** Sum of its items' discounts. @example 4.00 */
  discount: string;
  /** @example 4.90 */
  shipping: string;
  /** Added on top, for goods and shipping. @example 0.00 */
  tax: string;
  /** Contained in the prices, for goods and shipping. @example 0.00 */
  taxIncluded: string;
  /** `subtotal` − `discount` + `shipping` + `tax`. @example 40.88 */
  total: string;
  /** What went back of the total. @example 0.00 */
  refundedAmount: string;
  /** What has not. @example 40.88 */
  refundable: string;
  /** What has not gone back of the shipping and its tax. @example 4.90 */
  refundableShipping: string;
  /** Oldest first. */
  refunds: RefundDto[];
  /** Oldest first. */
  returns: ReturnDto[];
  shippedAt: string | null;
  deliveredAt: string | null;
  /** Goods may be returned until then; `null` before they are delivered, and where nothing is taken back. */
  returnableUntil: string | null;
  cancelledAt: string | null;
  /** What the caller may do with this part. */
  permissions: PartPermissions;
}

export class ShippingAddressDto {
  name: string;
  address: string;
  city: string;
  state: string | null;
  zipcode: string;
  country: string;
}

/** For a vendor: only the own parts, their items and their share of the sums. */
export class OrderDto {
  /** @example 4 */
  id: number;
  /** @example SK-7Q2M4X */
  number: string;
  /** `null` for guests. */
  customer: CustomerRef | null;
  /** @example jo@example.com */
  email: string;
  /** @example 2026-11-02T09:30:00.000Z */
  dateOrdered: string;
  /** Payment is confirmed. */
  complete: boolean;
  /** The gateway's reference. */
  transactionId: string | null;
  @EnumField(PAYMENT_STATUSES, 'PaymentStatus')
  paymentStatus: PaymentStatus;
  /** What its customer has to do before the payment can go through; `null`: nothing. For nobody else, and not in lists. */
  paymentAction: PaymentActionDto | null;
  @EnumField(ORDER_STATUSES, 'OrderStatus')
  status: OrderStatus;
  /** ISO 4217. @example USD */
  currency: string;
  /** @example 39.98 */
  subtotal: string;
  /** What coupons took off. @example 0.00 */
  discountTotal: string;
  /** @example 4.90 */
  shippingTotal: string;
  /** Added on top of the prices. @example 0.00 */
  taxTotal: string;
  /** Contained in the prices, so no part of the sum. @example 0.00 */
  taxIncludedTotal: string;
  /** ISO 3166-1 code of the country whose tax it is; `null` where it was not known. @example DE */
  taxCountry: string | null;
  /** @example 44.88 */
  totalAmount: string;
  /** @example 0.00 */
  refundedAmount: string;
  shippingRequired: boolean;
  shippingAddress: ShippingAddressDto | null;
  items: OrderItemDto[];
  parts: OrderPartDto[];
  /** Secret for `?token=` of a guest's order; only in the answer to its placing. */
  accessToken: string | null;
}

export class OrderPage extends Page {
  items: OrderDto[];
}
