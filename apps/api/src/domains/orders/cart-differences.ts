import { formatMinor } from '@souk/contracts';
import type { PricedCart } from '../cart/cart-pricing';

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
  | { kind: 'shipping'; newShipping: string };

export const hasGone = ({ lines }: PricedCart) => lines.some(({ sellable }) => !sellable.isAvailable);

/** @param expectedTotal minor units, as the buyer saw it; null when the buyer did not say */
export function differencesIn(cart: PricedCart, expectedTotal: number | null): CartDifference[] {
  const differences: CartDifference[] = [];
  let seen = 0;
  for (const { item, sellable, available } of cart.lines) {
    const { variant, product, isAvailable } = sellable;
    const line = { itemId: item.id, productId: product.id, variantId: variant.id, name: product.name };
    seen += item.priceSeen * item.quantity;
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
  // nobody keeps what shipping was when the buyer looked: it is what the prices seen leave unexplained
  const isExplained = expectedTotal === null || expectedTotal === seen + cart.shippingTotal + cart.taxTotal;
  if (!isExplained) differences.push({ kind: 'shipping', newShipping: formatMinor(cart.shippingTotal) });
  return differences;
}
