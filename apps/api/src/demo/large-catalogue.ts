import { Injectable } from '@nestjs/common';
import { slugOf } from '../platform/http/slug';
import { Database } from '../platform/database/database';
import { Category } from '../domains/products/category.entity';
import { ProductSearch } from '../domains/products/product-search';
import { Product, ProductVariant } from '../domains/products/product.entity';
import { Store } from '../domains/stores/store.entity';
import { hashPassword } from '../domains/auth/passwords';
import { UsersService } from '../domains/users/users.service';
import { words } from './large-catalogue-words';

const PRODUCTS_PER_STORE = 100;
const CATEGORIES = 20;
const BATCH = 500;
const DESCRIPTION_WORDS = 60;
/** Rows that are read in the same order on every run, without a random generator's state. */
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const scatter = (index: number, salt: number) => ((index + 1) * 2_654_435_761 + salt * 40_503) >>> 8;

export interface SeedReport {
  stores: number;
  products: number;
  variants: number;
}

/**
 * Thousands of products for load tests: inserted in bulk, yet with everything that the services keep in step — lowest
 * price, summed stock, listed flag, words of the search, products per store. One product in a hundred has the word
 * "marigold".
 */
@Injectable()
export class LargeCatalogue {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly search: ProductSearch,
  ) {}

  async grow(count: number, onProgress: (done: number) => void): Promise<SeedReport> {
    const categories = await this.categories();
    const stores = await this.stores(Math.ceil(count / PRODUCTS_PER_STORE));
    let variants = 0;
    for (let done = 0; done < count; done += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => done + index);
      variants += await this.batch(numbers, stores, categories);
      onProgress(done + numbers.length);
    }
    await this.recount(stores);
    return { stores: stores.length, products: count, variants };
  }

  private async categories(): Promise<number[]> {
    const repository = this.database.repository(Category);
    const ids: number[] = [];
    for (let index = 0; index < CATEGORIES; index += 1) {
      const name = `${pick(words.materials, index)} ${pick(words.things, index)}s`;
      const known = await repository.findOneBy({ slug: slugOf(name) });
      ids.push(known?.id ?? (await repository.save({ name, slug: slugOf(name), parentId: null })).id);
    }
    return ids;
  }

  private async stores(count: number): Promise<Store[]> {
    const passwordHash = await hashPassword(`bulk-${Math.random()}`);
    const run = Date.now().toString(36);
    const stores: Store[] = [];
    for (let index = 0; index < count; index += 1) {
      const username = `bulk-${run}-${index}`;
      const { user } = await this.users.register(
        { username, email: `${username}@example.com`, userType: 'vendor', passwordHash },
        new Date(),
      );
      const name = `${pick(words.makers, scatter(index, 1))} ${pick(words.places, scatter(index, 2))} ${index + 1}`;
      const now = new Date();
      const store = { vendorId: user.id, name, slug: slugOf(name), description: `Goods from ${name}.` };
      stores.push(
        await this.database.repository(Store).save(
          Object.assign(
            new Store(),
            { ...store, isActive: true, shippingFee: 490, freeShippingOver: null, ratingSum: 0 },
            {
              ratingCount: 0,
              ratingRank: 0,
              productCount: 0,
              createdAt: now,
              openedAt: now,
              updatedAt: now,
              deletedAt: null,
            },
          ),
        ),
      );
    }
    return stores;
  }

  private batch(numbers: number[], stores: Store[], categories: number[]): Promise<number> {
    return this.database.run(async () => {
      const drafts = numbers.map((number) => this.draft(number, stores, categories));
      const products = await this.database.repository(Product).save(
        drafts.map(({ product }) => product),
        { chunk: 100, transaction: false },
      );
      const variants = products.flatMap((product, index) =>
        (drafts[index]?.variants ?? []).map((variant) => ({ ...variant, productId: product.id })),
      );
      await this.database.repository(ProductVariant).insert(variants);
      await this.search.index(products.map(({ id }) => id));
      return variants.length;
    });
  }

  private draft(number: number, stores: Store[], categories: number[]) {
    const lowest = 300 + (scatter(number, 3) % 20_000);
    const variants = Array.from({ length: 1 + (scatter(number, 4) % 3) }, (_, position) => ({
      sku: `B-${number}-${position}`,
      options:
        position === 0 && scatter(number, 4) % 3 === 0 ? {} : { Size: pick(['S', 'M', 'L'], position) },
      price: lowest + position * 200,
      compareAtPrice: null,
      stockQuantity: scatter(number, 5 + position) % 60,
      position,
    }));
    const name = `${pick(words.colours, scatter(number, 6))} ${pick(words.materials, scatter(number, 7))} ${pick(words.things, scatter(number, 8))} ${number + 1}`;
    const now = new Date();
    const product = Object.assign(new Product(), {
      storeId: pick(stores, Math.floor(number / PRODUCTS_PER_STORE)).id,
      categoryId: pick(categories, scatter(number, 9)),
      handle: null,
      name,
      slug: slugOf(name),
      description: this.description(number),
      price: lowest,
      compareAtPrice: null,
      stockQuantity: variants.reduce((sum, { stockQuantity }) => sum + stockQuantity, 0),
      digital: false,
      isActive: true,
      isListed: true,
      ratingSum: 0,
      ratingCount: 0,
      ratingRank: 0,
      soldCount: 0,
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
      deletedAt: null,
    });
    return { product, variants };
  }

  private description(number: number): string {
    const text = Array.from({ length: DESCRIPTION_WORDS }, (_, index) =>
      pick(words.prose, scatter(number, 20 + index)),
    );
    if (number % 100 === 0) text[0] = 'marigold';
    return `${text.join(' ')}.`;
  }

  private async recount(stores: Store[]): Promise<void> {
    for (const { id } of stores) {
      const productCount = await this.database.repository(Product).countBy({ storeId: id, isListed: true });
      await this.database.repository(Store).update({ id }, { productCount });
    }
  }
}
