import { Injectable } from '@nestjs/common';
import type { ProductSort } from '@souk/contracts';
import type { MyProductQuery } from '@souk/contracts/product-query.dto';
import type { ProductPage } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { page, type Order } from '../../platform/http/pagination';
import { CategoriesQueries } from './categories.queries';
import { FacetsQueries } from './facets.queries';
import type { Product } from './product.entity';
import { ProductFilters, type Facet } from './product-filters';
import { ProductRelevance } from './product-relevance';
import { ProductsMapper } from './products.mapper';
import { SearchSpelling } from './search-spelling';
import { searchWords } from './search-words';

type Products = SelectQueryBuilder<Product>;

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

/** Pages over whichever products the caller starts from, and what they can be narrowed to. */
@Injectable()
export class ProductLists {
  constructor(
    private readonly categories: CategoriesQueries,
    private readonly filters: ProductFilters,
    private readonly facets: FacetsQueries,
    private readonly relevance: ProductRelevance,
    private readonly spelling: SearchSpelling,
    private readonly mapper: ProductsMapper,
  ) {}

  async page(base: Products, query: MyProductQuery): Promise<ProductPage> {
    const tree = await this.categories.tree();
    const narrow = (search?: string) => (except?: Facet) =>
      this.filters.apply(base.clone(), { ...query, search }, tree, except);
    let filtered = narrow(query.search);
    let total = await filtered().getCount();
    const correctedSearch = total === 0 ? await this.spelling.mend(base, query.search) : null;
    if (correctedSearch !== null) {
      filtered = narrow(correctedSearch);
      total = await filtered().getCount();
    }
    const order = this.order(query.sort, correctedSearch ?? query.search);
    const { items, nextCursor } = await page(filtered(), order, query, total);
    const facets = query.facets ? await this.facets.of(filtered, query, tree, total) : null;
    return { items: await this.mapper.toDtos(items), total, nextCursor, correctedSearch, facets };
  }

  private order(sort: ProductSort | undefined, search = ''): Order<Product> {
    if (sort && sort !== 'relevance') return ORDERS[sort];
    return searchWords(search).length > 0 ? this.relevance.order(search) : ORDERS.newest;
  }
}
