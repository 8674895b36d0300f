import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';
import { Pictures } from '../../../platform/storage/pictures';
import { ProductsQueries } from '../../products/products.queries';
import { StoresQueries } from '../../stores/stores.queries';
import type { Shown } from './news-letters';

export interface Found {
  shown: Shown;
  /** Of its store. */
  vendorId: number;
  lowStockAt: number;
}

/** Products as letters show them. */
@Injectable()
export class ShownProducts {
  constructor(
    private readonly config: Config,
    private readonly products: ProductsQueries,
    private readonly stores: StoresQueries,
    private readonly pictures: Pictures,
  ) {}

  /** Null for one that is gone. */
  async find(id: number): Promise<Found | null> {
    const product = (await this.products.byIds([id])).get(id);
    const store = product && (await this.stores.byIds([product.storeId])).get(product.storeId);
    if (!product || product.deletedAt || !store) return null;
    const [image] = (await this.products.imagesOf([id])).get(id) ?? [];
    const path = image && (await this.pictures.thumbnailUrl(`${image.storageKey}-${image.width}`));
    const picture = path ? new URL(path, this.config.siteUrl).href : null;
    const { vendorId, lowStockAt } = store;
    return { shown: { name: product.name, storeName: store.name, picture }, vendorId, lowStockAt };
  }
}
