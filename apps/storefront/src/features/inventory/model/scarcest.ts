import type { VariantDto } from '@souk/contracts/products.dto';

/** The one that runs out first, or has: a product is low when this is. */
export const scarcestOf = (variants: readonly VariantDto[]): VariantDto | undefined =>
  variants.toSorted((a, b) => a.stockQuantity - b.stockQuantity)[0];
