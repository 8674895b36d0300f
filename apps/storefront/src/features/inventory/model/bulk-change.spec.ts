import { type PriceWay, type StockWay, isPercent, priceChange, stockChange } from './bulk-change';

it.each<[PriceWay, string, object]>([
  ['set', ' 19.90 ', { set: '19.90' }],
  ['raise', '2', { add: '2' }],
  ['lower', '2.50', { add: '-2.50' }],
  ['raisePercent', '10', { percent: '10' }],
  ['lowerPercent', '7.5', { percent: '-7.5' }],
])('a price: %s %s', (way, figure, price) => {
  expect(priceChange(way, figure)).toEqual({ price });
});

it.each<[StockWay, object]>([
  ['set', { set: 12 }],
  ['add', { add: 12 }],
  ['take', { add: -12 }],
])('a stock: %s', (way, stock) => {
  expect(stockChange(way, '12')).toEqual({ stock });
});

it('takes percents with two decimals at most', () => {
  expect(['15', '7.25'].map(isPercent)).toEqual([true, true]);
  expect(['', '-5', '7.125', 'a'].every((text) => isPercent(text) !== true)).toBe(true);
});
