import { Injectable } from '@nestjs/common';
import { toMinor, type ProductSort } from '@souk/contracts';
import type { MyProductQuery } from '@souk/contracts/product-query.dto';
import type { ProductFacets, ProductPage } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { page, type Order } from '../../platform/http/pagination';
import { CategoriesQueries } from './categories.queries';
import type { CategoryTree } from './category-tree';
import type { Product } from './product.entity';
import { categoryFacets, priceFacets, ratingFacets } from './product-facets';
import { ProductRelevance } from './product-relevance';
import { ProductSearch } from './product-search';
import { ProductsMapper } from './products.mapper';
import { searchWords } from './search-words';

type Products = SelectQueryBuilder<Product>;
type Facet = 'category' | 'price' | 'rating';

const by = (field: keyof Product & string, direction: 'ASC' | 'DESC'): Order<Product> => ({
  by: `product.${field}`,
  id: 'product.id',
  direction,
  key: (product) => product[field] as number,
});

const ORDERS: Record<Exclude<ProductSort, 'relevance'>, Order<Product>> = {
  newest: by('id', 'DESC'),
  price: by('price', 'ASC'),
  '-price': by('price', 'DESC'),
  rating: by('ratingRank', 'DESC'),
  popular: by('soldCount', 'DESC'),
};

const ACTIVE = 'product.isActive = :active AND product.suspendedAt IS NULL';

/** Pages, filters and facets over whichever products the caller starts from. */
@Injectable()
export class ProductLists {
  constructor(
    private readonly categories: CategoriesQueries,
    private readonly search: ProductSearch,
    private readonly relevance: ProductRelevance,
    private readonly mapper: ProductsMapper,
  ) {}

  async page(base: Products, query: MyProductQuery): Promise<ProductPage> {
    const tree = await this.categories.tree();
    const filtered = (except?: Facet) => this.filter(base.clone(), query, tree, except);
    const { items, ...rest } = await page(filtered(), this.order(query), query);
    const facets: ProductFacets | null = query.facets
      ? {
          categories: await categoryFacets(filtered('category'), tree),
          prices: await priceFacets(filtered('price')),
          ratings: await ratingFacets(filtered('rating')),
        }
      : null;
    return { items: await this.mapper.toDtos(items), ...rest, facets };
  }

  private order({ search, sort }: MyProductQuery): Order<Product> {
    const words = searchWords(search ?? '');
    if (sort && sort !== 'relevance') return ORDERS[sort];
    return words.length > 0 ? this.relevance.order(words) : ORDERS.newest;
  }

  /** A facet counts what its own filter leaves out, so that the other choices show what they would give. */
  private filter(products: Products, query: MyProductQuery, tree: CategoryTree, except?: Facet): Products {
    this.filterBySearch(products, query.search);
    if (query.category !== undefined && except !== 'category') {
      const category = tree.find(query.category);
      const categoryIds = category ? tree.idsUnder(category.id) : [0];
      products.andWhere('product.categoryId IN (:...categoryIds)', { categoryIds });
    }
    if (query.store !== undefined) products.andWhere('product.storeId = :store', { store: query.store });
    if (query.vendor !== undefined) {
      const ofVendor = 'SELECT vs.id FROM stores vs WHERE vs.vendor_id = :vendor';
      products.andWhere(`product.storeId IN (${ofVendor})`, { vendor: query.vendor });
    }
    if (except !== 'price') this.filterByPrice(products, query);
    if (query.minRating !== undefined && except !== 'rating')
      products.andWhere('product.ratingRank >= :minRank', { minRank: query.minRating * 1000 });
    if (query.inStock !== undefined)
      products.andWhere(query.inStock ? 'product.stockQuantity > 0' : 'product.stockQuantity = 0');
    if (query.digital !== undefined)
      products.andWhere('product.digital = :digital', { digital: query.digital });
    if (query.isActive !== undefined)
      products.andWhere(query.isActive ? ACTIVE : `NOT (${ACTIVE})`, { active: true });
    if (query.maxStock !== undefined)
      products.andWhere('product.stockQuantity <= :maxStock', { maxStock: query.maxStock });
    return products;
  }

  private filterBySearch(products: Products, search = ''): void {
    if (search === '') return;
    const words = searchWords(search);
    if (words.length > 0) this.search.apply(products, words);
    // nothing but punctuation is in no product
    else products.andWhere('1 = 0');
  }

  private filterByPrice(products: Products, { minPrice, maxPrice }: MyProductQuery): void {
    if (minPrice !== undefined)
      products.andWhere('product.price >= :minPrice', { minPrice: toMinor(minPrice) });
    if (maxPrice !== undefined)
      products.andWhere('product.price <= :maxPrice', { maxPrice: toMinor(maxPrice) });
  }
}
