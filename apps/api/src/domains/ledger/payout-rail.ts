import type { PayoutMethod } from '@souk/contracts';

export interface Transfer {
  /** Idempotency key: the same transfer ordered twice is made once. */
  payoutId: number;
  /** Minor units, above 0. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** Of the vendor. */
  account: string | null;
}

/** `waiting`: somebody else will say what became of it. `refused`: for good; nothing was sent. */
export type TransferResult =
  | { status: 'paid'; reference: string }
  | { status: 'refused'; reason: string }
  | { status: 'waiting' };

/** Whoever moves money to vendors. May be slow, fail, or never answer: callers hold no transaction open meanwhile. */
export abstract class PayoutRail {
  abstract readonly method: PayoutMethod;

  /** Why nothing can go to this account; null when it can. */
  abstract refusalOf(account: string | null): string | null;
  /** Throws when it is not known whether it went: the same transfer is then ordered again. */
  abstract send(transfer: Transfer): Promise<TransferResult>;
}
