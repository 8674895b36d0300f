import { Matches, ValidateBy } from 'class-validator';
import { PageQuery } from './common.dto';
import { PRODUCT_SORTS, PRODUCT_STATUSES, type ProductSort, type ProductStatus } from './enums';
import { LIMITS, RATING } from './limits';
import { parseMoney } from './money';
import { QueryCount, QueryFlag, QueryId, QueryIds, QueryList, QueryOptions } from './query-validators';
import { Line, OneOf, Optional } from './validators';

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

  /**
   * Ids or slugs of categories, with their subcategories: products of any of them. Repeated, or between commas.
   * @example ["ceramics"]
   */
  @Optional()
  @QueryList((text) => text.split(','))
  @Matches(/^[a-z0-9-]{1,140}$/, { each: true, message: 'must be the id or the slug of a category' })
  category?: string[];

  /** Ids of stores: products of any of them. Repeated, or between commas. @example [3] */
  @Optional()
  @QueryIds()
  store?: number[];

  /**
   * Options of variants, each as `Name:value`; upper and lower case are the same. Of one name, any of the values; of
   * several names, all. Repeated, or between commas; a backslash goes before each comma, colon and backslash that
   * belongs to a name or value: `Length:1\,5 m`.
   * @example ["Size:M", "Size:L", "Colour:Red"]
   */
  @Optional()
  @QueryOptions()
  options?: string[];

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

  /** Adds what the list can be narrowed to, with the number of products that each choice would leave. */
  @Optional()
  @QueryFlag()
  facets?: boolean;
}

export class MyProductQuery extends ProductQuery {
  /** Only active, or only inactive ones. */
  @Optional()
  @QueryFlag()
  isActive?: boolean;

  /** Only those of this status. */
  @Optional()
  @OneOf(PRODUCT_STATUSES, 'ProductStatus')
  status?: ProductStatus;

  /** Only products with at most this many units. */
  @Optional()
  @QueryCount(0, LIMITS.stock.max)
  maxStock?: number;

  /**
   * Only those with a variant of which there are as few units as their store calls low, or only the others; downloads never
   * run low.
   */
  @Optional()
  @QueryFlag()
  lowStock?: boolean;

  /** Only digital ones whose file has not been added, or only the others. */
  @Optional()
  @QueryFlag()
  fileMissing?: boolean;
}

export class SuggestionQuery {
  /** What has been typed so far. @example emb */
  @Line({ min: 1, max: LIMITS.search.max })
  q: string;
}
