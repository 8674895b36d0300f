import { Matches, ValidateIf } from 'class-validator';
import { PresentPasswordField } from './auth.dto';
import { Page, PageQuery } from './common.dto';
import {
  EARNINGS_PERIODS,
  LEDGER_KINDS,
  PAYOUT_METHODS,
  PAYOUT_STATUSES,
  type EarningsPeriod,
  type LedgerKind,
  type PayoutMethod,
  type PayoutStatus,
} from './enums';
import { LIMITS } from './limits';
import { OrderStoreRef } from './orders.dto';
import { QueryFlag } from './query-validators';
import { EnumField, Line, Money, OneOf, Optional, Text } from './validators';

export class BalanceDto {
  /** ISO 4217. @example USD */
  currency: string;
  /** What the store is owed; negative after refunds of what was paid out. @example 320.50 */
  total: string;
  /** Of parts that are not delivered yet. @example 120.10 */
  pending: string;
  /** The rest; negative: the next sales make up for it. @example 200.40 */
  available: string;
  /** What a payout would pay now: `available`, less what the vendor's other stores owe. @example 200.40 */
  payable: string;
  /** Payouts that have left the balance and have not arrived yet. @example 0.00 */
  onItsWay: string;
  /** All that was ever paid out. @example 1800.00 */
  paidOut: string;
  /** What the marketplace keeps of a sale from now on, in percent. @example 10.00 */
  commissionRate: string;
  @EnumField(PAYOUT_METHODS, 'PayoutMethod')
  payoutMethod: PayoutMethod;
  /** Where payouts go; `null` when nobody has said. @example DE89370400440532013000 */
  payoutAccount: string | null;
  /** Why no payout can be asked for now; `null` when one can. @example There is nothing to pay out yet. */
  payoutObstacle: string | null;
}

export class PayoutAccountInput {
  /** An IBAN, or the connected account at Stripe; empty for none. @example DE89370400440532013000 */
  @Line(LIMITS.payoutAccount)
  account: string;

  /** The vendor's, so that nobody sends the money elsewhere from a screen that was left open. @example correct horse battery */
  @PresentPasswordField()
  currentPassword: string;
}

export class LedgerEntryQuery extends PageQuery {
  @Optional()
  @OneOf(LEDGER_KINDS, 'LedgerKind')
  kind?: LedgerKind;

  /** Only of this month, in UTC. @example 2026-11 */
  @Optional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'must be a month such as 2026-11' })
  month?: string;
}

export class LedgerOrderRef {
  /** @example 41 */
  id: number;
  /** @example SK-7Q2M4X */
  number: string;
}

export class LedgerEntryDto {
  /** @example 512 */
  id: number;
  @EnumField(LEDGER_KINDS, 'LedgerKind')
  kind: LedgerKind;
  /** What the balance grew by; negative: what it shrank by. @example -4.00 */
  amount: string;
  /** `null` for payouts. */
  order: LedgerOrderRef | null;
  /** `null` for all but payouts. */
  payoutId: number | null;
  /** @example 2026-11-02T09:30:00.000Z */
  bookedAt: string;
}

export class LedgerEntryPage extends Page {
  items: LedgerEntryDto[];
}

export class EarningsQuery {
  /** Default `week`. */
  @Optional()
  @OneOf(EARNINGS_PERIODS, 'EarningsPeriod')
  by?: EarningsPeriod;
}

export class EarningsEntry {
  /** First day in UTC; weeks begin on Monday. @example 2026-11-02 */
  start: string;
  /** Sales less refunds. @example 120.40 */
  sales: string;
  /** Those without commission and tax. @example 108.36 */
  earned: string;
}

export class EarningsDto {
  /** ISO 4217. @example USD */
  currency: string;
  /** The last twelve, oldest first; the current one is the last. */
  periods: EarningsEntry[];
}

/** What moved a store's balance in one month: opening + the others = closing. */
export class StatementDto {
  /** @example 2026-11 */
  month: string;
  /** ISO 4217. @example USD */
  currency: string;
  /** @example 100.00 */
  opening: string;
  /** @example 820.00 */
  sales: string;
  /** 0 or negative. @example -40.00 */
  refunds: string;
  /** What the marketplace kept, less what came back with refunds. @example -78.00 */
  commission: string;
  /** What went to the state, less what came back with refunds. @example -60.10 */
  tax: string;
  /** 0 or negative, unless payouts of an earlier month came back. @example -500.00 */
  payouts: string;
  /** @example 241.90 */
  closing: string;
  /** The month is over, so that it stays as it is. */
  final: boolean;
}

