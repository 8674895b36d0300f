import type { EarningsPeriod, LedgerKind } from '@souk/contracts';

export const KIND_LABELS: Record<LedgerKind, string> = {
  sale: 'Sale',
  commission: 'Commission',
  tax: 'Tax',
  refund: 'Refund',
  payout: 'Payout',
};

const day = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('en-US', { month: 'short', year: '2-digit', timeZone: 'UTC' });

const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** `2026-11` → `November 2026`. */
export const monthLabel = (text: string): string => month.format(utc(`${text}-01`));

/** `2026-11-02` → `Nov 2`, or `Nov 26` for a month. */
export const periodLabel = (start: string, by: EarningsPeriod): string =>
  (by === 'week' ? day : shortMonth).format(utc(start));
