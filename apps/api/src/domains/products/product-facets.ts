import { formatMinor } from '@souk/contracts';
import type { PriceFacet, ProductFacets, RatingFacet } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import type { CategoryTree } from './category-tree';
import type { Product } from './product.entity';

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

export async function priceFacets(products: SelectQueryBuilder<Product>): Promise<PriceFacet[]> {
  const ends = BANDS.map((min, index) => ({ min, max: BANDS[index + 1] ?? null }));
  const counts = await countCases(
    products,
    ends.map(({ min, max }) => `product.price >= ${min}${max === null ? '' : ` AND product.price < ${max}`}`),
  );
  return ends.map(({ min, max }, index) => ({
    min: formatMinor(min),
    max: max === null ? null : formatMinor(max),
    count: counts[index] ?? 0,
  }));
}

export async function ratingFacets(products: SelectQueryBuilder<Product>): Promise<RatingFacet[]> {
  const counts = await countCases(
    products,
    RATINGS.map((rating) => `product.ratingRank >= ${rating * 1000}`),
  );
  return RATINGS.map((minRating, index) => ({ minRating, count: counts[index] ?? 0 }));
}

/** Rows that meet each condition, in one pass. The conditions are ours, never the caller's text. */
async function countCases(products: SelectQueryBuilder<Product>, conditions: string[]): Promise<number[]> {
  products.select([]);
  conditions.forEach((condition, index) =>
    products.addSelect(`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`, `case${index}`),
  );
  const row = await products.getRawOne<Record<string, string | number | null>>();
  return conditions.map((_, index) => Number(row?.[`case${index}`] ?? 0));
}
