import type { BulkChange } from '@souk/contracts/bulk.dto';
import { isStock } from '~/lib/rules';

/** What a figure does to what is there. */
export const PRICE_WAYS = {
  set: 'Set to',
  raise: 'Raise by',
  lower: 'Lower by',
  raisePercent: 'Raise by percent',
  lowerPercent: 'Lower by percent',
} as const;
export type PriceWay = keyof typeof PRICE_WAYS;

export const STOCK_WAYS = { set: 'Set to', add: 'Add', take: 'Take off' } as const;
export type StockWay = keyof typeof STOCK_WAYS;

const PERCENT = /^\d{1,4}(\.\d{1,2})?$/;

export const isPercent = (text: string): true | string =>
  PERCENT.test(text.trim()) || 'Enter a number such as 15 or 7.5.';

export function priceChange(way: PriceWay, figure: string): BulkChange {
  const amount = figure.trim();
  if (way === 'set') return { price: { set: amount } };
  const signed = way.startsWith('lower') ? `-${amount}` : amount;
  return { price: way.endsWith('Percent') ? { percent: signed } : { add: signed } };
}

export function stockChange(way: StockWay, figure: string): BulkChange {
  const units = Number(figure);
  if (way === 'set') return { stock: { set: units } };
  return { stock: { add: way === 'take' ? -units : units } };
}

export const isUnits = (text: string): true | string =>
  text.trim() === '' ? 'Enter a number.' : isStock(text);
