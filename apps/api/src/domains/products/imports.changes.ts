import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { ImportCategory, ImportChange } from './import-change.entity';
import type { ProductBefore } from './imports.before';
import { Product } from './product.entity';

/** Keeps what an import changes, in the unit of work that changes it. */
@Injectable()
export class ImportChanges {
  constructor(private readonly database: Database) {}

  async add(
    importId: number,
    changes: { product: Product; line: number; before: ProductBefore | null }[],
  ): Promise<void> {
    const rows = changes.map(({ product, line, before }) => ({
      ...{ importId, productId: product.id, line, before },
      leftAt: product.updatedAt,
    }));
    await this.database.repository(ImportChange).insert(rows);
  }

  async addCategory(importId: number, categoryId: number): Promise<void> {
    await this.database.repository(ImportCategory).insert({ importId, categoryId });
  }

  /** The import itself has changed the product once more; an edit between the two stays one. */
  async follow(importId: number, productId: number, work: () => Promise<unknown>): Promise<void> {
    await this.database.run(async () => {
      const { updatedAt: leftAt } = await this.product(productId);
      await work();
      const { updatedAt } = await this.product(productId);
      await this.database
        .repository(ImportChange)
        .update({ importId, productId, leftAt }, { leftAt: updatedAt });
    });
  }

  private product(id: number): Promise<Product> {
    const product = this.database.repository(Product).createQueryBuilder('product').where({ id });
    return this.database.locked(product).getOneOrFail();
  }
}
