import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { CategoryRef } from './categories.dto';
import { Page } from './common.dto';
import { PRODUCT_STATUSES, type ProductStatus } from './enums';
import { LIMITS } from './limits';
import { ImageDto } from './product-media.dto';
import { StoreRef } from './stores.dto';
import { EnumField, Optional, Count, Id, Line, ListOf, Money, OptionSet, Text } from './validators';

export class VariantInput {
  /** Of an existing variant, on PUT and PATCH; left out for a new one. @example 41 */
  @Optional()
  @Id()
  id?: number;

  /** The vendor's own number. @example MUG-EMB-M */
  @IsOptional()
  @Line(LIMITS.sku)
  sku?: string | null;

  @OptionSet()
  options: Record<string, string>;

  @Money()
  price: string | number;

  /** Price before a reduction; must be above `price` to be shown. */
  @IsOptional()
  @Money({ nullable: true })
  compareAtPrice?: string | number | null;

  /** Units on hand, 0 to 1,000,000. @example 12 */
  @Count(0, LIMITS.stock.max)
  stockQuantity: number;
}

/**
 * The editable fields of a product. With `variants`, `price` and `stockQuantity` come from them; without, the
 * product has a single variant made of `price` and `stockQuantity`. Stock that is sent is what is on hand from now
 * on; when it is left out of a PATCH, sales go on counting it down.
 */
export class ProductFields {
  /** @example Ember stoneware mug */
  @Line(LIMITS.productName)
  name: string;

  /** Plain text. @example Holds 300 ml. Thrown by hand, glazed twice, safe in the dishwasher. */
  @Text(LIMITS.productDescription)
  description: string;

  /** Needed when there are no `variants`. */
  @Optional()
  @Money()
  price?: string | number;

  /** Price before a reduction, of the single variant. */
  @IsOptional()
  @Money({ nullable: true })
  compareAtPrice?: string | number | null;

  /** Needed when there are no `variants`. Units, 0 to 1,000,000. @example 12 */
  @Optional()
  @Count(0, LIMITS.stock.max)
  stockQuantity?: number;

  /** Delivered as a file: no shipping. Default false. @example false */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  digital?: boolean;

  /** Inactive products are hidden from everybody else. Default true. @example true */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  isActive?: boolean;

  /** Announce it on X when everybody can see it first. A new product does as its store; left out, it stays as it is. @example true */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  announce?: boolean;

  /** @example 2 */
  @IsOptional()
  @Id()
  categoryId?: number | null;

  /** One to 250 variants, each with its own options. */
  @Optional()
  @ListOf(LIMITS.variants.max)
  @IsObject({ each: true, message: 'must have only objects with the documented fields' })
  @ValidateNested({ each: true })
  @Type(() => VariantInput)
  variants?: VariantInput[];
}

export class ProductInput extends ProductFields {
  /** A store of yours. @example 3 */
  @Id()
  storeId: number;
}

export class ProductReplacement extends ProductFields {
  /** Products stay in their store: when given, it must be that one. @example 3 */
  @Optional()
  @Id()
  storeId?: number;
}

export class ProductPatch extends PartialType(ProductReplacement, { skipNullProperties: false }) {}

export class VariantDto {
  /** @example 41 */
  id: number;
  sku: string | null;
  /** @example {"Size":"M"} */
  options: Record<string, string>;
  /** @example 19.99 */
  price: string;
  compareAtPrice: string | null;
  /** @example 12 */
  stockQuantity: number;
}

export class ProductDto {
  /** @example 12 */
  id: number;
  store: StoreRef;
  category: CategoryRef | null;
  /** @example Ember stoneware mug */
  name: string;
  /** @example ember-stoneware-mug */
  slug: string;
  /** Plain text. */
  description: string;
  /** The lowest price of its variants. @example 19.99 */
  price: string;
  /** Of the variant with the lowest price. */
  compareAtPrice: string | null;
  /** ISO 4217. @example USD */
  currency: string;
  /** Sum over its variants. @example 40 */
  stockQuantity: number;
  images: ImageDto[];
  digital: boolean;
  isActive: boolean;
  /** It is announced on X when everybody can see it first. */
  announce: boolean;
  /** `active` whenever `isActive`. */
  @EnumField(PRODUCT_STATUSES, 'ProductStatus')
  status: ProductStatus;
  /** At least one. */
  variants: VariantDto[];
  /** One decimal. @example 4.6 */
  averageRating: number | null;
  /** @example 9 */
  reviewCount: number;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** @example 2026-11-02T09:30:00.000Z */
  updatedAt: string;
}

export class CategoryFacet extends CategoryRef {
  count: number;
}

export class PriceFacet {
  /** Inclusive. @example 25.00 */
  min: string;
  /** Exclusive; `null` for no upper end. @example 50.00 */
  max: string | null;
  count: number;
}

export class RatingFacet {
  /** This average or better. @example 4 */
  minRating: number;
  count: number;
}

export class FlagFacet {
  value: boolean;
  count: number;
}

export class StoreFacet extends StoreRef {
  count: number;
}

export class OptionValueFacet {
  /** @example M */
  value: string;
  count: number;
}

export class OptionFacet {
  /** @example Size */
  name: string;
  /** Those of most products first, at most 20; chosen ones are always among them. */
  values: OptionValueFacet[];
}

/** Each counts what all filters but its own leave, so that the other choices show what they would give. */
export class ProductFacets {
  categories: CategoryFacet[];
  prices: PriceFacet[];
  ratings: RatingFacet[];
  inStock: FlagFacet[];
  digital: FlagFacet[];
  /** Those of most products first, at most 20; chosen ones are always among them. */
  stores: StoreFacet[];
  /** At most 8 names. Empty for lists of more than 10,000 products: narrow them otherwise first. */
  options: OptionFacet[];
}

export class ProductPage extends Page {
  items: ProductDto[];
  /** The words that were searched instead, because those asked for are in no product. @example stoneware mug */
  correctedSearch: string | null;
  /** `null` unless asked for with `facets=true`. */
  facets: ProductFacets | null;
}
