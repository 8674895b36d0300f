import { Page } from './common.dto';
import { WISH_NOTICES, type WishNoticeCode } from './enums';
import { ProductDto } from './products.dto';
import { EnumField, Id } from './validators';

export class WishInput {
  /** @example 12 */
  @Id()
  productId: number;
}

export class WishNotice {
  @EnumField(WISH_NOTICES, 'WishNoticeCode')
  code: WishNoticeCode;
  /** @example Price went from $30.10 to $28.00. */
  message: string;
  /** Facts of the code: `{oldPrice, newPrice}`; `{}` without. */
  details: Record<string, unknown>;
}

export class WishDto {
  /** @example 12 */
  productId: number;
  /** @example Ember stoneware mug */
  name: string;
  /** As in lists; `null` when it is no longer sold. */
  product: ProductDto | null;
  /** Lowest price when it was added. @example 30.10 */
  priceSeen: string;
  /** @example 2026-11-02T09:30:00.000Z */
  dateAdded: string;
  notices: WishNotice[];
}

export class WishPage extends Page {
  items: WishDto[];
}

export class WishedProducts {
  /** Newest wish first. @example [12, 7] */
  productIds: number[];
}
