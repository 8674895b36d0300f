import { TAX_MODES, type TaxMode } from '@souk/contracts';
import { COUNTRY_CODES } from '@souk/contracts/countries';
import type { Settings } from './settings';

export interface TaxConfig {
  mode: TaxMode;
  /** ISO 3166-1 code, or `*` for every other country → thousandths of a percent: 19 % is 19000. */
  rates: ReadonlyMap<string, number>;
}

const PERCENT = /^(\d{1,2}(?:\.\d{1,3})?|100)$/;

/** Rates without a mode, or a mode without rates, would quietly charge nothing. */
export function tax(settings: Settings): TaxConfig {
  const mode = settings.oneOf('TAX_MODE', TAX_MODES, 'none');
  const written = settings.text('TAX_RATES');
  if (written !== undefined && mode === 'none') {
    settings.refuse('TAX_RATES', 'needs TAX_MODE=inclusive or TAX_MODE=exclusive beside it', mode);
  }
  if (written === undefined && mode !== 'none') {
    settings.refuse('TAX_RATES', `is needed with TAX_MODE=${mode}, such as DE:19,FR:20,*:0`, mode);
  }
  return { mode, rates: rates(settings, written ?? '') };
}

function rates(settings: Settings, written: string): Map<string, number> {
  const known = new Map<string, number>();
  for (const entry of written.split(',').map((text) => text.trim())) {
    if (entry === '') continue;
    const [country = '', percent = '', ...rest] = entry.split(':').map((text) => text.trim());
    const problem = problemOf(country, percent, rest.length > 0, known);
    if (problem) settings.refuse('TAX_RATES', `has "${entry}", ${problem}`, undefined);
    else known.set(country, Math.round(Number(percent) * 1000));
  }
  return known;
}

function problemOf(country: string, percent: string, hasMore: boolean, known: Map<string, number>) {
  if (hasMore || !PERCENT.test(percent)) {
    return 'which must be a country and a percentage of at most 100 with up to three decimals, such as DE:19';
  }
  if (country !== '*' && !COUNTRY_CODES.includes(country)) {
    return 'whose country must be an ISO 3166-1 code such as DE, or * for all others';
  }
  return known.has(country) ? `but a rate for ${country} already` : null;
}
