import { LIMITS, parseMoney } from '@souk/contracts';

/** Rules of form fields that hold text; an empty field passes, as `required` speaks for it. */
export function isMoney(value: string): true | string {
  const amount = value.trim();
  if (amount === '') return true;
  const minor = parseMoney(amount);
  if (minor === undefined) return 'Enter an amount such as 19.99.';
  return minor <= LIMITS.priceMinor || 'Enter at most 1000000.00.';
}

export const isWhole =
  (max: number) =>
  (value: string): true | string => {
    const count = value.trim();
    if (count === '') return true;
    if (!/^\d{1,9}$/.test(count)) return 'Enter a whole number, 0 or more.';
    return Number(count) <= max || `Enter at most ${max}.`;
  };

export const isStock = isWhole(LIMITS.stock.max);

export const atMost = (max: number) => ({
  value: max,
  message: `Use at most ${max.toLocaleString('en-US')} characters.`,
});

export const atLeast = (min: number) => ({ value: min, message: `Use at least ${min} characters.` });

/** `''` → null, for fields that may be left empty. */
export const orNull = (value: string): string | null => value.trim() || null;
