import { Page } from './common.dto';
import { STOCK_REASONS, type StockReason } from './enums';
import { EnumField } from './validators';

export class StockChangeDto {
  /** @example 512 */
  id: number;
  /** @example 41 */
  variantId: number;
  sku: string | null;
  /** Of the variant. @example {"Size":"M"} */
  options: Record<string, string>;
  /** Units that came, or negative, that went. @example -2 */
  delta: number;
  /** Units of the variant then on hand; 0 of one that is no longer sold. @example 10 */
  quantityAfter: number;
  @EnumField(STOCK_REASONS, 'StockReason')
  reason: StockReason;
  /** Username of who did it by hand; `null` where an order did, or somebody who has left. @example ada */
  changedBy: string | null;
  /** The order that moved it. @example SK-7Q2M4X */
  orderNumber: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class StockChangePage extends Page {
  items: StockChangeDto[];
}
