import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { LedgerProblem, LedgerVerification } from '@souk/contracts/ledger.dto';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { PAID_OUT, TOTALS, WRONG_ORDERS, WRONG_PAYOUTS, WRONG_TRANSACTIONS } from './verification.sql';

const NAMED_AT_MOST = 100;

type Row = Record<string, number | string | null>;

/** Holds the books against orders and payments. What is on its way from the gateway to its order is left out. */
@Injectable()
export class Verification {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** In one unit of work, so that everything is seen at about the same moment. */
  verify(): Promise<LedgerVerification> {
    return this.database.run(async () => {
      const problems = [
        ...(await this.rows(WRONG_ORDERS)).map(toOrderProblem),
        ...(await this.rows(WRONG_TRANSACTIONS)).map(toTransactionProblem),
        ...(await this.rows(WRONG_PAYOUTS)).map(toPayoutProblem),
      ];
      const [totals = {}] = await this.rows(TOTALS);
      const [payouts = {}] = await this.rows(PAID_OUT);
      return {
        correct: problems.length === 0,
        currency: this.config.currency,
        captured: money(totals.captured),
        refunded: money(totals.refunded),
        vendors: money(totals.vendors),
        commission: money(totals.commission),
        tax: money(totals.tax),
        paidOut: money(payouts.amount),
        problemCount: problems.length,
        problems: problems.slice(0, NAMED_AT_MOST),
      };
    });
  }

  private rows(sql: string): Promise<Row[]> {
    return this.database.manager.query<Row[]>(sql);
  }
}

function toOrderProblem(row: Row): LedgerProblem {
  const of = (name: string) => Number(row[name] ?? 0);
  const kept = of('captured') - of('refunded');
  const shares = of('vendors') + of('commission') + of('tax') + of('buyers');
  const message =
    of('due') !== of('captured') || of('due_back') !== of('refunded')
      ? `the order says ${money(of('due'))} paid and ${money(of('due_back'))} refunded, the payments say ${money(of('captured'))} and ${money(of('refunded'))}`
      : kept !== shares || kept !== -of('gateway') || of('buyers') !== 0
        ? `${money(kept)} was kept of the payment, but ${money(shares)} is booked as shares and ${money(-of('gateway'))} as cash`
        : `a commission of ${money(of('agreed'))} was agreed, but ${money(of('kept'))} is booked`;
  return {
    subject: 'order',
    id: Number(row.order_id),
    number: row.number === null ? null : String(row.number),
    message,
  };
}

const toTransactionProblem = ({ id, amount }: Row): LedgerProblem => ({
  subject: 'transaction',
  id: Number(id),
  number: null,
  message: `its entries sum to ${money(amount)}, not to zero`,
});

const toPayoutProblem = ({ id }: Row): LedgerProblem => ({
  subject: 'payout',
  id: Number(id),
  number: null,
  message: 'its entries are not those of a payout in its state',
});

const money = (minor: number | string | null | undefined) => formatMinor(Number(minor ?? 0));
