import { CodedError } from '../../platform/http/errors';

/** Details: variant id → units that are left of it, for every line that cannot be had. */
export class OutOfStock extends CodedError {
  constructor(available: ReadonlyMap<number, number>) {
    super(
      'OUT_OF_STOCK',
      'Some of this is no longer available in the wanted quantity. Lower it to what is left.',
      Object.fromEntries(available),
    );
  }
}
