import { COUNTRY_CODES } from '@souk/contracts/countries';

const names = new Intl.DisplayNames('en-US', { type: 'region' });

export const COUNTRIES = COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort(
  (one, other) => one.name.localeCompare(other.name),
);

/** `DE` → Germany; what is not a code is a name already. */
export const countryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;

/** Where the browser's language is at home, unless that is a continent, as in `es-419`. */
export function likelyCountry(): string {
  const { region } = new Intl.Locale(navigator.language);
  return region && COUNTRY_CODES.includes(region) ? region : 'US';
}
