import { Injectable } from '@nestjs/common';
import { In, type UpdateQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { LowStockLowered } from '../stores/stores.events';
import { ProductVariant } from './product.entity';
import { StockLow } from './products.events';

/** Product id → so many units of a variant are low, as its store says; below 0 for downloads, which never are. */
export type LowMarks = ReadonlyMap<number, number>;

export const NEVER = -1;

/** Notices when sales leave little of a variant, inside the unit of work that moves its stock. */
@Injectable()
export class LowStock {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {
    events.during(LowStockLowered, ({ storeId }) => this.forgetOf(storeId));
  }

  /** Once until they are restocked. @param variants that the open unit of work has changed, as they are now */
  async tell(variants: ProductVariant[], marks: LowMarks): Promise<void> {
    const scarce = variants.filter((variant) => !variant.toldLow && isLow(variant, marks));
    if (scarce.length === 0) return;
    await this.mark(scarce, true);
    await this.events.publish(
      ...scarce.map(({ id, productId, stockQuantity }) => new StockLow(productId, id, stockQuantity)),
    );
  }

  /** Of those that are not scarce any more. */
  async forget(variants: ProductVariant[], marks: LowMarks): Promise<void> {
    const many = variants.filter((variant) => variant.toldLow && !isLow(variant, marks));
    if (many.length > 0) await this.mark(many, false);
  }

  private async mark(variants: ProductVariant[], toldLow: boolean): Promise<void> {
    await this.update()
      .set({ toldLow })
      .where({ id: In(variants.map(({ id }) => id)) })
      .execute();
  }

  /** What was low and is not any more is told when it is low again. */
  private async forgetOf(storeId: number): Promise<void> {
    await this.update()
      .set({ toldLow: false })
      .where({ toldLow: true })
      .andWhere('product_id IN (SELECT p.id FROM products p WHERE p.store_id = :storeId)', { storeId })
      .andWhere('stock_quantity > (SELECT s.low_stock_at FROM stores s WHERE s.id = :storeId)')
      .execute();
  }

  /** Shown nowhere, so nothing that is kept becomes stale. */
  private update(): UpdateQueryBuilder<ProductVariant> {
    return this.database.repository(ProductVariant).createQueryBuilder().update().callListeners(false);
  }
}

const isLow = ({ productId, stockQuantity }: ProductVariant, marks: LowMarks): boolean =>
  stockQuantity <= (marks.get(productId) ?? NEVER);
