import type { PaymentState } from './payment.entity';

export interface ChargeOrder {
  /** Idempotency key: the same charge ordered twice is made once. */
  subject: string;
  /** Minor units, above 0. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  token: string;
}

export interface RefundOrder {
  /** The charge's. */
  reference: string;
  /** Idempotency key. */
  key: string;
  /** Minor units. */
  amount: number;
}

export interface ChargeResult {
  /** `pending`: the gateway does not know yet, or has not said. */
  status: PaymentState;
  /** The gateway's own name for the charge; null when it has none. */
  reference: string | null;
}

/** Whoever moves the money. May be slow, fail, or never answer: callers hold no transaction open meanwhile. */
export abstract class Gateway {
  /** What callers name as their payment method. */
  abstract readonly name: string;

  /** Why it would not take this token; null when it would. */
  abstract refusalOf(token: string | null): string | null;
  abstract charge(order: ChargeOrder): Promise<ChargeResult>;
  /** What became of a charge, found by the gateway's reference or, when it never gave one, by the subject. */
  abstract retrieve(subject: string, reference: string | null): Promise<ChargeResult>;
  /** The gateway's own name for the refund. */
  abstract refund(order: RefundOrder): Promise<string>;
}
