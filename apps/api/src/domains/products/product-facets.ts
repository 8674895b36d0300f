import { formatMinor } from '@souk/contracts';
import type { FlagFacet, PriceFacet, ProductFacets, RatingFacet } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import type { CategoryTree } from './category-tree';
import type { Product } from './product.entity';
import { ProductOption } from './product-option.entity';

/** Lower ends of the price bands, in minor units. */
const BANDS = [0, 2_500, 5_000, 10_000, 25_000];
const RATINGS = [4, 3, 2, 1];

/** Products directly in each category; those without one are left out. */
export async function countByCategory(products: SelectQueryBuilder<Product>): Promise<Map<number, number>> {
  const rows = await products
    .andWhere('product.categoryId IS NOT NULL')
    .select('product.categoryId', 'id')
    .addSelect('COUNT(*)', 'count')
    .groupBy('product.categoryId')
    .getRawMany<{ id: number; count: string | number }>();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** Categories with products, each with those below it. */
export async function categoryFacets(
  products: SelectQueryBuilder<Product>,
  tree: CategoryTree,
): Promise<ProductFacets['categories']> {
  const counts = tree.rollUp(await countByCategory(products));
  return tree.categories
    .map(({ id, name, slug }) => ({ id, name, slug, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** A facet that counts rows by conditions; the conditions are ours, never the caller's text. */
interface Cases<T> {
  conditions: string[];
  facets: (counts: number[]) => T[];
}

const bands = BANDS.map((min, index) => ({ min, max: BANDS[index + 1] ?? null }));

export const PRICES: Cases<PriceFacet> = {
  conditions: bands.map(
    ({ min, max }) => `product.price >= ${min}${max === null ? '' : ` AND product.price < ${max}`}`,
  ),
  facets: (counts) =>
    bands.map(({ min, max }, index) => ({
      min: formatMinor(min),
      max: max === null ? null : formatMinor(max),
      count: counts[index] ?? 0,
    })),
};

export const STARS: Cases<RatingFacet> = {
  conditions: RATINGS.map((rating) => `product.ratingRank >= ${rating * 1000}`),
  facets: (counts) => RATINGS.map((minRating, index) => ({ minRating, count: counts[index] ?? 0 })),
};

const flag = (whenTrue: string, whenFalse: string): Cases<FlagFacet> => ({
  conditions: [whenTrue, whenFalse],
  facets: ([yes = 0, no = 0]) => [
    { value: true, count: yes },
    { value: false, count: no },
  ],
});

export const IN_STOCK = flag('product.stockQuantity > 0', 'product.stockQuantity = 0');
export const DIGITAL = flag('product.digital = TRUE', 'product.digital = FALSE');

/** Rows that meet each condition, in one pass. */
export async function countCases(
  products: SelectQueryBuilder<Product>,
  conditions: string[],
): Promise<number[]> {
  if (conditions.length === 0) return [];
  products.select([]);
  conditions.forEach((condition, index) =>
    products.addSelect(`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`, `case${index}`),
  );
  const row = await products.getRawOne<Record<string, string | number | null>>();
  return conditions.map((_, index) => Number(row?.[`case${index}`] ?? 0));
}

/** Products of each store. The condition, which always holds, lets MariaDB answer from the index over stores. */
export async function countByStore(products: SelectQueryBuilder<Product>): Promise<Map<number, number>> {
  const rows = await products
    .andWhere('product.storeId > 0')
    .select('product.storeId', 'id')
    .addSelect('COUNT(*)', 'count')
    .groupBy('product.storeId')
    .getRawMany<{ id: number; count: string | number }>();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

export interface OptionCount {
  nameKey: string;
  valueKey: string;
  name: string;
  value: string;
  count: number;
}

const OPTION_ROWS = 1000;

/** Products with each value of each option, those of most products first. */
export async function countByOption(products: SelectQueryBuilder<Product>): Promise<OptionCount[]> {
  const rows = await products
    .innerJoin(ProductOption, 'po', 'po.productId = product.id')
    .select('po.nameKey', 'nameKey')
    .addSelect('po.valueKey', 'valueKey')
    .addSelect('MIN(po.name)', 'name')
    .addSelect('MIN(po.value)', 'value')
    .addSelect('COUNT(*)', 'count')
    .groupBy('po.nameKey')
    .addGroupBy('po.valueKey')
    .orderBy('COUNT(*)', 'DESC')
    .addOrderBy('po.nameKey')
    .addOrderBy('po.valueKey')
    .limit(OPTION_ROWS)
    .getRawMany<Omit<OptionCount, 'count'> & { count: string | number }>();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
