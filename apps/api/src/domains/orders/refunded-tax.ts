import { fraction } from '../../platform/money/shares';

interface Taxed {
  /** What was paid, in minor units. */
  total: number;
  /** Added to it or contained in it. */
  tax: number;
}

/**
 * Of a refund, the tax: in proportion, and over all refunds of the same thing the rounded share of all that went back.
 * @param before what went back already
 */
export function refundedTax({ total, tax }: Taxed, before: number, amount: number): number {
  if (total === 0) return 0;
  return fraction(tax, before + amount, total) - fraction(tax, before, total);
}
