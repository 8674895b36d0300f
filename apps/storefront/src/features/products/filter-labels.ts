import { readOption } from '@souk/contracts';
import { formatMoney } from '~/lib/format';
import { type ProductFilters, toggled } from './filters';

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
  category: (slug: string) => string | undefined;
  store: (id: number) => string | undefined;
}

export interface ActiveFilter {
  label: string;
  /** What takes it away. */
  without: Partial<ProductFilters>;
}

/** The filters that narrow the list, in words. `names` knows those of categories and stores, once they have come. */
export function activeFilters(filters: ProductFilters, names: Names): ActiveFilter[] {
  const { search, category = [], store = [], options = [] } = filters;
  const { minPrice, maxPrice, minRating, inStock, digital } = filters;
  const active: ActiveFilter[] = [];
  if (search) active.push({ label: `“${search}”`, without: { search: undefined, sort: undefined } });
  for (const slug of category)
    active.push({ label: names.category(slug) ?? slug, without: { category: toggled(category, slug) } });
  for (const id of store)
    active.push({ label: names.store(id) ?? `Store ${id}`, without: { store: toggled(store, id) } });
  for (const option of options) {
    const { name, value } = readOption(option) ?? { name: '', value: option };
    active.push({ label: `${name}: ${value}`, without: { options: toggled(options, option) } });
  }
  if (minPrice !== undefined || maxPrice !== undefined)
    active.push({ label: priceLabel(filters), without: { minPrice: undefined, maxPrice: undefined } });
  if (minRating) active.push({ label: ratingLabel(minRating), without: { minRating: undefined } });
  if (inStock) active.push({ label: 'In stock', without: { inStock: undefined } });
  if (digital !== undefined)
    active.push({ label: digital ? 'Downloads' : 'No downloads', without: { digital: undefined } });
  return active;
}

/** What takes all of them away. */
export const withoutAny = (active: readonly ActiveFilter[]): Partial<ProductFilters> =>
  Object.fromEntries(active.flatMap(({ without }) => Object.keys(without)).map((name) => [name, undefined]));
