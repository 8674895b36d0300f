import type { BulkChange, BulkReport } from '@souk/contracts/bulk.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { formatMoney, formatNumber } from '~/lib/format';

/** As the form holds it; `''` leaves a thing as it is. */
export interface BulkValues {
  priceMove: '' | 'set' | 'raise' | 'lower' | 'raisePercent' | 'lowerPercent';
  price: string;
  stockMove: '' | 'set' | 'raise' | 'lower';
  stock: string;
  status: '' | 'active' | 'hidden';
  /** An id, or `none`. */
  category: string;
}

export const UNCHANGED: BulkValues = {
  ...{ priceMove: '', price: '', stockMove: '', stock: '' },
  ...{ status: '', category: '' },
};

/** Null when nothing is to change. */
export function toChange(values: BulkValues): BulkChange | null {
  const { priceMove, stockMove, status, category } = values;
  const [price, stock] = [values.price.trim(), values.stock.trim()];
  const change: BulkChange = {
    ...(priceMove === 'set' && { price: { set: price } }),
    ...(priceMove === 'raise' && { price: { add: price } }),
    ...(priceMove === 'lower' && { price: { add: `-${price}` } }),
    ...(priceMove === 'raisePercent' && { price: { percent: price } }),
    ...(priceMove === 'lowerPercent' && { price: { percent: `-${price}` } }),
    ...(stockMove === 'set' && { stock: { set: Number(stock) } }),
    ...(stockMove === 'raise' && { stock: { add: Number(stock) } }),
    ...(stockMove === 'lower' && { stock: { add: -Number(stock) } }),
    ...(status && { isActive: status === 'active' }),
    ...(category && { categoryId: category === 'none' ? null : Number(category) }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

/** What became of one product. */
export interface BulkOutcome {
  id: number;
  name: string;
  ok: boolean;
  /** What is different now, or why it was refused. */
  text: string;
}

/** Those that were refused first. */
export function outcomesOf({ items }: BulkReport, before: readonly ProductDto[]): BulkOutcome[] {
  const known = new Map(before.map((product) => [product.id, product]));
  const outcomes = items.map(({ id, ok, product, error }) => {
    const was = known.get(id);
    const text = error ? reasonOf(error) : product && was ? differences(was, product) : '';
    return { id, name: was?.name ?? product?.name ?? `Product ${id}`, ok, text };
  });
  return outcomes.sort((a, b) => Number(a.ok) - Number(b.ok));
}

/**
 * The details say more than "Some values are wrong": of a bulk edit there is one at most that is about a row. What
 * follows a semicolon there is for programs.
 */
function reasonOf({ message, details }: { message: string; details: Record<string, unknown> }): string {
  const [field, reasons] = Object.entries(details)[0] ?? [];
  const isReason = Array.isArray(reasons) && typeof reasons[0] === 'string';
  return isReason
    ? `The ${field} ${String(reasons[0]).replace(/;.*$/s, '')}. Nothing of it was changed.`
    : message;
}

function differences(was: ProductDto, now: ProductDto): string {
  const parts = [
    was.price !== now.price &&
      `${formatMoney(was.price, was.currency)} → ${formatMoney(now.price, now.currency)}`,
    was.stockQuantity !== now.stockQuantity &&
      `stock ${formatNumber(was.stockQuantity)} → ${formatNumber(now.stockQuantity)}`,
    was.isActive !== now.isActive && (now.isActive ? 'now active' : 'now hidden'),
    was.category?.id !== now.category?.id &&
      `${was.category?.name ?? 'no category'} → ${now.category?.name ?? 'no category'}`,
  ].filter((part) => part !== false);
  return parts.join(' · ') || 'as it was before';
}
