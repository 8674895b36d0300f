import type { CouponProblem } from '@souk/contracts';
import { allocate } from '../../platform/money/shares';
import type { Coupon } from '../coupons/coupon.entity';
import type { Sellable } from '../products/products.queries';
import type { Store } from '../stores/store.entity';
import type { CartItem } from './cart.entity';
import { taxOn, type Tax } from './tax';

/** Money in minor units throughout. */
export interface PricedLine {
  item: CartItem;
  sellable: Sellable;
  /** Units that can be bought now; 0 when it is gone or sold out. */
  available: number;
  /** 0 when it is no longer sold. What is only short still counts: the buyer may lower it or wait. */
  total: number;
  /** Its share of the store's discount. */
  discount: number;
  /** On what is left of it, or contained in that. */
  tax: number;
}

/** What a code does for the goods of its store. */
export interface CouponOutcome {
  code: string;
  /** Null when it is gone. */
  coupon: Coupon | null;
  /** Null when it applies. */
  problem: CouponProblem | null;
  discount: number;
}

export interface PricedStore {
  store: Store;
  /** Null when no code was entered for it. */
  coupon: CouponOutcome | null;
  lines: PricedLine[];
  subtotal: number;
  discount: number;
  shipping: number;
  /** On the shipping, or contained in it; part of `tax` or `taxIncluded`. */
  shippingTax: number;
  /** Added on top. */
  tax: number;
  /** Contained in the prices. */
  taxIncluded: number;
  total: number;
}

export interface PricedCart {
  lines: PricedLine[];
  /** In the order in which they came into the cart. */
  stores: PricedStore[];
  subtotal: number;
  discountTotal: number;
  shippingTotal: number;
  taxTotal: number;
  taxIncludedTotal: number;
  total: number;
  shippingRequired: boolean;
  terms: Terms;
}

/** What a cart is priced by, beside its goods. */
export interface Terms {
  tax: Tax;
  /** Where the buyer is was not known, so the tax is an estimate. */
  isEstimate: boolean;
  /** What is shown as long as it is not known. */
  estimatedTax: Tax;
  /** What comes off the goods of a store, of which it is told the subtotal; never more than that. */
  couponOf: (storeId: number, subtotal: number) => CouponOutcome | null;
}

export const unitsOf = ({ variant, isAvailable }: Sellable): number =>
  isAvailable ? variant.stockQuantity : 0;

/** What the lines cost now: goods, less discount, plus shipping, plus tax. Each share is allocated here, once. */
export function priceCart(
  items: CartItem[],
  sellables: ReadonlyMap<number, Sellable>,
  terms: Terms,
): PricedCart {
  const unpriced = items.flatMap((item) => {
    const sellable = sellables.get(item.variantId);
    return sellable ? [priceLine(item, sellable)] : [];
  });
  const stores = [...new Map(unpriced.map(({ sellable: { store } }) => [store.id, store])).values()].map(
    (store) =>
      priceStore(
        store,
        unpriced.filter((line) => line.sellable.store.id === store.id),
        terms,
      ),
  );
  const priced = new Map(stores.flatMap(({ lines }) => lines.map((line) => [line.item, line])));
  return {
    lines: items.flatMap((item) => priced.get(item) ?? []),
    stores,
    subtotal: sum(stores, (store) => store.subtotal),
    discountTotal: sum(stores, (store) => store.discount),
    shippingTotal: sum(stores, (store) => store.shipping),
    taxTotal: sum(stores, (store) => store.tax),
    taxIncludedTotal: sum(stores, (store) => store.taxIncluded),
    total: sum(stores, (store) => store.total),
    shippingRequired: unpriced.some(isShipped),
    terms,
  };
}

function priceLine(item: CartItem, sellable: Sellable): PricedLine {
  return {
    item,
    sellable,
    available: unitsOf(sellable),
    total: sellable.isAvailable ? sellable.variant.price * item.quantity : 0,
    discount: 0,
    tax: 0,
  };
}

function priceStore(store: Store, unpriced: PricedLine[], { tax, couponOf }: Terms): PricedStore {
  const subtotal = sum(unpriced, (line) => line.total);
  const coupon = couponOf(store.id, subtotal);
  const discount = coupon?.discount ?? 0;
  const discounts = allocate(
    discount,
    unpriced.map((line) => line.total),
  );
  const discounted = unpriced.map((line, index) => ({ ...line, discount: discounts[index] ?? 0 }));
  const shipping = shippingOf(store, discounted);
  // of the whole share, so that it is right to the cent there, and then of its lines
  const taxed = [...discounted.map((line) => line.total - line.discount), shipping];
  const allTax = taxOn(subtotal - discount + shipping, tax);
  const taxes = allocate(allTax, taxed);
  const added = tax.mode === 'exclusive' ? allTax : 0;
  return {
    store,
    coupon,
    lines: discounted.map((line, index) => ({ ...line, tax: taxes[index] ?? 0 })),
    subtotal,
    discount,
    shipping,
    shippingTax: taxes.at(-1) ?? 0,
    tax: added,
    taxIncluded: allTax - added,
    total: subtotal - discount + shipping + added,
  };
}

/** By what is paid for the goods that are shipped, after the discount. */
function shippingOf(store: Store, lines: PricedLine[]): number {
  const shipped = lines.filter((line) => isShipped(line) && line.sellable.isAvailable);
  return shipped.length > 0 ? store.shippingFor(sum(shipped, (line) => line.total - line.discount)) : 0;
}

const isShipped = ({ sellable }: PricedLine) => !sellable.product.digital;

const sum = <T>(rows: T[], amount: (row: T) => number) => rows.reduce((total, row) => total + amount(row), 0);
