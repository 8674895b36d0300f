import { Injectable } from '@nestjs/common';
import { LOW_STOCK } from '@souk/contracts';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Product, ProductVariant } from './product.entity';
import { StockLow } from './products.events';

/** Notices when sales leave little of a variant, inside the unit of work that moves its stock. */
@Injectable()
export class LowStock {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** Once until they are restocked. @param variants that the open unit of work has changed, as they are now */
  async tell(variants: ProductVariant[]): Promise<void> {
    const few = variants.filter(({ stockQuantity, toldLow }) => stockQuantity <= LOW_STOCK && !toldLow);
    if (few.length === 0) return;
    const ids = [...new Set(few.map(({ productId }) => productId))];
    const goods = await this.database.repository(Product).find({
      where: { id: In(ids), digital: false },
      select: { id: true },
    });
    const scarce = few.filter(({ productId }) => goods.some(({ id }) => id === productId));
    if (scarce.length === 0) return;
    await this.mark(scarce, true);
    await this.events.publish(
      ...scarce.map(({ id, productId, stockQuantity }) => new StockLow(productId, id, stockQuantity)),
    );
  }

  /** Of those that are not scarce any more. */
  async forget(variants: ProductVariant[]): Promise<void> {
    const many = variants.filter(({ stockQuantity, toldLow }) => stockQuantity > LOW_STOCK && toldLow);
    if (many.length > 0) await this.mark(many, false);
  }

  /** Shown nowhere, so nothing that is kept becomes stale. */
  private async mark(variants: ProductVariant[], toldLow: boolean): Promise<void> {
    await this.database
      .repository(ProductVariant)
      .createQueryBuilder()
      .update()
      .callListeners(false)
      .set({ toldLow })
      .where({ id: In(variants.map(({ id }) => id)) })
      .execute();
  }
}
