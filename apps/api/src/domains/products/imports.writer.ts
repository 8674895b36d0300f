import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { slugOf } from '../../platform/http/slug';
import { Store } from '../stores/store.entity';
import type { Import } from './import.entity';
import { watch, type ProductBefore } from './imports.before';
import type { CategoryOf } from './imports.categories';
import { ImportChanges } from './imports.changes';
import { ListingService } from './listing.service';
import { Product, ProductVariant } from './product.entity';
import { ProductSearch } from './product-search';
import { idInHandle } from './products-csv-handles';
import { ProductsQueries } from './products.queries';
import { StockHistory, stockOf } from './stock-history';
import type { CsvProduct } from './shopify-csv-product';
import type { CsvVariant, Options } from './shopify-csv-variants';

type Before = ProductBefore | null;

export interface Written {
  created: number;
  updated: number;
}

/** Puts the products of a file into a store: those that it knows by their handle change, the others are new. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly database: Database,
    private readonly listing: ListingService,
    private readonly search: ProductSearch,
    private readonly products: ProductsQueries,
    private readonly changes: ImportChanges,
    private readonly history: StockHistory,
  ) {}

  /** What `write` would do. */
  async foresee(storeId: number, drafts: CsvProduct[]): Promise<Written> {
    const known = await this.known(storeId, drafts);
    return { created: drafts.length - known.size, updated: known.size };
  }

  /** In the caller's unit of work. @throws NotFound for a closed store */
  async write(
    { id: importId, storeId }: Pick<Import, 'id' | 'storeId'>,
    drafts: CsvProduct[],
    categoryOf: CategoryOf,
  ): Promise<Written> {
    const store = await this.lockStore(storeId);
    const known = await this.known(storeId, drafts);
    const ids = [...known.values()].map(({ id }) => id);
    const variants = await this.variantsOf(ids);
    const images = await this.products.imagesOf(ids);
    const stock = stockOf([...variants.values()].flat());
    const products: Product[] = [];
    const changes: { product: Product; variants: ProductVariant[]; line: number; before: Before }[] = [];
    for (const draft of drafts) {
      const found = known.get(draft.handle);
      const current = variants.get(found?.id ?? 0) ?? [];
      const before = found && watch(found, current, images.get(found.id) ?? []);
      const product = found ?? Product.newIn(storeId);
      const { sold, leaving } = matchVariants(draft, current);
      fill(product, draft, categoryOf);
      product.follow(sold);
      products.push(product);
      changes.push({
        ...{ product, variants: [...sold, ...leaving] },
        ...{ line: draft.line, before: before?.() ?? null },
      });
    }
    await this.listing.save(store, ...products);
    const rows = changes.flatMap(({ product, variants }) =>
      variants.map((variant) => Object.assign(variant, { productId: product.id })),
    );
    await this.history.save(store, rows, stock, { reason: 'imported', actorId: store.vendorId });
    await this.changes.add(importId, changes);
    await this.search.index(products.map(({ id }) => id));
    return { created: drafts.length - known.size, updated: known.size };
  }

  /** Whoever changes products locks their store first; imports into one store thus follow one another. */
  async lockStore(id: number): Promise<Store> {
    const stores = this.database.repository(Store).createQueryBuilder('store');
    const store = await this.database.locked(stores.where({ id, deletedAt: IsNull() })).getOne();
    if (!store) throw new NotFound('store');
    return store;
  }

  /** Handle → product, locked where there is something to lock. */
  private async known(storeId: number, drafts: CsvProduct[]): Promise<Map<string, Product>> {
    const handles = drafts.map(({ handle }) => handle);
    const ids = handles.flatMap((handle) => idInHandle(handle) ?? []);
    const products = this.database
      .repository(Product)
      .createQueryBuilder('product')
      .where([
        { storeId, deletedAt: IsNull(), handle: In(handles) },
        ...(ids.length > 0 ? [{ storeId, deletedAt: IsNull(), handle: IsNull(), id: In(ids) }] : []),
      ])
      .orderBy('product.id');
    const found = await this.database.locked(products).getMany();
    // compared here, because databases differ in what they take for the same word
    const byHandle = new Map(found.map((product) => [product.handle, product]));
    const byId = new Map(found.map((product) => [product.handle === null ? product.id : 0, product]));
    return new Map(
      handles.flatMap((handle) => {
        const product = byHandle.get(handle) ?? byId.get(idInHandle(handle) ?? -1);
        return product ? [[handle, product] as const] : [];
      }),
    );
  }

  /** Those that are sold first, then those that no longer are: a variant that comes back is the same again. */
  private async variantsOf(productIds: number[]): Promise<Map<number, ProductVariant[]>> {
    const groups = new Map<number, ProductVariant[]>(productIds.map((id) => [id, []]));
    if (productIds.length === 0) return groups;
    const variants = await this.database
      .repository(ProductVariant)
      .find({ where: { productId: In(productIds) }, order: { id: 'ASC' } });
    const ordered = [
      ...variants.filter(({ deletedAt }) => !deletedAt),
      ...variants.filter(({ deletedAt }) => deletedAt),
    ];
    for (const variant of ordered) groups.get(variant.productId)?.push(variant);
    return groups;
  }
}

function fill(product: Product, draft: CsvProduct, categoryOf: CategoryOf): void {
  product.handle = draft.handle;
  product.name = draft.name;
  product.slug = slugOf(draft.name);
  product.description = draft.description ?? product.description ?? draft.name;
  product.isActive = draft.isActive ?? product.isActive ?? true;
  product.digital = draft.digital ?? product.digital ?? false;
  product.categoryId = draft.category === undefined ? (product.categoryId ?? null) : categoryOf(draft);
  product.updatedAt = new Date();
}

const keyOf = (options: Options) =>
  JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Variants are the same when their options are, so that carts and orders keep meaning them. */
function matchVariants({ variants, leftOut }: CsvProduct, current: ProductVariant[]) {
  const rest = new Map<string, ProductVariant>();
  for (const variant of current) {
    const key = keyOf(variant.options);
    if (!rest.has(key)) rest.set(key, variant);
  }
  const take = (options: Options) => {
    const variant = rest.get(keyOf(options));
    rest.delete(keyOf(options));
    return variant;
  };
  const written = variants.map((draft, position) =>
    update(take(draft.options) ?? new ProductVariant(), draft, position),
  );
  const kept = leftOut.flatMap((options) => take(options) ?? []).filter(({ deletedAt }) => !deletedAt);
  const sold = [...written, ...kept];
  const staying = new Set(sold);
  const leaving = current.filter((variant) => !variant.deletedAt && !staying.has(variant));
  for (const variant of leaving) variant.deletedAt = new Date();
  return { sold, leaving };
}

const update = (variant: ProductVariant, draft: CsvVariant, position: number): ProductVariant =>
  Object.assign(variant, {
    options: draft.options,
    price: draft.price,
    compareAtPrice:
      draft.compareAtPrice === undefined ? (variant.compareAtPrice ?? null) : draft.compareAtPrice,
    sku: draft.sku === undefined ? (variant.sku ?? null) : draft.sku,
    stockQuantity: draft.stockQuantity ?? variant.stockQuantity ?? 0,
    position,
    deletedAt: null,
  });
