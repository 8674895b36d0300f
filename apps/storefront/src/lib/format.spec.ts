import { formatDate, formatMoney, plural } from './format';

const NOW = new Date('2026-11-20T12:00:00.000Z');

it.each([
  ['2026-11-20T11:59:40.000Z', 'just now'],
  ['2026-11-20T11:15:00.000Z', '45 minutes ago'],
  ['2026-11-20T09:00:00.000Z', '3 hours ago'],
  ['2026-11-19T11:00:00.000Z', 'yesterday'],
  ['2026-11-14T12:00:00.000Z', '6 days ago'],
  ['2026-11-13T11:00:00.000Z', 'Nov 13'],
  ['2024-05-04T12:00:00.000Z', 'May 4, 2024'],
])('tells %s as "%s"', (iso, text) => expect(formatDate(iso, NOW)).toBe(text));

it.each([
  ['0.00', '$0.00'],
  ['19.9', '$19.90'],
  ['1000000.00', '$1,000,000.00'],
  ['-2.50', '-$2.50'],
])('writes %s as %s', (amount, text) => expect(formatMoney(amount, 'USD')).toBe(text));

it.each([
  [0, '0 reviews'],
  [1, '1 review'],
  [1200, '1,200 reviews'],
])('counts %d as "%s"', (count, text) => expect(plural(count, 'review')).toBe(text));
