import { Injectable } from '@nestjs/common';
import type { StockReason } from '@souk/contracts';
import type { PageQuery } from '@souk/contracts/common.dto';
import { Database } from '../../platform/database/database';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import type { Store } from '../stores/store.entity';
import { ProductVariant } from './product.entity';
import { StockChange } from './stock-change.entity';

/** Why stock moves, and on whose account. */
export interface StockCause {
  reason: StockReason;
  /** The user who did it by hand. */
  actorId?: number;
  /** The order that moved it. */
  orderNumber?: string;
}

/** Variant id → units on hand. */
export type StockBefore = ReadonlyMap<number, number>;

/** Rows of one statement: SQLite takes 32,766 values. */
const BATCH = 1000;

const NEWEST: Order<StockChange> = {
  by: 'change.id',
  id: 'change.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

/** A variant that is no longer sold has none, whatever its row says. */
const onHand = ({ stockQuantity, deletedAt }: ProductVariant): number => (deletedAt ? 0 : stockQuantity);

/** Ask before the variants change: they are changed in place. */
export const stockOf = (variants: ProductVariant[]): StockBefore =>
  new Map(variants.map((variant) => [variant.id, onHand(variant)]));

/** Grows with every change of stock, in the unit of work that changes it, and does nothing else. */
@Injectable()
export class StockHistory {
  constructor(private readonly database: Database) {}

  /** Saves variants of a store whose stock somebody sets, new ones among them. */
  async save(
    { lowStockAt }: Pick<Store, 'lowStockAt'>,
    variants: ProductVariant[],
    before: StockBefore,
    cause: StockCause,
  ): Promise<void> {
    // who sets a low one knows
    for (const variant of variants) variant.toldLow = variant.stockQuantity <= lowStockAt;
    await this.database.repository(ProductVariant).save(variants);
    await this.note(variants, before, cause);
  }

  /** @param variants as they are now */
  async note(
    variants: ProductVariant[],
    before: StockBefore,
    { reason, actorId, orderNumber }: StockCause,
  ): Promise<void> {
    const createdAt = new Date();
    const rows = variants.flatMap((variant) => {
      const quantityAfter = onHand(variant);
      const delta = quantityAfter - (before.get(variant.id) ?? 0);
      if (delta === 0) return [];
      return {
        ...{ productId: variant.productId, variantId: variant.id, delta, quantityAfter },
        ...{ reason, actorId: actorId ?? null, orderNumber: orderNumber ?? null, createdAt },
      };
    });
    for (let start = 0; start < rows.length; start += BATCH)
      await this.database.repository(StockChange).insert(rows.slice(start, start + BATCH));
  }

  /** Newest first, with variants and who did it. */
  ofProduct(productId: number, query: PageQuery): Promise<PageOf<StockChange>> {
    const changes = this.database
      .repository(StockChange)
      .createQueryBuilder('change')
      .innerJoinAndSelect('change.variant', 'variant')
      .leftJoinAndSelect('change.actor', 'actor')
      .where('change.productId = :productId', { productId });
    return page(changes, NEWEST, query);
  }
}
