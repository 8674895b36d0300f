import { formatMinor } from '@souk/contracts';
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
  | { kind: 'tax'; newTax: string };

export const hasGone = ({ lines }: PricedCart) => lines.some(({ sellable }) => !sellable.isAvailable);

/**
 * @param expectedTotal minor units, as the buyer saw it; null when the buyer did not say
 * @param estimate what the buyer may have seen the total by before the country was known
 */
export function differencesIn(
  cart: PricedCart,
  expectedTotal: number | null,
  estimate: Terms,
): CartDifference[] {
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
  return [...differences, ...differencesBesideGoods(cart, expectedTotal, estimate)];
}

/** Nobody keeps what shipping and tax were when the buyer looked: they are what the prices seen leave unexplained. */
function differencesBesideGoods(
  cart: PricedCart,
  expectedTotal: number | null,
  estimate: Terms,
): CartDifference[] {
  if (expectedTotal === null) return [];
  const shipping = { kind: 'shipping', newShipping: formatMinor(cart.shippingTotal) } as const;
  const seen = atPricesSeen(cart, cart.terms);
  if (seen.total === expectedTotal) return seen.shippingTotal === cart.shippingTotal ? [] : [shipping];
  if (cart.terms.tax.mode !== 'exclusive') return [shipping];
  const tax = { kind: 'tax', newTax: formatMinor(cart.taxTotal) } as const;
  return atPricesSeen(cart, estimate).total === expectedTotal ? [tax] : [shipping, tax];
}

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
