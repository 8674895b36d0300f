/** Money is an integer of minor units (cents) inside and a decimal string at the edge; never a float. */
const DECIMAL = /^(0|[1-9]\d{0,11})(?:\.(\d{1,2}))?$/;

/** "19.9" or 19.9 → 1990. Undefined for anything that is not an amount ≥ 0 with at most two decimals. */
export function parseMoney(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** For values that a validator has let through. */
export function toMinor(value: string | number): number {
  const minor = parseMoney(value);
  if (minor === undefined) throw new RangeError('Not an amount of money.');
  return minor;
}

/** 1990 → "19.90". */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
