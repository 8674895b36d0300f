import { slugOf } from '../../platform/http/slug';
import type { Product, ProductImage, ProductVariant } from './product.entity';

type VariantBefore = Pick<
  ProductVariant,
  'id' | 'sku' | 'options' | 'price' | 'compareAtPrice' | 'stockQuantity' | 'position'
> & {
  /** ISO 8601. */
  deletedAt: string | null;
};

/** A product as an import found it, in plain JSON. */
export interface ProductBefore extends Pick<
  Product,
  'handle' | 'name' | 'description' | 'categoryId' | 'isActive' | 'digital'
> {
  /** ISO 8601. */
  updatedAt: string;
  imageIds: number[];
  /** By the ids of pictures; imports from before descriptions were imported again have none. */
  imageAlts?: Record<string, string>;
  variants: (VariantBefore & {
    /** What the import added to the stock; negative for what it took. */
    stockAdded: number;
  })[];
}

/** Call it before anything changes, and what it gives once all has changed: the variants are the same objects. */
export function watch(product: Product, variants: ProductVariant[], images: ProductImage[]) {
  const { handle, name, description, categoryId, isActive, digital, updatedAt } = product;
  const found = variants.map(
    ({ id, sku, options, price, compareAtPrice, stockQuantity, position, deletedAt }) => ({
      ...{ id, sku, options, price, compareAtPrice, stockQuantity, position },
      deletedAt: deletedAt?.toISOString() ?? null,
    }),
  );
  const alts = Object.fromEntries(images.map(({ id, alt }) => [id, alt]));
  return (): ProductBefore => ({
    ...{ handle, name, description, categoryId, isActive, digital },
    updatedAt: updatedAt.toISOString(),
    imageIds: images.map(({ id }) => id),
    imageAlts: alts,
    variants: found.flatMap((variant, index) => {
      const now = variants[index];
      if (!now || (variant.deletedAt && now.deletedAt)) return [];
      return { ...variant, stockAdded: now.stockQuantity - variant.stockQuantity };
    }),
  });
}

/**
 * Gives a product and its variants back what they were, in place. What was sold or returned since stays so: of the
 * stock, only what the import added goes. A variant that the import made is no longer sold.
 */
export function restore(product: Product, variants: ProductVariant[], before: ProductBefore): void {
  const { handle, name, description, categoryId, isActive, digital, updatedAt } = before;
  Object.assign(product, { handle, name, description, categoryId, isActive, digital });
  product.slug = slugOf(name);
  // not the time of the undoing: an import before this one then finds its own work and can be undone too
  product.updatedAt = new Date(updatedAt);
  const known = new Map(before.variants.map((variant) => [variant.id, variant]));
  for (const variant of variants) {
    const was = known.get(variant.id);
    if (!was) {
      variant.deletedAt ??= new Date();
      continue;
    }
    const { sku, options, price, compareAtPrice, position, stockAdded } = was;
    Object.assign(variant, { sku, options, price, compareAtPrice, position });
    variant.stockQuantity = Math.max(0, variant.stockQuantity - stockAdded);
    variant.deletedAt = was.deletedAt === null ? null : new Date(was.deletedAt);
  }
  product.follow(variants.filter(({ deletedAt }) => !deletedAt));
}
