import { Injectable } from '@nestjs/common';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import type { MaybeActor } from '../../platform/access/actor';
import { Remembered } from '../../platform/cache/remembered';
import { one } from '../../platform/cache/topics';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import type { Store } from '../stores/store.entity';
import { StoresQueries } from '../stores/stores.queries';
import { Product, ProductImage, ProductVariant } from './product.entity';

/** A variant with all that a cart or an order shows of it. */
export interface Sellable {
  variant: ProductVariant;
  product: Product;
  store: Store;
  /** First of the gallery. */
  image: ProductImage | null;
  /** May be bought by anybody; says nothing of stock. */
  isAvailable: boolean;
}

/** Of cart lines that were asked for last. */
const SELLABLES_MAX = 2000;

const OWN_STORES = 'SELECT s.id FROM stores s WHERE s.vendor_id = :actorId AND s.deleted_at IS NULL';
const OPEN_STORES = 'SELECT s.id FROM stores s WHERE s.deleted_at IS NULL';

@Injectable()
export class ProductsQueries {
  /** Variants with what they belong to. Deleted ones too, which are not available. */
  readonly sellables: (variantIds: readonly number[]) => Promise<Map<number, Sellable>>;

  constructor(
    private readonly database: Database,
    private readonly stores: StoresQueries,
    remembered: Remembered,
  ) {
    this.sellables = remembered.byId(
      SELLABLES_MAX,
      (_, { product, store }) => [...one('product', product.id), ...one('store', store.id)],
      (variantIds) => this.loadSellables(variantIds),
    );
  }

  /** What the actor may know of: listed products, and the own ones. */
  visibleTo(actor: MaybeActor): SelectQueryBuilder<Product> {
    if (!actor) return this.listed();
    const products = this.all();
    if (actor.isStaff) return products.andWhere(`product.storeId IN (${OPEN_STORES})`);
    return products.andWhere(`(product.isListed = :listed OR product.storeId IN (${OWN_STORES}))`, {
      listed: true,
      actorId: actor.id,
    });
  }

  /** No deleted one is listed; asking for that too would keep counts from being answered by an index alone. */
  listed(): SelectQueryBuilder<Product> {
    const products = this.database.repository(Product).createQueryBuilder('product');
    return products.where('product.isListed = :listed', { listed: true });
  }

  listedOfVendor(vendorId: number): SelectQueryBuilder<Product> {
    return this.listed().andWhere(`product.storeId IN (${OWN_STORES})`, { actorId: vendorId });
  }

  /** Inactive ones too. */
  ownedBy(vendorId: number): SelectQueryBuilder<Product> {
    return this.all().andWhere(`product.storeId IN (${OWN_STORES})`, { actorId: vendorId });
  }

  /** @throws NotFound, for hidden products as for missing ones */
  async findVisible(actor: MaybeActor, id: number): Promise<Product> {
    const product = await this.visibleTo(actor).andWhere('product.id = :id', { id }).getOne();
    if (!product) throw new NotFound('product');
    return product;
  }

  /**
   * Nobody else changes it until the unit of work ends: no edit, no sale. Lock its store first when its store changes
   * too. @throws NotFound
   */
  async lock(id: number): Promise<Product> {
    const product = await this.database.locked(this.all().andWhere('product.id = :id', { id })).getOne();
    if (!product) throw new NotFound('product');
    return product;
  }

  /** Deleted ones too: orders and carts still name them. */
  async byIds(ids: number[]): Promise<Map<number, Product>> {
    if (ids.length === 0) return new Map();
    const products = await this.database.repository(Product).findBy({ id: In([...new Set(ids)]) });
    return new Map(products.map((product) => [product.id, product]));
  }

  /** Those that are sold, by position. */
  async variantsOf(productIds: number[]): Promise<Map<number, ProductVariant[]>> {
    if (productIds.length === 0) return new Map();
    const variants = await this.database.repository(ProductVariant).find({
      where: { productId: In([...new Set(productIds)]), deletedAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
    return byProduct(variants);
  }

  /** By position. */
  async imagesOf(productIds: number[]): Promise<Map<number, ProductImage[]>> {
    if (productIds.length === 0) return new Map();
    const images = await this.database.repository(ProductImage).find({
      where: { productId: In([...new Set(productIds)]) },
      order: { position: 'ASC', id: 'ASC' },
    });
    return byProduct(images);
  }

  private async loadSellables(variantIds: number[]): Promise<Map<number, Sellable>> {
    const variants = await this.database.repository(ProductVariant).findBy({ id: In(variantIds) });
    const products = await this.byIds(variants.map(({ productId }) => productId));
    const stores = await this.stores.byIds([...products.values()].map(({ storeId }) => storeId));
    const images = await this.imagesOf([...products.keys()]);
    return new Map(
      variants.flatMap((variant) => {
        const product = products.get(variant.productId);
        const store = product && stores.get(product.storeId);
        if (!product || !store) return [];
        const image = images.get(product.id)?.[0] ?? null;
        const isAvailable = product.isListed && variant.deletedAt === null;
        return [[variant.id, { variant, product, store, image, isAvailable }] as const];
      }),
    );
  }

  private all(): SelectQueryBuilder<Product> {
    return this.database.repository(Product).createQueryBuilder('product').where('product.deletedAt IS NULL');
  }
}

function byProduct<T extends { productId: number }>(rows: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.productId);
    if (group) group.push(row);
    else groups.set(row.productId, [row]);
  }
  return groups;
}
