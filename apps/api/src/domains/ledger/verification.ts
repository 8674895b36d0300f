import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { LedgerProblem, LedgerVerification } from '@souk/contracts/ledger.dto';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import {
  PAID_OUT,
  TOTALS,
  WRONG_ORDERS,
  WRONG_PARTS,
  WRONG_PAYOUTS,
  WRONG_TRANSACTIONS,
  wrongItems,
} from './verification.sql';

const NAMED_AT_MOST = 100;

type Row = Record<string, number | string | null>;

/** Holds the books against orders and payments. What is on its way from the gateway to its order is left out. */
@Injectable()
export class Verification {
  private readonly checks: (() => Promise<LedgerProblem[]>)[] = [];

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Where domains to the right say what they hold about the same money. */
  contribute(check: () => Promise<LedgerProblem[]>): void {
    this.checks.push(check);
  }

  /** In one unit of work, so that everything is seen at about the same moment. */
  verify(): Promise<LedgerVerification> {
    return this.database.run(async () => {
      const problems = [
        ...(await this.rows(WRONG_ORDERS)).map(toOrderProblem),
        ...(await this.rows(WRONG_PARTS)).map(toPartProblem),
        ...(await this.rows(wrongItems(this.database.isSqlite))).map(toItemProblem),
        ...(await this.rows(WRONG_TRANSACTIONS)).map(toTransactionProblem),
        ...(await this.rows(WRONG_PAYOUTS)).map(toPayoutProblem),
      ];
      for (const check of this.checks) problems.push(...(await check()));
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
  const [sent, ofParts, refunded] = [of('sent'), of('of_parts'), of('refunded')];
  const message =
    of('due') !== of('captured') || of('due_back') !== refunded
      ? `the order says ${money(of('due'))} paid and ${money(of('due_back'))} refunded, the payments say ${money(of('captured'))} and ${money(refunded)}`
      : sent !== refunded || ofParts !== refunded
        ? `${money(refunded)} was refunded, but refunds of ${money(sent)} are sent, and its parts count ${money(ofParts)}`
        : kept !== shares || kept !== -of('gateway') || of('buyers') !== 0
          ? `${money(kept)} was kept of the payment, but ${money(shares)} is booked as shares and ${money(-of('gateway'))} as cash`
          : `a commission of ${money(of('agreed'))} was agreed, but ${money(of('kept'))} is booked`;
  return ofOrder(row, message);
}

function toPartProblem(row: Row): LedgerProblem {
  const [total, back, noted] = [row.total, row.back, row.noted].map(Number) as [number, number, number];
  const message =
    back === noted
      ? `of part ${row.part_id} ${money(total - back)} was kept, but ${money(row.booked)} is booked`
      : `of part ${row.part_id} ${money(back)} went back, but its refunds come to ${money(noted)}`;
  return ofOrder(row, message);
}

const toItemProblem = (row: Row): LedgerProblem =>
  ofOrder(
    row,
    `of item ${row.item_id} ${money(row.back)} went back, but its refunds say ${money(row.noted)}`,
  );

/** @param row has `order_id` and `number` */
const ofOrder = ({ order_id: id, number }: Row, message: string): LedgerProblem => ({
  subject: 'order',
  id: Number(id),
  number: number ? String(number) : null,
  message,
});

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
