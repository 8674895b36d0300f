import type { ProductDto } from '@souk/contracts/products.dto';
import { render } from '@testing-library/react';
import { productColumns } from './product-columns';

const STORE = 7;
const columns = productColumns(new Set(), new Map([[STORE, 5]]));

/** What the table says of a product with so many on hand of each size. */
function stockOf(counts: number[], change: Partial<ProductDto> = {}): string | null {
  const variants = counts.map((stockQuantity, index) => ({
    stockQuantity,
    options: { Size: ['S', 'M', 'L'][index] },
  }));
  const stockQuantity = counts.reduce((sum, count) => sum + count, 0);
  const product = { store: { id: STORE }, digital: false, stockQuantity, variants, ...change } as ProductDto;
  const cell = columns.find(({ id }) => id === 'stock')?.cell(product);
  return render(<>{cell}</>).container.textContent;
}

it.each<[string, number[], string]>([
  ['plenty', [6, 9], '15'],
  ['one kind of goods alone', [3], '3 left'],
  ['little of one variant', [20, 2, 20], '42M: 2 left'],
  ['none of one variant', [0, 9], '9S: Sold out'],
  ['none at all', [0, 0], 'Sold out'],
])('says of stock what is scarcest: %s', (_, counts, said) => expect(stockOf(counts)).toBe(said));

it('calls no download scarce', () => expect(stockOf([3, 4], { digital: true })).toBe('7'));
