import { PRODUCT_SORTS, PRODUCT_STATUSES, type ProductSort } from '@souk/contracts';
import type { OwnProductFilter } from '../api/products';

/** How the table's filters stand in the URL. */
export const FILTER_PARAMS = ['search', 'status', 'stock', 'category', 'sort'] as const;
export type FilterParam = (typeof FILTER_PARAMS)[number];

const STOCK: Record<string, OwnProductFilter> = { low: { lowStock: true }, none: { maxStock: 0 } };

/** Not a status of a product, but looked for as one. */
export const FILE_MISSING = 'file-missing';

export const STATUS_CHOICES = [
  { value: '', label: 'Any status' },
  { value: 'active', label: 'Active' },
  { value: 'draft', label: 'Drafts' },
  { value: 'hidden', label: 'Hidden' },
  { value: 'suspended', label: 'Suspended' },
  { value: FILE_MISSING, label: 'File missing' },
] as const;

export const STOCK_CHOICES = [
  { value: '', label: 'Any stock' },
  { value: 'low', label: 'Running low' },
  { value: 'none', label: 'Sold out' },
] as const;

export const SORT_CHOICES: { value: ProductSort | ''; label: string }[] = [
  { value: '', label: 'Newest first' },
  { value: 'price', label: 'Lowest price' },
  { value: '-price', label: 'Highest price' },
  { value: 'popular', label: 'Best selling' },
  { value: 'rating', label: 'Best rated' },
];

/** What the API is asked for. Values that are none of ours, from an old or a mistyped link, count as absent. */
export function toFilter(params: URLSearchParams, store: number | undefined): OwnProductFilter {
  const search = params.get('search')?.trim();
  const category = params.get('category');
  const sort = PRODUCT_SORTS.find((known) => known === params.get('sort'));
  const status = PRODUCT_STATUSES.find((known) => known === params.get('status'));
  return {
    ...(store !== undefined && { store: [store] }),
    ...(search && { search }),
    ...(category && /^[a-z0-9-]+$/.test(category) && { category: [category] }),
    ...(status && { status }),
    ...(params.get('status') === FILE_MISSING && { fileMissing: true }),
    ...STOCK[params.get('stock') ?? ''],
    // Without it a search would be sorted by relevance, unlike what the choice says.
    sort: sort && sort !== 'relevance' ? sort : 'newest',
  };
}
