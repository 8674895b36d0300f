import { Injectable } from '@nestjs/common';
import { IsNull, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { Store } from '../stores/store.entity';
import { StoreRenamed, StoreVisibilityChanged } from '../stores/stores.events';
import { StoresService } from '../stores/stores.service';
import { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { CategoryWordsChanged, ProductPublished } from './products.events';

const BATCH = 500;

/** What everybody sees of a store that is open. */
const listable = (storeId: number) => ({
  storeId,
  isActive: true,
  suspendedAt: IsNull(),
  deletedAt: IsNull(),
});

/** Keeps right what everybody sees of the catalogue: which products are listed, and how many of each store. */
@Injectable()
export class ListingService {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresService,
    private readonly search: ProductSearch,
    private readonly events: Events,
  ) {
    events.during(StoreVisibilityChanged, ({ storeId, isVisible }) => this.followStore(storeId, isVisible));
    events.on(StoreRenamed, ({ storeId }) => this.reindex({ storeId }));
    events.on(CategoryWordsChanged, ({ categoryId }) => this.reindex({ categoryId }));
  }

  /** Saves products of one store, which is locked by the caller: that makes the count of its products exact. */
  async save(store: Store, ...products: Product[]): Promise<void> {
    const wereListed = products.map(({ isListed }) => isListed);
    const firstSeen = products.filter((product) => product.listIn(store));
    await this.database.repository(Product).save(products);
    if (firstSeen.length > 0)
      await this.events.publish(...firstSeen.map(({ id }) => new ProductPublished(id)));
    if (products.some(({ isListed }, index) => isListed !== wereListed[index])) await this.recount(store.id);
  }

  private async followStore(storeId: number, isVisible: boolean): Promise<void> {
    const products = this.database.repository(Product);
    if (isVisible) await this.publishNew(storeId);
    await products.update(listable(storeId), { isListed: isVisible });
    await this.recount(storeId);
  }

  private async publishNew(storeId: number): Promise<void> {
    const unpublished = { ...listable(storeId), publishedAt: IsNull() };
    const products = this.database.repository(Product);
    const rows = await products.find({ where: unpublished, select: { id: true }, order: { id: 'ASC' } });
    await products.update(unpublished, { publishedAt: new Date() });
    for (let start = 0; start < rows.length; start += BATCH) {
      const facts = rows.slice(start, start + BATCH).map(({ id }) => new ProductPublished(id));
      await this.events.publish(...facts);
    }
  }

  private async recount(storeId: number): Promise<void> {
    const count = await this.database.repository(Product).countBy({ storeId, isListed: true });
    await this.stores.setProductCount(storeId, count);
  }

  /** The names of store and category are among a product's words. */
  private async reindex(which: FindOptionsWhere<Product>): Promise<void> {
    const where = { ...which, deletedAt: IsNull() };
    const rows = await this.database
      .repository(Product)
      .find({ where, select: { id: true }, order: { id: 'ASC' } });
    for (let start = 0; start < rows.length; start += BATCH) {
      const ids = rows.slice(start, start + BATCH).map(({ id }) => id);
      await this.database.run(() => this.search.index(ids));
    }
  }
}
