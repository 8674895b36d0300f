import { formatMinor, parseMoney } from './money';

it.each([
  ['19.99', 1999],
  ['19.9', 1990],
  ['0', 0],
  [19.99, 1999],
  [1, 100],
  ['1000000.00', 100_000_000],
])('reads %p as %p minor units', (input, minor) => expect(parseMoney(input)).toBe(minor));

it.each(['-1', '1.999', '1e3', 'NaN', '', ' 1', '01', '1,00', 1e21, 1.001, NaN, -1, null, true, ['1']])(
  'refuses %p',
  (input) => expect(parseMoney(input)).toBeUndefined(),
);

it.each([
  [1999, '19.99'],
  [5, '0.05'],
  [0, '0.00'],
  [-250, '-2.50'],
])('writes %p as %p', (minor, text) => expect(formatMinor(minor)).toBe(text));
