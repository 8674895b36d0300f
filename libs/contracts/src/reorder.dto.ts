import { CartDto } from './cart.dto';
import { REORDER_NOTICES, type ReorderNoticeCode } from './enums';
import { EnumField } from './validators';

export class ReorderNotice {
  @EnumField(REORDER_NOTICES, 'ReorderNoticeCode')
  code: ReorderNoticeCode;
  /** The order's item that it is about. @example 21 */
  itemId: number;
  /** @example Ember stoneware mug can no longer be bought. */
  message: string;
  /** Facts of the code: `{available}`, `{requested, added}`; `{}` without. */
  details: Record<string, unknown>;
}

export class ReorderDto {
  /** What could not be added, or not in full. */
  notices: ReorderNotice[];
  cart: CartDto;
}
