import { COUNTRY_CODES } from '@souk/contracts/countries';

const names = new Intl.DisplayNames('en-US', { type: 'region' });

export const COUNTRIES = COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort(
  (one, other) => one.name.localeCompare(other.name),
);

/** `DE` → Germany; what is not a code is a name already. */
export const countryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;

/** Where the browser's language is at home. */
export const likelyCountry = (): string => new Intl.Locale(navigator.language).region ?? 'US';
