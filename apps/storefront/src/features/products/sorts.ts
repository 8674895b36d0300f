import type { ProductSort } from '@souk/contracts';

const LABELS: Record<ProductSort, string> = {
  relevance: 'Best match',
  newest: 'Newest',
  popular: 'Best selling',
  price: 'Price: low to high',
  '-price': 'Price: high to low',
  rating: 'Best rated',
};

/** Best match means something only for words that were searched. The first is what the API does unasked. */
export function sortChoices(searching: boolean): { value: ProductSort; label: string }[] {
  const values: ProductSort[] = ['newest', 'popular', 'price', '-price', 'rating'];
  if (searching) values.unshift('relevance');
  return values.map((value) => ({ value, label: LABELS[value] }));
}
