/** Months and weeks in UTC. A month is written "2026-11", a day "2026-11-02". */
const DAY_MS = 24 * 3600_000;

export const monthOf = (time: Date): string => time.toISOString().slice(0, 7);
const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

export function monthAfter(month: string, count = 1): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + count, 1)));
}

/** From the first moment of the month to that of the next. */
export const boundsOf = (month: string) => ({
  from: new Date(`${month}-01T00:00:00.000Z`),
  to: new Date(`${monthAfter(month)}-01T00:00:00.000Z`),
});

/** Every month from one to the other. */
export function monthsFrom(first: string, last: string): string[] {
  const months = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

/** First days of the last periods, oldest first; weeks begin on Monday. */
export function lastPeriods(by: 'week' | 'month', count: number, now: Date): string[] {
  const back = Array.from({ length: count }, (_, index) => count - 1 - index);
  if (by === 'month') return back.map((months) => `${monthAfter(monthOf(now), -months)}-01`);
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return back.map((weeks) => dayOf(new Date(now.getTime() - (sinceMonday + 7 * weeks) * DAY_MS)));
}
