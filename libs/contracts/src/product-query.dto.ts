import { Matches, ValidateBy } from 'class-validator';
import { PageQuery } from './common.dto';
import { PRODUCT_SORTS, type ProductSort } from './enums';
import { LIMITS, RATING } from './limits';
import { parseMoney } from './money';
import { Line, OneOf, Optional, QueryCount, QueryFlag, QueryId } from './validators';

const QueryMoney = () =>
  ValidateBy({
    name: 'queryMoney',
    validator: {
      validate: (value) => parseMoney(value) !== undefined,
      defaultMessage: () => 'must be an amount such as 19.99',
    },
  });

export class ProductQuery extends PageQuery {
  /** Words in name, description, store, category or options. */
  @Optional()
  @Line({ max: LIMITS.search.max })
  search?: string;

  /** Id or slug of a category; its subcategories count too. @example ceramics */
  @Optional()
  @Matches(/^[a-z0-9-]{1,140}$/, { message: 'must be the id or the slug of a category' })
  category?: string;

  @Optional()
  @QueryId()
  store?: number;

  /** User id of a vendor. */
  @Optional()
  @QueryId()
  vendor?: number;

  /** @example 10.00 */
  @Optional()
  @QueryMoney()
  minPrice?: string;

  /** @example 50.00 */
  @Optional()
  @QueryMoney()
  maxPrice?: string;

  /** Average of at least this. */
  @Optional()
  @QueryCount(RATING.min, RATING.max)
  minRating?: number;

  @Optional()
  @QueryFlag()
  inStock?: boolean;

  @Optional()
  @QueryFlag()
  digital?: boolean;

  /** Default `relevance` with `search`, else `newest`. */
  @Optional()
  @OneOf(PRODUCT_SORTS, 'ProductSort')
  sort?: ProductSort;

  /** Adds counts per category, price band and rating. */
  @Optional()
  @QueryFlag()
  facets?: boolean;
}

export class MyProductQuery extends ProductQuery {
  /** Only active, or only inactive ones. */
  @Optional()
  @QueryFlag()
  isActive?: boolean;

  /** Only products with at most this many units. */
  @Optional()
  @QueryCount(0, LIMITS.stock.max)
  maxStock?: number;
}
