import type { ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto, ProductFields, ProductPatch, VariantInput } from '@souk/contracts/products.dto';
import { orNull } from '~/lib/rules';
import type { OptionDraft, VariantRow } from './variant-grid';

/** A picture in the editor: saved, or a file that goes out with the form. */
export interface GalleryItem {
  key: string;
  saved: ImageDto | null;
  file: File | null;
  alt: string;
}

export interface ProductValues {
  storeId: string;
  name: string;
  description: string;
  /** '' for none. */
  categoryId: string;
  isActive: boolean;
  /** When it is listed first. */
  announce: boolean;
  digital: boolean;
  options: OptionDraft[];
  /** Without options one row, which is the product itself. */
  variants: VariantRow[];
  gallery: GalleryItem[];
  /** What a digital product delivers, when another shall be uploaded. */
  file: File | null;
}

const NEW_VARIANT: VariantRow = {
  id: null,
  values: [],
  sku: '',
  price: '',
  compareAtPrice: '',
  stockQuantity: '',
};

export const newValues = (storeId: number, announce = true): ProductValues => ({
  storeId: String(storeId),
  name: '',
  description: '',
  categoryId: '',
  isActive: true,
  announce,
  digital: false,
  options: [],
  variants: [NEW_VARIANT],
  gallery: [],
  file: null,
});

export function toValues(product: ProductDto): ProductValues {
  const options = optionsOf(product);
  return {
    storeId: String(product.store.id),
    name: product.name,
    description: product.description,
    categoryId: product.category ? String(product.category.id) : '',
    isActive: product.isActive,
    announce: product.announce,
    digital: product.digital,
    options,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      values: options.map(({ name }) => variant.options[name] ?? ''),
      sku: variant.sku ?? '',
      price: variant.price,
      compareAtPrice: variant.compareAtPrice ?? '',
      stockQuantity: String(variant.stockQuantity),
    })),
    gallery: product.images.map(toGalleryItem),
    file: null,
  };
}

export const toGalleryItem = (image: ImageDto): GalleryItem => ({
  key: `saved-${image.id}`,
  saved: image,
  file: null,
  alt: image.alt,
});

/** The options in the order in which the variants name them. */
function optionsOf({ variants }: ProductDto): OptionDraft[] {
  const values = new Map<string, Set<string>>();
  for (const variant of variants) {
    for (const [name, value] of Object.entries(variant.options))
      values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  return [...values].map(([name, set]) => ({ name, values: [...set] }));
}

type Basics = Required<
  Pick<ProductFields, 'name' | 'description' | 'digital' | 'isActive' | 'announce' | 'categoryId'>
>;

export const toBasics = (values: ProductValues): Basics => ({
  name: values.name,
  description: values.description,
  digital: values.digital,
  isActive: values.isActive,
  announce: values.announce,
  categoryId: values.categoryId ? Number(values.categoryId) : null,
});

export const toVariants = ({ options, variants }: ProductValues): VariantInput[] =>
  variants.map((row) => ({
    ...(row.id !== null && { id: row.id }),
    sku: orNull(row.sku),
    options: Object.fromEntries(options.map(({ name }, index) => [name.trim(), row.values[index] ?? ''])),
    price: row.price.trim(),
    compareAtPrice: orNull(row.compareAtPrice),
    stockQuantity: Number(row.stockQuantity),
  }));

/**
 * What has to be sent of prices and stock. Nothing, or no stock, where that was not touched: what is sold while the
 * form stands open must go on counting down.
 */
export function toOffer(values: ProductValues, before: ProductDto): ProductPatch {
  const known = toValues(before);
  const offer = (of: ProductValues) => JSON.stringify([of.options, of.variants]);
  if (offer(values) === offer(known)) return {};
  const [row, ...others] = values.variants;
  const [old, ...more] = known.variants;
  const isSingle = row && old && others.length + more.length + values.options.length === 0;
  if (!isSingle || row.sku !== old.sku || row.stockQuantity !== old.stockQuantity)
    return { variants: toVariants(values) };
  return { price: row.price.trim(), compareAtPrice: orNull(row.compareAtPrice) };
}
