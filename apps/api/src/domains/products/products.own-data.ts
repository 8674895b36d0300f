import { Injectable } from '@nestjs/common';
import type { ProductDto } from '@souk/contracts/products.dto';
import { In, IsNull, MoreThan, type FindOperator } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { LeftPictures, PicturesLeft } from '../../platform/storage/left-pictures';
import { StoresQueries } from '../stores/stores.queries';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { Product, ProductImage } from './product.entity';
import { ProductSearch } from './product-search';
import { ProductsMapper } from './products.mapper';
import { ProductsQueries } from './products.queries';

/** A large catalogue has more products, and an odd vendor more stores, than one statement takes ids. */
const AT_ONCE = 500;
/** Each has up to 50 characters in the outbox, whose facts must fit a text column. */
const PICTURES_AT_ONCE = 100;

const NOTHING = { name: 'Former product', slug: 'former-product', description: '', handle: null };

/** Products go with their stores when their vendor has the account erased. */
@Injectable()
export class ProductsOwnData {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresQueries,
    private readonly queries: ProductsQueries,
    private readonly mapper: ProductsMapper,
    private readonly search: ProductSearch,
    private readonly events: Events,
    ownData: OwnData,
    leftPictures: LeftPictures,
  ) {
    ownData.contribute('products', ({ id }) => this.ofVendor(id));
    events.during(UserErased, ({ userId }) => this.erase(userId));
    leftPictures.contribute(async (keys) => {
      const images = await database.repository(ProductImage).findBy({ storageKey: In(keys) });
      return images.map(({ storageKey }) => storageKey);
    });
  }

  private async ofVendor(vendorId: number): Promise<ProductDto[]> {
    const dtos: ProductDto[] = [];
    for (let lastId = 0; ; lastId = dtos.at(-1)?.id ?? 0) {
      const products = await this.queries
        .ownedBy(vendorId)
        .andWhere('product.id > :lastId', { lastId })
        .orderBy('product.id')
        .take(AT_ONCE)
        .getMany();
      dtos.push(...(await this.mapper.toDtos(products)));
      if (products.length < AT_ONCE) return dtos;
    }
  }

  /** Orders have their own copy of what was sold; of the rest only prices and options stay, on which they hang. */
  private async erase(vendorId: number): Promise<void> {
    const storeIds = await this.stores.idsOwnedBy(vendorId);
    for (let start = 0; start < storeIds.length; start += AT_ONCE)
      await this.eraseOf({ storeId: In(storeIds.slice(start, start + AT_ONCE)) });
  }

  private async eraseOf(stores: { storeId: FindOperator<number> }): Promise<void> {
    const products = this.database.repository(Product);
    await products.update({ ...stores, deletedAt: IsNull() }, { deletedAt: new Date() });
    await products.update(stores, { ...NOTHING, isActive: false, isListed: false });
    for (let lastId = 0, found = AT_ONCE; found === AT_ONCE;) {
      const rows = await products.find({
        where: { ...stores, id: MoreThan(lastId) },
        select: { id: true },
        order: { id: 'ASC' },
        take: AT_ONCE,
      });
      await this.forget(rows.map(({ id }) => id));
      found = rows.length;
      lastId = rows.at(-1)?.id ?? lastId;
    }
  }

  private async forget(ids: number[]): Promise<void> {
    await this.search.remove(ids);
    const images = this.database.repository(ProductImage);
    const gone = await images.findBy({ productId: In(ids) });
    await images.delete({ productId: In(ids) });
    const pictures = gone.map(({ storageKey, width }) => ({ key: storageKey, width }));
    for (let start = 0; start < pictures.length; start += PICTURES_AT_ONCE)
      await this.events.publish(new PicturesLeft(pictures.slice(start, start + PICTURES_AT_ONCE)));
  }
}
