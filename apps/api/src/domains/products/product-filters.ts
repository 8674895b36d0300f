import { Injectable } from '@nestjs/common';
import { readOption, toMinor, type ProductStatus } from '@souk/contracts';
import type { MyProductQuery } from '@souk/contracts/product-query.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { CategoriesQueries } from './categories.queries';
import type { CategoryTree } from './category-tree';
import type { Product } from './product.entity';
import { nameKeyOf, valueKeyOf } from './product-options';
import { ProductSearch } from './product-search';
import { queryWords, stemOf } from './search-words';

type Products = SelectQueryBuilder<Product>;

/** What a list can be narrowed by; of options each name for itself. */
export type Facet = 'category' | 'price' | 'rating' | 'inStock' | 'digital' | 'store' | `option ${string}`;

/** The products of a list, without one of its filters. */
export type Filtered = (except?: Facet) => Products;

export const optionFacet = (nameKey: string): Facet => `option ${nameKey}`;

const ACTIVE = 'product.isActive = :active AND product.suspendedAt IS NULL';

/** As `Product.status` says it of one. */
const STATUS: Record<ProductStatus, string> = {
  active: ACTIVE,
  draft: 'product.isActive = :inactive AND product.suspendedAt IS NULL AND product.publishedAt IS NULL',
  hidden: 'product.isActive = :inactive AND product.suspendedAt IS NULL AND product.publishedAt IS NOT NULL',
  suspended: 'product.suspendedAt IS NOT NULL',
};

/** Digital, and nothing to download. */
const WITHOUT_FILE = `product.digital = :isDigital AND NOT EXISTS
  (SELECT 1 FROM product_files f WHERE f.product_id = product.id)`;

/** Of any variant, as the store says it; nobody runs out of downloads. */
const LOW = `product.digital = :isDownload AND EXISTS
  (SELECT 1 FROM product_variants lv WHERE lv.product_id = product.id AND lv.deleted_at IS NULL
   AND lv.stock_quantity <= (SELECT ls.low_stock_at FROM stores ls WHERE ls.id = product.storeId))`;

/** The chosen values of each chosen option, both as keys. */
export function chosenOptions({ options = [] }: MyProductQuery): Map<string, string[]> {
  const chosen = new Map<string, string[]>();
  for (const { name, value } of options.flatMap((text) => readOption(text) ?? [])) {
    const key = nameKeyOf(name);
    chosen.set(key, [...(chosen.get(key) ?? []), valueKeyOf(value)]);
  }
  return chosen;
}

@Injectable()
export class ProductFilters {
  constructor(
    private readonly search: ProductSearch,
    private readonly categories: CategoriesQueries,
  ) {}

  /**
   * What the query leaves of the products when this is searched for, which need not be what was typed. A facet counts
   * what its own filter leaves out, so that the other choices show what they would give.
   */
  async narrowing(base: Products, query: MyProductQuery): Promise<(search?: string) => Filtered> {
    const tree = await this.categories.tree();
    return (search) => (except) => this.apply(base.clone(), { ...query, search }, tree, except);
  }

  private apply(products: Products, query: MyProductQuery, tree: CategoryTree, except?: Facet): Products {
    this.bySearch(products, query.search);
    if (query.category !== undefined && except !== 'category') {
      const chosen = query.category.map((key) => tree.find(key));
      const categoryIds = chosen.flatMap((category) => (category ? tree.idsUnder(category.id) : []));
      among(products, 'product.categoryId', 'categoryIds', categoryIds);
    }
    if (query.store !== undefined && except !== 'store')
      among(products, 'product.storeId', 'storeIds', query.store);
    if (query.vendor !== undefined) {
      const ofVendor = 'SELECT vs.id FROM stores vs WHERE vs.vendor_id = :vendor';
      products.andWhere(`product.storeId IN (${ofVendor})`, { vendor: query.vendor });
    }
    byOptions(products, query, except);
    if (except !== 'price') byPrice(products, query);
    if (query.minRating !== undefined && except !== 'rating')
      products.andWhere('product.ratingRank >= :minRank', { minRank: query.minRating * 1000 });
    if (query.inStock !== undefined && except !== 'inStock')
      products.andWhere(query.inStock ? 'product.stockQuantity > 0' : 'product.stockQuantity = 0');
    if (query.digital !== undefined && except !== 'digital')
      products.andWhere('product.digital = :digital', { digital: query.digital });
    if (query.isActive !== undefined)
      products.andWhere(query.isActive ? ACTIVE : `NOT (${ACTIVE})`, { active: true });
    if (query.status !== undefined)
      products.andWhere(STATUS[query.status], { active: true, inactive: false });
    if (query.maxStock !== undefined)
      products.andWhere('product.stockQuantity <= :maxStock', { maxStock: query.maxStock });
    if (query.lowStock !== undefined)
      products.andWhere(query.lowStock ? LOW : `NOT (${LOW})`, { isDownload: false });
    if (query.fileMissing !== undefined)
      products.andWhere(query.fileMissing ? WITHOUT_FILE : `NOT (${WITHOUT_FILE})`, { isDigital: true });
    return products;
  }

  private bySearch(products: Products, search = ''): void {
    if (search === '') return;
    const words = queryWords(search);
    if (words.length > 0) this.search.apply(products, words.map(stemOf));
    // nothing but punctuation is in no product
    else products.andWhere('1 = 0');
  }
}

/** A single one by equality: then its index gives the rows in their order. */
function among(products: Products, column: string, name: string, ids: number[]): void {
  if (ids.length === 0) products.andWhere('1 = 0');
  else if (ids.length === 1) products.andWhere(`${column} = :${name}`, { [name]: ids[0] });
  else products.andWhere(`${column} IN (:...${name})`, { [name]: ids });
}

function byOptions(products: Products, query: MyProductQuery, except?: Facet): void {
  for (const [index, [name, values]] of [...chosenOptions(query)].entries()) {
    if (except === optionFacet(name)) continue;
    products.andWhere(
      `product.id IN (SELECT o.product_id FROM product_options o
        WHERE o.name_key = :option${index} AND o.value_key IN (:...values${index}))`,
      { [`option${index}`]: name, [`values${index}`]: values },
    );
  }
}

function byPrice(products: Products, { minPrice, maxPrice }: MyProductQuery): void {
  if (minPrice !== undefined)
    products.andWhere('product.price >= :minPrice', { minPrice: toMinor(minPrice) });
  if (maxPrice !== undefined)
    products.andWhere('product.price <= :maxPrice', { maxPrice: toMinor(maxPrice) });
}
