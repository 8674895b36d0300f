import { formatMinor, toMinor } from '@souk/contracts';
import type { SalesDay } from '@souk/contracts/sales.dto';

export interface Figures {
  orders: number;
  /** Decimal string. */
  revenue: string;
}

/** The last so many days in sum; `skip` leaves out as many at the end. */
export function sumOf(days: readonly SalesDay[], count: number, skip = 0): Figures {
  const period = days.slice(Math.max(0, days.length - count - skip), days.length - skip);
  return {
    orders: period.reduce((sum, { orders }) => sum + orders, 0),
    revenue: formatMinor(period.reduce((sum, { revenue }) => sum + toMinor(revenue), 0)),
  };
}

/** Percent, rounded; null where there is nothing to compare with. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 100);
}

const day = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `2026-11-02` → `Nov 2`. A day of UTC, whatever the clock on the wall says. */
export const dayLabel = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));
