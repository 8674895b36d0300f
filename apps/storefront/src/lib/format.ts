const LOCALE = 'en-US';
const DAY = 86_400_000;

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** `"1234.5", "USD"` → `$1,234.50`. The amount is a decimal string, as the API sends it. */
export function formatMoney(amount: string, currency = 'USD'): string {
  let format = moneyFormats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
    moneyFormats.set(currency, format);
  }
  return format.format(Number(amount));
}

const numbers = new Intl.NumberFormat(LOCALE);
const compactNumbers = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });

export const formatNumber = (value: number): string => numbers.format(value);

/** 12,400 → `12.4K`, for axes and badges. */
export const formatCompact = (value: number): string => compactNumbers.format(value);

/** 482,133 → `471 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024))} kB`;
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}

const plurals = new Intl.PluralRules(LOCALE);

/** `plural(1, 'review')` → `1 review`; `plural(3, 'category', 'categories')` → `3 categories`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${plurals.select(count) === 'one' ? one : many}`;
}

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const otherYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short' });

/** Relative up to a week ("3 hours ago", "yesterday"), then absolute ("4 May"). `iso` is an API timestamp. */
export function formatDate(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const elapsed = now.getTime() - date.getTime();
  const distance = Math.abs(elapsed);
  if (distance < 60_000) return 'just now';
  if (distance < 3_600_000) return relative.format(-Math.round(elapsed / 60_000), 'minute');
  if (distance < DAY) return relative.format(-Math.round(elapsed / 3_600_000), 'hour');
  if (distance < 7 * DAY) return relative.format(-Math.round(elapsed / DAY), 'day');
  return formatDay(iso, now);
}

/** The day alone: "May 4", or "May 4, 2024" in another year. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(date);
}

/** Day and time in full, for titles and invoices. */
export const formatDateTime = (iso: string): string => full.format(new Date(iso));
