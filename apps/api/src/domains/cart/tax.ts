import type { TaxMode } from '@souk/contracts';
import { fraction } from '../../platform/money/shares';

/** What one destination pays. */
export interface Tax {
  mode: TaxMode;
  /** Thousandths of a percent: 19 % is 19000. */
  rate: number;
}

const WHOLE = 100_000;

/** The tax on an amount, or in it when prices contain it. Minor units. */
export function taxOn(amount: number, { mode, rate }: Tax): number {
  if (mode === 'none') return 0;
  return fraction(amount, rate, mode === 'inclusive' ? WHOLE + rate : WHOLE);
}
