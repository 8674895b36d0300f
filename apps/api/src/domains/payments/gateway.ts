import type { IncomingHttpHeaders } from 'node:http';
import type { PaymentProvider } from '@souk/contracts';
import type { PaymentState } from './payment.entity';

export interface OpenCharge {
  /** The same charge ordered twice is made once. */
  subject: string;
  /** Tells it from a charge with the same subject of another database. */
  createdAt: Date;
  /** Minor units, above 0. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** The gateway's; null when it never gave one. */
  reference: string | null;
}

export interface ChargeOrder extends OpenCharge {
  token: string;
}

/** A signed message of the gateway's. Only a hint: what has become of the charge, the gateway itself is asked. */
export interface Notice {
  /** The same for every delivery. */
  id: string;
  subject: string;
  reference: string;
  /** Minor units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
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
  /** While pending: the buyer has to go on in the browser, and this opens the gateway's door there. */
  actionSecret?: string | null;
}

/** Whoever moves the money. May be slow, fail, or never answer: callers hold no transaction open meanwhile. */
export abstract class Gateway {
  /** What callers name as their payment method. */
  abstract readonly name: PaymentProvider;

  /** Why it would not take this token; null when it would. */
  abstract refusalOf(token: string): string | null;
  abstract charge(order: ChargeOrder): Promise<ChargeResult>;
  /** What became of a charge, found by the gateway's reference or, when it never gave one, by what was ordered. */
  abstract retrieve(charge: OpenCharge): Promise<ChargeResult>;
  /** Ends a charge that nobody waits for any more, so that its money cannot come late; or tells that it has come. */
  abstract cancel(charge: OpenCharge): Promise<ChargeResult>;
  /** The gateway's own name for the refund. */
  abstract refund(order: RefundOrder): Promise<string>;
  /**
   * Null: nothing that concerns a charge.
   * @throws ValidationFailed when it is not signed by the gateway, or too long ago
   */
  abstract read(body: string, headers: IncomingHttpHeaders): Notice | null;
}
