import { IsOptional } from 'class-validator';
import { CART_NOTICES, TAX_MODES, type CartNoticeCode, type TaxMode } from './enums';
import { LIMITS } from './limits';
import { ImageDto } from './product-media.dto';
import { StoreRef } from './stores.dto';
import { QueryId } from './query-validators';
import { Optional, Count, CountryCode, CouponCode, EnumField, Id } from './validators';

export class CartQuery {
  /** Where the buyer lives or wants it sent; taxes are an estimate without. */
  @Optional()
  @CountryCode()
  country?: string;
}

export class CartItemInput {
  /** @example 12 */
  @Id()
  productId: number;

  /** Needed when the product has several variants. @example 41 */
  @IsOptional()
  @Id()
  variantId?: number | null;

  /** Added to what the cart has of this variant. Default 1. @example 1 */
  @Optional()
  @Count(1, LIMITS.cartQuantity.max)
  quantity?: number;
}

export class CartItemUpdate {
  /** 0 removes the line. @example 2 */
  @Count(0, LIMITS.cartQuantity.max)
  quantity: number;
}

export class CartCouponInput {
  /** As the buyer typed it; capitals make no difference. */
  @CouponCode()
  code: string;
}

export class CartCouponQuery {
  /** Only the coupon of this store. */
  @Optional()
  @QueryId()
  store?: number;
}

export class CartNotice {
  @EnumField(CART_NOTICES, 'CartNoticeCode')
  code: CartNoticeCode;
  /** @example Price went from $30.10 to $28.00. */
  message: string;
  /**
   * Facts of the code: `{oldPrice, newPrice}`, `{available}`, `{requested, available}`, `{startsAt}`, `{endsAt}`,
   * `{maxUsesPerBuyer}`, `{minimumSubtotal, missing}`; `{}` without.
   */
  details: Record<string, unknown>;
}

export class CartProduct {
  /** @example 12 */
  id: number;
  /** @example Ember stoneware mug */
  name: string;
  /** @example ember-stoneware-mug */
  slug: string;
  image: ImageDto | null;
  digital: boolean;
  store: StoreRef;
}

export class CartVariant {
  /** @example 41 */
  id: number;
  sku: string | null;
  /** @example {"Size":"M"} */
  options: Record<string, string>;
}

export class CartItemDto {
  /** @example 5 */
  id: number;
  product: CartProduct;
  variant: CartVariant;
  /** @example 2 */
  quantity: number;
  /** @example 19.99 */
  unitPrice: string;
  /** 0.00 when it is no longer sold. @example 39.98 */
  lineTotal: string;
  /** What a coupon takes off the line. @example 0.00 */
  discount: string;
  /** Of the line after its discount: added, or contained in the price. @example 0.00 */
  tax: string;
  /** Units that can be bought now; 0 when it is sold out or gone. @example 12 */
  available: number;
  notices: CartNotice[];
}

export class CartCouponDto {
  /** @example SUMMER10 */
  code: string;
  /** Whole percent, or `null` where an amount is taken off. @example 10 */
  percentOff: number | null;
  amountOff: string | null;
  /** Why it takes nothing off; `null` when it does. */
  notice: CartNotice | null;
}

export class CartStore {
  store: StoreRef;
  /** The code that was entered for this store. */
  coupon: CartCouponDto | null;
  /** @example 39.98 */
  subtotal: string;
  /** Sum of its lines' discounts. @example 0.00 */
  discount: string;
  /** @example 4.90 */
  shipping: string;
  /** Added on top, for goods and shipping. @example 0.00 */
  tax: string;
  /** Contained in the prices, for goods and shipping. @example 0.00 */
  taxIncluded: string;
  /** `subtotal` − `discount` + `shipping` + `tax`. @example 44.88 */
  total: string;
  /** What physical goods must cost, after the discount, from which this store ships free; `null` for never. */
  freeShippingOver: string | null;
}

export class CartDto {
  /** Secret of a guest's cart, when it is made or was sent as `X-Cart-Token`; else `null`. */
  token: string | null;
  items: CartItemDto[];
  stores: CartStore[];
  /** @example 39.98 */
  subtotal: string;
  /** What coupons take off. @example 0.00 */
  discountTotal: string;
  /** @example 4.90 */
  shippingTotal: string;
  /** Added on top of the prices. @example 0.00 */
  taxTotal: string;
  /** Contained in the prices, so no part of the sum. @example 0.00 */
  taxIncludedTotal: string;
  @EnumField(TAX_MODES, 'TaxMode')
  taxMode: TaxMode;
  /** The taxes are those of countries without a rate of their own, as `country` was not given. */
  taxEstimated: boolean;
  /** @example 44.88 */
  total: string;
  /** Units. @example 2 */
  itemCount: number;
  /** ISO 4217. @example USD */
  currency: string;
  /** At least one line is physical. */
  shippingRequired: boolean;
  /** About the cart as a whole, such as lines that vanished. */
  notices: CartNotice[];
}
