import { countryCode } from './countries';

it.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  [' Germany ', 'DE'],
  ['united states', 'US'],
  ['UK', 'GB'],
  ['United Kingdom', 'GB'],
  ['XX', null],
  ['Atlantis', null],
  ['', null],
])('knows %p as %p', (text, code) => expect(countryCode(text)).toBe(code));
