import type { CategoryDto } from '@souk/contracts/categories.dto';
import { currentSlug, toggleCategory } from './category-path';
import { activeFilters, priceLabel, withoutAny } from './filter-labels';
import { readFilters, toggled, withFilters } from './filters';

const read = (query: string) => {
  const filters = readFilters(new URLSearchParams(query));
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
};

it('reads what the API takes', () => {
  expect(
    read(
      'search=+mug+&category=ceramics,paper&category=paper&store=3&options=Size:M&options=Length:1%5C,5%20m&minPrice=10&maxPrice=49.99&minRating=4&inStock=true&digital=false&sort=-price',
    ),
  ).toEqual({
    search: 'mug',
    category: ['ceramics', 'paper'],
    store: [3],
    options: ['Size:M', 'Length:1\\,5 m'],
    minPrice: '10',
    maxPrice: '49.99',
    minRating: 4,
    inStock: true,
    digital: false,
    sort: '-price',
  });
});

it.each([
  'minPrice=abc&maxPrice=-1',
  'minPrice=1.999',
  'minRating=6&store=0',
  'store=1e3&inStock=false',
  'options=Size&options=:M&options=,',
  'category=%27%20or%201&sort=cheapest&search=%20&digital=maybe',
])('leaves out what the API would refuse: %s', (query) => {
  expect(read(query)).toEqual({});
});

it('changes some filters, keeps the others, and forgets how far one had scrolled', () => {
  const params = new URLSearchParams('search=mug&minPrice=10&shown=72');
  expect(withFilters(params, { minPrice: undefined, inStock: true }).toString()).toBe(
    'search=mug&inStock=true',
  );
  const chosen = withFilters(params, { store: toggled([3], 5), category: toggled(['paper'], 'paper') });
  expect(chosen.toString()).toBe('search=mug&minPrice=10&store=3&store=5');
  expect(readFilters(chosen).store).toEqual([3, 5]);
});

const category = (slug: string, children: CategoryDto[] = [], formerSlugs: string[] = []): CategoryDto => ({
  ...{ id: 1, name: slug, slug, parentId: null, formerSlugs, productCount: 1, children },
});

it('leads from a former slug to the one of now, unless another has it', () => {
  const tree = [category('home', [category('mugs', [], ['cups', 'bowls'])]), category('bowls')];
  const now = (slug: string) => currentSlug(tree, slug);
  expect(['mugs', 'cups', 'bowls', 'lost'].map(now)).toEqual(['mugs', 'mugs', 'bowls', 'lost']);
});

it('takes a category in place of those above and below it', () => {
  const tree = [category('home', [category('ceramics', [category('mugs')]), category('lamps')])];
  expect(toggleCategory(tree, ['home'], 'ceramics')).toEqual(['ceramics']);
  expect(toggleCategory(tree, ['mugs', 'lamps'], 'ceramics')).toEqual(['lamps', 'ceramics']);
  expect(toggleCategory(tree, ['ceramics'], 'ceramics')).toBeUndefined();
});

it('names active filters, one for both ends of the price', () => {
  const names = { store: () => 'Loom & Line', category: () => undefined };
  const options = ['Size:M', 'Size:L'];
  const active = activeFilters({ minPrice: '25.00', maxPrice: '49.99', store: [3], options }, names);
  expect(active.map(({ label }) => label)).toEqual(['Loom & Line', 'Size: M', 'Size: L', '$25 – $49.99']);
  expect(active[1]?.without).toEqual({ options: ['Size:L'] });
  expect(withoutAny(active)).toEqual({
    store: undefined,
    options: undefined,
    minPrice: undefined,
    maxPrice: undefined,
  });
});

it.each([
  [{ minPrice: '250.00' }, '$250 and up'],
  [{ maxPrice: '24.99' }, 'Up to $24.99'],
])('says %j as %s', (range, label) => {
  expect(priceLabel(range)).toBe(label);
});
