import { Injectable } from '@nestjs/common';
import { In, IsNull, type UpdateQueryBuilder } from 'typeorm';
import { Changes } from '../../platform/cache/changes';
import { any, the } from '../../platform/cache/topics';
import { Database } from '../../platform/database/database';
import { Store } from '../stores/store.entity';
import { LowStock, NEVER, type LowMarks } from './low-stock';
import { Product, ProductVariant } from './product.entity';
import { OutOfStock, type Shortage } from './products.errors';
import { StockHistory, type StockCause } from './stock-history';

export interface StockLine {
  variantId: number;
  /** At least 1. */
  quantity: number;
}

export interface SaleLine {
  productId: number;
  quantity: number;
}

/**
 * Moves stock inside the caller's unit of work. Products are locked before their variants, both in id order, as
 * whoever edits a product does: two carts with the same goods in another order never wait for each other.
 */
@Injectable()
export class StockService {
  constructor(
    private readonly database: Database,
    private readonly history: StockHistory,
    private readonly low: LowStock,
    private readonly changes: Changes,
  ) {}

  /** All lines or none. @throws OutOfStock */
  take(lines: StockLine[], orderNumber?: string): Promise<void> {
    return this.database.run(async () => {
      const wanted = totals(lines.map(({ variantId, quantity }) => [variantId, quantity]));
      const marks = await this.lockProductsOf([...wanted.keys()]);
      const short = new Map<number, number>();
      for (const [variantId, quantity] of wanted) {
        if (!(await this.takeOne(variantId, quantity))) short.set(variantId, quantity);
      }
      if (short.size > 0) throw new OutOfStock(await this.shortages(short));
      await this.sumUp([...marks.keys()]);
      await this.low.tell(await this.note(wanted, -1, { reason: 'sold', orderNumber }), marks);
    });
  }

  /** Also to variants that are no longer sold. */
  giveBack(lines: StockLine[], cause: StockCause): Promise<void> {
    return this.database.run(async () => {
      const returned = totals(lines.map(({ variantId, quantity }) => [variantId, quantity]));
      const marks = await this.lockProductsOf([...returned.keys()]);
      for (const [id, quantity] of returned) {
        await this.update(ProductVariant)
          .set({ stockQuantity: () => 'stock_quantity + :quantity' })
          .where('id = :id', { id, quantity })
          .execute();
      }
      await this.sumUp([...marks.keys()]);
      const variants = await this.note(returned, 1, cause);
      // what a sale that came to nothing gives back is no more than there was
      if (cause.reason !== 'released') await this.low.forget(variants, marks);
    });
  }

  /** Negative quantities take a sale back. */
  recordSale(lines: SaleLine[]): Promise<void> {
    return this.database.run(async () => {
      const sold = totals(lines.map((line) => [line.productId, line.quantity]));
      for (const [id, quantity] of sold) {
        await this.update(Product)
          .set({ soldCount: () => 'sold_count + :quantity' })
          .where('id = :id', { id, quantity })
          .execute();
      }
      await this.touch([...sold.keys()]);
    });
  }

  /** The product's own stock is derived: summed anew while the product is locked, it cannot drift. */
  async sumUp(productIds: number[]): Promise<void> {
    if (productIds.length === 0) return;
    await this.update(Product)
      .set({
        stockQuantity: () =>
          `(SELECT COALESCE(SUM(v.stock_quantity), 0) FROM product_variants v
            WHERE v.product_id = products.id AND v.deleted_at IS NULL)`,
      })
      .where({ id: In(productIds) })
      .execute();
    await this.touch(productIds);
  }

  /** By conditions, from which TypeORM tells nobody which rows they were: `touch` does. */
  private update<T extends object>(entity: new () => T): UpdateQueryBuilder<T> {
    return this.database.repository(entity).createQueryBuilder().update().callListeners(false);
  }

  private async touch(productIds: number[]): Promise<void> {
    await this.changes.touch([any('stock'), ...productIds.map((id) => the('product', id))]);
  }

  private async lockProductsOf(variantIds: number[]): Promise<LowMarks> {
    const marks = await this.marksOf(variantIds);
    if (marks.size === 0) return marks;
    const products = this.database
      .repository(Product)
      .createQueryBuilder('product')
      .select(['product.id'])
      .where({ id: In([...marks.keys()]) })
      .orderBy('product.id');
    await this.database.locked(products).getMany();
    return marks;
  }

  /** Of the products of these variants. */
  private async marksOf(variantIds: number[]): Promise<LowMarks> {
    if (variantIds.length === 0) return new Map();
    const rows = await this.database
      .repository(ProductVariant)
      .createQueryBuilder('variant')
      .innerJoin(Product, 'product', 'product.id = variant.productId')
      .innerJoin(Store, 'store', 'store.id = product.storeId')
      .select('variant.productId', 'productId')
      .addSelect(`CASE WHEN product.digital THEN ${NEVER} ELSE store.lowStockAt END`, 'mark')
      .where('variant.id IN (:...variantIds)', { variantIds })
      .getRawMany<{ productId: number; mark: number | string }>();
    return new Map(rows.map(({ productId, mark }) => [productId, Number(mark)]));
  }

  /** Read after the change, for what a transaction on MariaDB has read before it may be old. */
  private async note(moved: Map<number, number>, sign: 1 | -1, cause: StockCause): Promise<ProductVariant[]> {
    const variants = await this.database
      .repository(ProductVariant)
      .findBy({ id: In([...moved.keys()]), deletedAt: IsNull() });
    const before = variants.map(
      ({ id, stockQuantity }) => [id, stockQuantity - sign * (moved.get(id) ?? 0)] as const,
    );
    await this.history.note(variants, new Map(before), cause);
    return variants;
  }

  private async takeOne(id: number, quantity: number): Promise<boolean> {
    const { affected } = await this.update(ProductVariant)
      .set({ stockQuantity: () => 'stock_quantity - :quantity' })
      .where('id = :id AND stock_quantity >= :quantity AND deleted_at IS NULL', { id, quantity })
      .execute();
    return affected === 1;
  }

  private async shortages(wanted: Map<number, number>): Promise<Map<number, Shortage>> {
    const variants = await this.database
      .repository(ProductVariant)
      .findBy({ id: In([...wanted.keys()]), deletedAt: IsNull() });
    const stock = new Map(variants.map((variant) => [variant.id, variant.stockQuantity]));
    return new Map(
      [...wanted].map(([id, requested]) => [id, { available: stock.get(id) ?? 0, requested }] as const),
    );
  }
}

/** Summed by id, in id order. */
function totals(entries: [id: number, quantity: number][]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [id, quantity] of entries) sums.set(id, (sums.get(id) ?? 0) + quantity);
  return new Map([...sums].sort(([a], [b]) => a - b));
}
