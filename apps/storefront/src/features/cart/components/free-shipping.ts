import { formatMinor, toMinor } from '@souk/contracts';
import type { CartItemDto, CartStore } from '@souk/contracts/cart.dto';

/** How much more of a store's physical goods ships free, as a decimal string; null where that is no question. */
export function missingForFreeShipping(
  { freeShippingOver, shipping }: CartStore,
  items: readonly CartItemDto[],
): string | null {
  if (freeShippingOver === null || toMinor(shipping) === 0) return null;
  const physical = items
    .filter(({ product }) => !product.digital)
    .reduce((sum, { lineTotal, discount }) => sum + toMinor(lineTotal) - toMinor(discount), 0);
  const missing = toMinor(freeShippingOver) - physical;
  return missing > 0 ? formatMinor(missing) : null;
}