export class StatementPage extends Page {
  items: StatementDto[];
}

export class PayoutQuery extends PageQuery {
  @Optional()
  @OneOf(PAYOUT_STATUSES, 'PayoutStatus')
  status?: PayoutStatus;
}

export class PayoutDto {
  /** @example 7 */
  id: number;
  store: OrderStoreRef;
  /** @example 200.40 */
  amount: string;
  /** ISO 4217. @example USD */
  currency: string;
  @EnumField(PAYOUT_STATUSES, 'PayoutStatus')
  status: PayoutStatus;
  @EnumField(PAYOUT_METHODS, 'PayoutMethod')
  method: PayoutMethod;
  /** Where it goes, as it was when it was asked for. */
  account: string | null;
  /** What the bank or the provider calls it, once it is paid. */
  reference: string | null;
  /** Why it came to nothing. */
  failure: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  requestedAt: string;
  /** When it was paid, or came back. */
  finishedAt: string | null;
}

export class PayoutPage extends Page {
  items: PayoutDto[];
}

export class PayoutConfirmation {
  /** What the bank calls the transfer. @example SEPA 2026-11-28 0042 */
  @Line(LIMITS.payoutReference)
  reference: string;
}

export class PayoutOrder {
  /** Where this payout goes, of a store whose vendor has not said. @example DE89370400440532013000 */
  @Optional()
  @Line(LIMITS.payoutAccount)
  account?: string;
}

export class PayoutRefusal {
  /** The vendor reads it. @example The IBAN belongs to a closed account. */
  @Text(LIMITS.auditReason)
  reason: string;
}

export class AdminBalanceQuery extends PageQuery {
  /** Only stores that are owed something. */
  @Optional()
  @QueryFlag()
  owed?: boolean;

  /** Only stores that owe something: more went back than they had left. */
  @Optional()
  @QueryFlag()
  owing?: boolean;
}

/** Of a store. */
export class StoreBalanceDto {
  /** The store's. @example 3 */
  id: number;
  /** @example Ember and Ash */
  name: string;
  /** @example ember-and-ash */
  slug: string;
  /** It is gone from the market, for good. */
  closed: boolean;
  /** Negative: so much it owes. @example 320.50 */
  total: string;
  /** @example 120.10 */
  pending: string;
  /** @example 200.40 */
  available: string;
  /** As in the store's own balance. @example 200.40 */
  payable: string;
  /** ISO 4217. @example USD */
  currency: string;
  payoutAccount: string | null;
  /** As in the store's own balance. */
  payoutObstacle: string | null;
}

export class StoreBalancePage extends Page {
  items: StoreBalanceDto[];
}

export class CommissionInput {
  /** Percent of what the store sells from now on; `null` for the marketplace's rate. */
  @ValidateIf((_: unknown, rate: unknown) => rate !== null)
  @Money({ nullable: true, maxMinor: LIMITS.commission.max })
  rate: string | number | null;

  /** Stays in the audit log. @example Agreed for the first year. */
  @Text(LIMITS.commission.reason)
  reason: string;
}

export class CommissionDto {
  /** The store's own, in percent; `null`: it has the marketplace's. @example 8.50 */
  rate: string | null;
  /** The marketplace's. @example 10.00 */
  marketplaceRate: string;
}

export class LedgerProblem {
  /** `order`, `transaction` or `payout`. @example order */
  subject: string;
  /** @example 41 */
  id: number;
  /** Of an order. @example SK-7Q2M4X */
  number: string | null;
  /** What does not fit. */
  message: string;
}

export class LedgerVerification {
  /** Everything adds up. */
  correct: boolean;
  /** ISO 4217. @example USD */
  currency: string;
  /** All that buyers paid. @example 10200.00 */
  captured: string;
  /** @example 200.00 */
  refunded: string;
  /** What stores earned, paid out or not. @example 8500.00 */
  vendors: string;
  /** @example 900.00 */
  commission: string;
  /** @example 600.00 */
  tax: string;
  /** What left the balances of stores, on its way or there. @example 7000.00 */
  paidOut: string;
  /** @example 0 */
  problemCount: number;
  /** The first hundred. */
  problems: LedgerProblem[];
}
