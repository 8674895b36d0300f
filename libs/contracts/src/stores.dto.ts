import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { EmailField } from './auth.dto';
import { Page, PageQuery } from './common.dto';
import { STORE_SORTS, type StoreSort } from './enums';
import { LIMITS } from './limits';
import { Count, Optional, Line, Money, OneOf, Text } from './validators';

/** Creates a store, or replaces its editable fields; optional ones that are left out return to their default. */
export class StoreInput {
  /** @example Ember and Ash */
  @Line(LIMITS.storeName)
  name: string;

  /** Plain text. @example Stoneware thrown and wood-fired in a former fire station. */
  @Text(LIMITS.storeDescription)
  description: string;

  /** @example Hafenstr. 4, 20459 Hamburg */
  @IsOptional()
  @Line(LIMITS.address)
  address?: string | null;

  /** @example +49 40 1234567 */
  @IsOptional()
  @Line(LIMITS.phone)
  phone?: string | null;

  /** @example hello@example.com */
  @IsOptional()
  @EmailField()
  email?: string | null;

  /** An inactive store and its products are hidden from everybody else. Default true. @example true */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  isActive?: boolean;

  /** Its opening and its new products are announced on X; a product may say otherwise. Default true. @example true */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  announce?: boolean;

  /** Flat fee per order for physical goods of this store. Default "0.00". */
  @Optional()
  @Money()
  shippingFee?: string | number;

  /** What physical goods must cost, after a discount, to be shipped free; `null` for never. */
  @IsOptional()
  @Money({ nullable: true })
  freeShippingOver?: string | number | null;

  /** Its vendor is told when so few units of a variant, or fewer, are left: 0 when it is sold out. Default 5. @example 5 */
  @Optional()
  @Count(0, LIMITS.lowStock.max)
  lowStockAt?: number;
}

export class StorePatch extends PartialType(StoreInput, { skipNullProperties: false }) {}

export class StoreQuery extends PageQuery {
  /** Words in name or description. */
  @Optional()
  @Line({ max: LIMITS.search.max })
  search?: string;

  /** Default `newest`. */
  @Optional()
  @OneOf(STORE_SORTS, 'StoreSort')
  sort?: StoreSort;
}

export class VendorRef {
  /** @example 7 */
  id: number;
  /** @example mara.potter */
  username: string;
}

export class StoreRef {
  /** @example 3 */
  id: number;
  /** @example Ember and Ash */
  name: string;
  /** @example ember-and-ash */
  slug: string;
}

export class StoreDto {
  /** @example 3 */
  id: number;
  vendor: VendorRef;
  /** @example Ember and Ash */
  name: string;
  /** @example ember-and-ash */
  slug: string;
  description: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  isActive: boolean;
  /** Its opening and its new products are announced on X. */
  announce: boolean;
  /** Address of the picture. */
  logo: string | null;
  /** Address of the wide picture. */
  banner: string | null;
  /** @example 4.90 */
  shippingFee: string;
  freeShippingOver: string | null;
  /** So few units, or fewer, are low to its vendor. @example 5 */
  lowStockAt: number;
  /** Active products. @example 12 */
  productCount: number;
  /** One decimal; over all reviews of its products. @example 4.6 */
  averageRating: number | null;
  /** @example 31 */
  reviewCount: number;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** @example 2026-11-02T09:30:00.000Z */
  updatedAt: string;
}

export class StorePage extends Page {
  items: StoreDto[];
}

/** What everybody may know of a vendor. */
export class VendorDto {
  /** @example 7 */
  id: number;
  /** @example mara.potter */
  username: string;
  firstName: string | null;
  /** Active stores. @example 2 */
  storeCount: number;
  /** Active products of active stores. @example 24 */
  productCount: number;
  /** One decimal. @example 4.6 */
  averageRating: number | null;
  /** @example 31 */
  reviewCount: number;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}
