import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { Store } from '../stores/store.entity';
import { StoreRenamed, StoresVisibilityChanged } from '../stores/stores.events';
import { StoresService } from '../stores/stores.service';
import { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { CategoryWordsChanged, ProductPublished, ProductWithdrawn } from './products.events';

const BATCH = 500;

/** What everybody sees of stores that are open. */
const listable = (storeIds: number[]) => ({
  storeId: In(storeIds),
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
    events.during(StoresVisibilityChanged, ({ storeIds, isVisible }) =>
      this.followStores(storeIds, isVisible),
    );
    events.on(StoreRenamed, 'search-index', ({ storeId }) => this.reindex({ storeId }));
    events.on(CategoryWordsChanged, 'search-index', ({ categoryId }) => this.reindex({ categoryId }));
  }

  /** Saves products of one store, which is locked by the caller: that makes the count of its products exact. */
  async save(store: Store, ...products: Product[]): Promise<void> {
    const wereListed = products.map(({ isListed }) => isListed);
    const firstSeen = products.filter((product) => product.listIn(store));
    await this.database.repository(Product).save(products);
    if (firstSeen.length > 0)
      await this.events.publish(...firstSeen.map(({ id }) => new ProductPublished(id)));
    const withdrawn = products.filter(
      ({ isListed, deletedAt, suspendedAt }, index) =>
        wereListed[index] && !isListed && (deletedAt ?? suspendedAt),
    );
    await this.events.publish(...withdrawn.map(({ id }) => new ProductWithdrawn(id)));
    if (products.some(({ isListed }, index) => isListed !== wereListed[index]))
      await this.recount([store.id]);
  }

  private async followStores(storeIds: number[], isVisible: boolean): Promise<void> {
    const products = this.database.repository(Product);
    if (isVisible) await this.publishNew(storeIds);
    await products.update(listable(storeIds), { isListed: isVisible });
    await this.recount(storeIds);
  }

  private async publishNew(storeIds: number[]): Promise<void> {
    const unpublished = { ...listable(storeIds), publishedAt: IsNull() };
    const products = this.database.repository(Product);
    const rows = await products.find({ where: unpublished, select: { id: true }, order: { id: 'ASC' } });
    await products.update(unpublished, { publishedAt: new Date() });
    for (let start = 0; start < rows.length; start += BATCH) {
      const facts = rows.slice(start, start + BATCH).map(({ id }) => new ProductPublished(id));
      await this.events.publish(...facts);
    }
  }

  private async recount(storeIds: number[]): Promise<void> {
    const rows = await this.database
      .repository(Product)
      .createQueryBuilder('product')
      .select('product.storeId', 'storeId')
      .addSelect('COUNT(*)', 'count')
      .where({ storeId: In(storeIds), isListed: true })
      .groupBy('product.storeId')
      .getRawMany<{ storeId: number; count: number | string }>();
    const counts = new Map(rows.map(({ storeId, count }) => [storeId, Number(count)]));
    const countOf = (storeId: number) => counts.get(storeId) ?? 0;
    for (const count of new Set(storeIds.map(countOf)))
      await this.stores.setProductCount(
        storeIds.filter((id) => countOf(id) === count),
        count,
      );
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
