import { LIMITS, formatMinor, toMinor } from '@souk/contracts';
import type { BulkChange, PriceChange, StockMove } from '@souk/contracts/bulk.dto';
import { ValidationFailed } from '../../platform/http/errors';
import type { ProductVariant } from './product.entity';
import type { VariantDraft } from './variant-drafts';

/** The set of variants after a bulk edit; undefined when it leaves them as they are. @throws ValidationFailed */
export function bulkDrafts(
  { price, stock }: BulkChange,
  current: ProductVariant[],
): VariantDraft[] | undefined {
  if (!price && !stock) return undefined;
  if (stock && current.length > 1)
    throw new ValidationFailed({
      stock: ['belongs to each variant, of which there are several: change the variants of this product'],
    });
  return current.map((variant) => ({
    ...variant,
    price: price ? priceAfter(price, variant.price) : variant.price,
    stockQuantity: stock ? stockAfter(stock, variant.stockQuantity) : variant.stockQuantity,
  }));
}

/** Minor units. */
function priceAfter({ set, add, percent }: PriceChange, price: number): number {
  if (set !== undefined) return toMinor(set);
  const after =
    add !== undefined ? price + signedMinor(add) : price + roundHalf(price * signedMinor(percent ?? '0'));
  if (after < 0 || after > LIMITS.priceMinor)
    throw new ValidationFailed({
      price: [`would be ${formatMinor(after)}; must be 0.00 to ${formatMinor(LIMITS.priceMinor)}`],
    });
  return after;
}

function stockAfter({ set, add = 0 }: StockMove, stock: number): number {
  const after = set ?? stock + add;
  if (after < 0 || after > LIMITS.stock.max)
    throw new ValidationFailed({ stock: [`would be ${after}; must be 0 to ${LIMITS.stock.max}`] });
  return after;
}

const signedMinor = (value: string | number): number => {
  const text = String(value);
  return text.startsWith('-') ? -toMinor(text.slice(1)) : toMinor(text);
};

/** Of hundredths of percents; whole numbers, so nothing is lost before the rounding. */
const roundHalf = (product: number): number => Math.round(product / 10_000);
