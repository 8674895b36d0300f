import { formatMoney } from '~/lib/format';
import type { ProductFilters } from './filters';

/** "$25 – $50", "Under $25", "$250 and up". Cents only where there are some. */
export function priceLabel({ minPrice, maxPrice }: Pick<ProductFilters, 'minPrice' | 'maxPrice'>): string {
  const amount = (value: string) => formatMoney(value).replace(/\.00$/, '');
  if (minPrice !== undefined && maxPrice !== undefined) return `${amount(minPrice)} – ${amount(maxPrice)}`;
  if (maxPrice !== undefined) return `Up to ${amount(maxPrice)}`;
  return minPrice === undefined ? 'Any price' : `${amount(minPrice)} and up`;
}

export const ratingLabel = (minRating: number): string =>
  minRating === 5 ? '5 stars' : `${minRating} stars and up`;

interface Names {
  category?: string;
  store?: string;
}

interface ActiveFilter {
  label: string;
  /** What takes it away. */
  without: Partial<ProductFilters>;
}

/** The filters that narrow the list, in words. `names` are those of the chosen category and store, once known. */
export function activeFilters(filters: ProductFilters, names: Names): ActiveFilter[] {
  const { search, category, store, minPrice, maxPrice, minRating, inStock, digital } = filters;
  const active: ActiveFilter[] = [];
  if (search) active.push({ label: `“${search}”`, without: { search: undefined, sort: undefined } });
  if (category) active.push({ label: names.category ?? category, without: { category: undefined } });
  if (store) active.push({ label: names.store ?? 'One store', without: { store: undefined } });
  if (minPrice !== undefined || maxPrice !== undefined)
    active.push({ label: priceLabel(filters), without: { minPrice: undefined, maxPrice: undefined } });
  if (minRating) active.push({ label: ratingLabel(minRating), without: { minRating: undefined } });
  if (inStock) active.push({ label: 'In stock', without: { inStock: undefined } });
  if (digital !== undefined)
    active.push({ label: digital ? 'Downloads' : 'No downloads', without: { digital: undefined } });
  return active;
}
