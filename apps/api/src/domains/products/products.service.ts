import { Injectable } from '@nestjs/common';
import type { StockReason } from '@souk/contracts';
import type { ProductInput, ProductPatch, ProductReplacement } from '@souk/contracts/products.dto';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import type { Check } from '../../platform/http/conditional';
import { PermissionDenied, ValidationFailed } from '../../platform/http/errors';
import { slugOf } from '../../platform/http/slug';
import type { Store } from '../stores/store.entity';
import { canManageStore } from '../stores/stores.policy';
import { StoresQueries } from '../stores/stores.queries';
import { StoresService, ratingChange } from '../stores/stores.service';
import { refuseUnchanged, whileSuspended } from '../users/suspension';
import { Category } from './category.entity';
import { ListingService } from './listing.service';
import { Product, ProductVariant } from './product.entity';
import { ProductSearch } from './product-search';
import { ProductsQueries } from './products.queries';
import { StockHistory, stockOf, type StockCause } from './stock-history';
import { changedSet, wholeSet, type VariantDraft } from './variant-drafts';

/** What PUT resets when it is left out. */
const DEFAULTS = { digital: false, isActive: true, categoryId: null };

/** Whoever changes a product locks its store, then the product, then its variants. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ProductsQueries,
    private readonly storesQueries: StoresQueries,
    private readonly stores: StoresService,
    private readonly listing: ListingService,
    private readonly search: ProductSearch,
    private readonly history: StockHistory,
  ) {}

  create(actor: Actor, input: ProductInput): Promise<Product> {
    return this.database.run(async () => {
      const store = await this.storesQueries.lockVisible(actor, input.storeId);
      if (!canManageStore(actor, store))
        throw new PermissionDenied('Only the vendor of this store may add products to it.');
      const cause: StockCause = { reason: 'created', actorId: actor.id };
      const product = Object.assign(Product.newIn(store.id), { announce: store.announce });
      return this.save(product, store, { ...DEFAULTS, ...input }, cause, wholeSet(input, []));
    });
  }

  replace(actor: Actor, id: number, input: ProductReplacement, check?: Check<Product>): Promise<Product> {
    return this.change(actor, id, { ...DEFAULTS, ...input }, wholeSet, check);
  }

  /** Fields that are undefined stay as they are. */
  update(actor: Actor, id: number, change: ProductPatch, check?: Check<Product>): Promise<Product> {
    return this.change(actor, id, change, changedSet, check);
  }

  /** Fields that are undefined stay as they are, and so do the variants. */
  change(
    actor: Actor,
    id: number,
    change: ProductPatch,
    variantsAfter: (change: ProductPatch, current: ProductVariant[]) => VariantDraft[] | undefined,
    check?: Check<Product>,
    reason: StockReason = 'edited',
  ): Promise<Product> {
    return this.database.run(async () => {
      const { product, store } = await this.lock(actor, id);
      await check?.(product);
      if (change.storeId !== undefined && change.storeId !== store.id)
        throw new ValidationFailed({ storeId: ['must be the store of the product, which stays in it'] });
      const current = (await this.queries.variantsOf([id])).get(id) ?? [];
      const cause = { reason, actorId: actor.id };
      return this.save(product, store, change, cause, variantsAfter(change, current), current);
    });
  }

  /** Gone for everybody; carts and past orders keep naming it. */
  delete(actor: Actor, id: number, check?: Check<Product>): Promise<void> {
    return this.database.run(async () => {
      const { product, store } = await this.lock(actor, id);
      await check?.(product);
      product.isActive = false;
      product.deletedAt = new Date();
      await this.listing.save(store, product);
      await this.search.remove([product.id]);
    });
  }

  /** Staff takes the product off the market, whatever its vendor wants. */
  suspend(staff: Actor, id: number): Promise<Product> {
    return this.setSuspended(staff, id, true);
  }

  /** The product is as its vendor wants it again. */
  restore(staff: Actor, id: number): Promise<Product> {
    return this.setSuspended(staff, id, false);
  }

  /** Moves the averages of a product and its store by what one review added or took. */
  rate(id: number, sum: number, count: number): Promise<void> {
    return this.database.run(async () => {
      const { storeId } = await this.database.repository(Product).findOneByOrFail({ id });
      await this.stores.rate(storeId, sum, count);
      await this.database.repository(Product).update({ id }, ratingChange(sum, count));
    });
  }

  private setSuspended(staff: Actor, id: number, isSuspended: boolean): Promise<Product> {
    return this.database.run(async () => {
      const { product, store } = await this.lock(staff, id);
      refuseUnchanged('product', product.suspendedAt !== null, isSuspended);
      product.suspendedAt = isSuspended ? new Date() : null;
      await this.listing.save(store, product);
      return product;
    });
  }

  private async lock(actor: Actor, id: number): Promise<{ product: Product; store: Store }> {
    const { storeId } = await this.queries.findVisible(actor, id);
    const store = await this.storesQueries.lockVisible(actor, storeId);
    return { store, product: await this.queries.lock(id) };
  }

  private async save(
    product: Product,
    store: Store,
    change: ProductPatch,
    cause: StockCause,
    variants?: VariantDraft[],
    current: ProductVariant[] = [],
  ): Promise<Product> {
    const { name, description, digital, isActive, announce, categoryId } = product.suspendedAt
      ? whileSuspended('product', change)
      : change;
    if (categoryId !== undefined) {
      await this.refuseUnknown(categoryId);
      product.categoryId = categoryId;
    }
    product.name = name ?? product.name;
    product.slug = slugOf(product.name);
    product.description = description ?? product.description;
    product.digital = digital ?? product.digital;
    product.isActive = isActive ?? product.isActive;
    product.announce = announce ?? product.announce;
    product.updatedAt = new Date();
    if (variants) product.follow(variants);
    await this.listing.save(store, product);
    if (variants) await this.saveVariants(product.id, store, cause, variants, current);
    await this.search.index([product.id]);
    return product;
  }

  private async saveVariants(
    productId: number,
    store: Store,
    cause: StockCause,
    drafts: VariantDraft[],
    current: ProductVariant[],
  ): Promise<void> {
    const before = stockOf(current);
    const staying = new Map(current.map((variant) => [variant.id, variant]));
    const rows = drafts.map((draft, position) => {
      const variant = (draft.id !== undefined && staying.get(draft.id)) || new ProductVariant();
      staying.delete(variant.id);
      return Object.assign(variant, draft, { productId, position, deletedAt: null });
    });
    const leaving = [...staying.values()].map((variant) => Object.assign(variant, { deletedAt: new Date() }));
    await this.history.save(store, [...rows, ...leaving], before, cause);
  }

  /** Locks the category, so that it does not go before the product is in it. */
  private async refuseUnknown(categoryId: number | null): Promise<void> {
    if (categoryId === null) return;
    const categories = this.database.repository(Category).createQueryBuilder('category');
    if (await this.database.locked(categories.where({ id: categoryId })).getOne()) return;
    throw new ValidationFailed({ categoryId: ['must be one of the categories'] });
  }
}
