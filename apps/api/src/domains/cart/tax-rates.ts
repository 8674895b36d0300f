import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import type { Tax } from './tax';

/** What is charged where. Asked inside transactions: an adapter for a tax service answers from what it has fetched. */
export abstract class TaxRates {
  /** @param country ISO 3166-1 code of where the buyer is; null: not known */
  abstract taxFor(country: string | null): Tax;
}

/** The rates that the operator has set; a country that is not among them has that of `*`, or none. */
@Injectable()
export class ConfiguredTaxRates extends TaxRates {
  constructor(private readonly config: Config) {
    super();
  }

  taxFor(country: string | null): Tax {
    const { mode, rates } = this.config.tax;
    return { mode, rate: rates.get(country ?? '*') ?? rates.get('*') ?? 0 };
  }
}
