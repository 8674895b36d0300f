import { Injectable } from '@nestjs/common';
import type { ProductSort } from '@souk/contracts';
import type { MyProductQuery } from '@souk/contracts/product-query.dto';
import type { ProductPage } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { Remembered } from '../../platform/cache/remembered';
import { any } from '../../platform/cache/topics';
import { listKey, pageOfIds, type OrderBy } from '../../platform/http/pagination';
import { FacetsQueries } from './facets.queries';
import type { Product } from './product.entity';
import { ProductFilters } from './product-filters';
import { ProductRelevance } from './product-relevance';
import { ProductsMapper } from './products.mapper';
import { SearchSpelling } from './search-spelling';
import { searchWords } from './search-words';

type Products = SelectQueryBuilder<Product>;

const by = (field: keyof Product, direction: 'ASC' | 'DESC'): OrderBy => ({
  by: `product.${field}`,
  id: 'product.id',
  direction,
});

const ORDERS: Record<Exclude<ProductSort, 'relevance'>, OrderBy> = {
  newest: by('id', 'DESC'),
  price: by('price', 'ASC'),
  '-price': by('price', 'DESC'),
  rating: by('ratingRank', 'DESC'),
  popular: by('soldCount', 'DESC'),
};

/** Kept by the text of the query, about 1 kB each. */
const TOTALS_MAX = 2000;

/** Pages over whichever products the caller starts from, and what they can be narrowed to. */
@Injectable()
export class ProductLists {
  private readonly totals: ReturnType<typeof Remembered.prototype.byText<number>>;

  constructor(
    private readonly filters: ProductFilters,
    private readonly facets: FacetsQueries,
    private readonly relevance: ProductRelevance,
    private readonly spelling: SearchSpelling,
    private readonly mapper: ProductsMapper,
    remembered: Remembered,
  ) {
    this.totals = remembered.byText<number>(TOTALS_MAX);
  }

  async page(base: Products, query: MyProductQuery): Promise<ProductPage> {
    const narrow = await this.filters.narrowing(base, query);
    let filtered = narrow(query.search);
    const first =
      query.search && !query.cursor ? await this.found(filtered(), query, query.search, true) : null;
    let total = first?.total ?? (await this.count(filtered(), query));
    const correctedSearch = total === 0 ? await this.spelling.mend(base, query.search) : null;
    if (correctedSearch !== null) {
      filtered = narrow(correctedSearch);
      total = await this.count(filtered(), query);
    }
    const { ids, nextCursor } =
      first && correctedSearch === null
        ? first
        : await this.found(filtered(), query, correctedSearch ?? query.search);
    const dtos = await this.mapper.byIds(ids);
    const items = ids.flatMap((id) => dtos.get(id) ?? []);
    const facets = query.facets ? await this.facets.of(filtered, query, total) : null;
    return { items, total, nextCursor, correctedSearch, facets };
  }

  private found(products: Products, query: MyProductQuery, search?: string, counted = false) {
    return pageOfIds(products, this.order(query.sort, search), query, counted);
  }

  /** Sales change the stock of products, not which of them there are. */
  private count(products: Products, { inStock, maxStock, lowStock }: MyProductQuery): Promise<number> {
    const ofStock = [inStock, maxStock, lowStock].some((asked) => asked !== undefined) ? [any('stock')] : [];
    const topics = [any('product'), any('store'), ...ofStock];
    return this.totals(listKey(products), topics, () => products.getCount());
  }

  private order(sort: ProductSort | undefined, search = ''): OrderBy {
    if (sort && sort !== 'relevance') return ORDERS[sort];
    return searchWords(search).length > 0 ? this.relevance.order(search) : ORDERS.newest;
  }
}
