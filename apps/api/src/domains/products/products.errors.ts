import { CodedError } from '../../platform/http/errors';

export interface Shortage {
  /** Units that are left. */
  available: number;
  requested: number;
}

/** Details: variant id → what is left of it and what was wanted, for every line that cannot be had. */
export class OutOfStock extends CodedError {
  constructor(shortages: ReadonlyMap<number, Shortage>) {
    super(
      'OUT_OF_STOCK',
      'Some of this is no longer available in the wanted quantity. Lower it to what is left.',
      Object.fromEntries(shortages),
    );
  }
}
