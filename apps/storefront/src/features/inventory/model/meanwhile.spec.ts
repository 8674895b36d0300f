import { changedMeanwhile, taking, withStockOf } from './meanwhile';
import { type ProductValues, newValues } from './product-values';
import type { VariantRow } from './variant-grid';

const row = (id: number, stockQuantity: string, price = '18.00'): VariantRow => ({
  ...{ id, values: [], sku: '', price, compareAtPrice: '', stockQuantity },
});
const base: ProductValues = { ...newValues(3), name: 'Mug', variants: [row(1, '5')] };

it('names what is not as it was, and says what both have changed', () => {
  const mine = { ...base, name: 'Tall mug', isActive: false };
  const now = { ...base, name: 'Big mug', description: 'Of clay.', isActive: false };
  expect(changedMeanwhile(base, mine, now)).toEqual([
    { part: 'name', isContested: true },
    { part: 'description', isContested: false },
  ]);
  expect(taking(['description'], now, mine)).toEqual({ ...mine, description: 'Of clay.' });
});

it('follows the stock that was left alone, and says nothing of it', () => {
  const now = { ...base, variants: [row(1, '3')] };
  const mine = { ...base, variants: [row(1, '5', '20.00')] };
  const followed = withStockOf(now, base, mine);
  expect(followed.variants).toEqual([row(1, '3', '20.00')]);
  expect(changedMeanwhile(withStockOf(now, base, base), followed, now)).toEqual([]);
});

it('keeps a stock that was counted anew', () => {
  const mine = { ...base, variants: [row(1, '9')] };
  const now = { ...base, variants: [row(1, '3')] };
  expect(withStockOf(now, base, mine)).toEqual(mine);
  expect(changedMeanwhile(base, mine, now)).toEqual([{ part: 'offer', isContested: true }]);
});
