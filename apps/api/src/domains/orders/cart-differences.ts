import { formatMinor, type CouponProblem } from '@souk/contracts';
import { priceCart, type PricedCart, type Terms } from '../cart/cart-pricing';

interface LineDifference {
  itemId: number;
  productId: number;
  variantId: number;
  name: string;
}

/** What is not as the buyer saw it. Money as decimal strings. */
export type CartDifference =
  | ({ kind: 'price'; oldPrice: string; newPrice: string } & LineDifference)
  | ({ kind: 'stock'; requested: number; available: number } & LineDifference)
  | ({ kind: 'gone' } & LineDifference)
  | { kind: 'shipping'; newShipping: string }
  | { kind: 'tax'; newTax: string }
  | { kind: 'discount'; newDiscount: string; coupons: LostCoupon[] };

/** A code in the cart that takes nothing off. */
interface LostCoupon {
  storeId: number;
  code: string;
  problem: CouponProblem;
}

export const hasGone = ({ lines }: PricedCart) => lines.some(({ sellable }) => !sellable.isAvailable);

/** @param expectedTotal minor units, as the buyer saw it; null when the buyer did not say */
export function differencesIn(cart: PricedCart, expectedTotal: number | null): CartDifference[] {
  const differences: CartDifference[] = [];
  for (const { item, sellable, available } of cart.lines) {
    const { variant, product, isAvailable } = sellable;
    const line = { itemId: item.id, productId: product.id, variantId: variant.id, name: product.name };
    if (!isAvailable) {
      differences.push({ kind: 'gone', ...line });
      continue;
    }
    if (item.priceSeen !== variant.price) {
      const [oldPrice, newPrice] = [formatMinor(item.priceSeen), formatMinor(variant.price)];
      differences.push({ kind: 'price', ...line, oldPrice, newPrice });
    }
    if (available < item.quantity) {
      differences.push({ kind: 'stock', ...line, requested: item.quantity, available });
    }
  }
  return expectedTotal === null
    ? differences
    : [...differences, ...differencesBesideGoods(cart, expectedTotal)];
}

/**
 * Nobody keeps what shipping, tax and discount were when the buyer looked: they are what the prices seen leave
 * unexplained. Tax alone, or a coupon that does not apply any more, is recognised by the total that it had made.
 */
function differencesBesideGoods(cart: PricedCart, expectedTotal: number): CartDifference[] {
  const { terms } = cart;
  const shipping = { kind: 'shipping', newShipping: formatMinor(cart.shippingTotal) } as const;
  const seen = atPricesSeen(cart, terms);
  if (seen.total === expectedTotal) return seen.shippingTotal === cart.shippingTotal ? [] : [shipping];
  const tax = { kind: 'tax', newTax: formatMinor(cart.taxTotal) } as const;
  const discount = discountDifference(cart);
  const estimate = { ...terms, tax: terms.estimatedTax };
  const causes: [Terms, CartDifference[]][] = [
    [estimate, [tax]],
    [granting(terms), [discount]],
    [granting(estimate), [discount, tax]],
  ];
  const cause = causes.find(([seenBy]) => atPricesSeen(cart, seenBy).total === expectedTotal);
  if (cause) return cause[1];
  const hasTax = terms.tax.mode === 'exclusive';
  const hasCoupon = cart.stores.some(({ coupon }) => coupon !== null);
  return [shipping, ...(hasTax ? [tax] : []), ...(hasCoupon ? [discount] : [])];
}

function discountDifference({ discountTotal, stores }: PricedCart): CartDifference {
  const coupons = stores.flatMap(({ store, coupon }) =>
    coupon?.problem ? [{ storeId: store.id, code: coupon.code, problem: coupon.problem }] : [],
  );
  return { kind: 'discount', newDiscount: formatMinor(discountTotal), coupons };
}

/** As if every coupon applied. */
const granting = (terms: Terms): Terms => ({
  ...terms,
  couponOf: (storeId, subtotal) => {
    const outcome = terms.couponOf(storeId, subtotal);
    return outcome && { ...outcome, discount: outcome.coupon?.discountOn(subtotal) ?? 0 };
  },
});

function atPricesSeen({ lines }: PricedCart, terms: Terms): PricedCart {
  const sellables = lines.map(({ item, sellable }) => {
    const variant = { ...sellable.variant, price: item.priceSeen };
    return [item.variantId, { ...sellable, variant, isAvailable: true }] as const;
  });
  return priceCart(
    lines.map(({ item }) => item),
    new Map(sellables),
    terms,
  );
}
