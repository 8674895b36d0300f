import { activeFilters, priceLabel } from './filter-labels';
import { readFilters, withFilters } from './filters';

const read = (query: string) => {
  const filters = readFilters(new URLSearchParams(query));
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
};

it('reads what the API takes', () => {
  expect(
    read(
      'search=+mug+&category=ceramics&store=3&minPrice=10&maxPrice=49.99&minRating=4&inStock=true&digital=false&sort=-price',
    ),
  ).toEqual({
    search: 'mug',
    category: 'ceramics',
    store: 3,
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
  'category=%27%20or%201&sort=cheapest&search=%20&digital=maybe',
])('leaves out what the API would refuse: %s', (query) => {
  expect(read(query)).toEqual({});
});

it('changes some filters, keeps the others, and forgets how far one had scrolled', () => {
  const params = new URLSearchParams('search=mug&minPrice=10&shown=72');
  expect(withFilters(params, { minPrice: undefined, inStock: true }).toString()).toBe(
    'search=mug&inStock=true',
  );
});

it('names active filters, one for both ends of the price', () => {
  const active = activeFilters({ minPrice: '25.00', maxPrice: '49.99', store: 3 }, { store: 'Loom & Line' });
  expect(active.map(({ label }) => label)).toEqual(['Loom & Line', '$25 – $49.99']);
  expect(Object.keys(active[1]?.without ?? {})).toEqual(['minPrice', 'maxPrice']);
});

it.each([
  [{ minPrice: '250.00' }, '$250 and up'],
  [{ maxPrice: '24.99' }, 'Up to $24.99'],
])('says %j as %s', (range, label) => {
  expect(priceLabel(range)).toBe(label);
});
