import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import type { Database } from '../../platform/database/database';
import { Store } from '../stores/store.entity';
import { Category } from './category.entity';
import { Product, ProductVariant } from './product.entity';
import { saveOptions } from './product-options';
import { KEYWORDS_END, type SearchEntry } from './search-entry';
import { searchWords } from './search-words';
import { learnWords } from './search-vocabulary';

/** UTF-16 units: at most 60 kB as UTF-8, which a text column holds. */
const BODY_MAX = 20_000;
const BATCH = 200;

/** Finds products by words, kept beside the catalogue in whatever way the database does best. */
export abstract class ProductSearch {
  constructor(protected readonly database: Database) {}

  /**
   * Narrows to products with words that begin with each of these (of `stemOf`), and joins what is searched of each as
   * `ps`: `ps.name`, `ps.body`.
   */
  abstract apply(products: SelectQueryBuilder<Product>, words: string[]): void;

  /**
   * SQL for what relevance looks at: ` name | keywords |`, its words between single spaces. Compared byte by byte: it has
   * been made alike already, and the language's rules are slow.
   */
  abstract readonly headline: string;

  /** Ids of some products whose names begin with this phrase (of `searchWords`). */
  abstract beginning(phrase: string, most: number): Promise<number[]>;

  /** Ids of some products whose names have this phrase at the beginning of a word. */
  abstract containing(phrase: string, most: number): Promise<number[]>;

  async remove(productIds: number[]): Promise<void> {
    if (productIds.length === 0) return;
    await this.erase(productIds);
    await saveOptions(this.database, productIds, []);
  }

  protected abstract erase(productIds: number[]): Promise<void>;

  protected abstract write(entries: SearchEntry[]): Promise<void>;

  /** Reads the products anew; in the unit of work of what changed them. */
  async index(productIds: number[]): Promise<void> {
    for (let start = 0; start < productIds.length; start += BATCH) {
      await this.indexBatch(productIds.slice(start, start + BATCH));
    }
  }

  private async indexBatch(ids: number[]): Promise<void> {
    const products = await this.database.repository(Product).findBy({ id: In(ids), deletedAt: IsNull() });
    const stores = await this.namesOf(
      Store,
      products.map(({ storeId }) => storeId),
    );
    const categories = await this.namesOf(
      Category,
      products.flatMap(({ categoryId }) => categoryId ?? []),
    );
    const variants = await this.database
      .repository(ProductVariant)
      .findBy({ productId: In(ids), deletedAt: IsNull() });
    const entries = products.map((product) => {
      const own = variants.filter(({ productId }) => productId === product.id);
      const labels = [
        stores.get(product.storeId),
        product.categoryId && categories.get(product.categoryId),
        ...own.flatMap(({ sku, options }) => [sku, ...Object.values(options)]),
      ];
      const keywords = new Set(searchWords(labels.filter(Boolean).join(' ')));
      const others = searchWords(product.description).filter((word) => !keywords.has(word));
      return {
        productId: product.id,
        name: searchWords(product.name).join(' '),
        // the long text last: what does not fit is its end
        body: [...keywords, KEYWORDS_END, ...new Set(others)].join(' ').slice(0, BODY_MAX),
      };
    });
    if (entries.length === 0) return;
    await this.write(entries);
    await saveOptions(this.database, ids, variants);
    await learnWords(this.database, entries);
  }

  private async namesOf(entity: typeof Store | typeof Category, ids: number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database
      .repository<Store | Category>(entity)
      .find({ where: { id: In([...new Set(ids)]) }, select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
