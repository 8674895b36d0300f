import { Injectable } from '@nestjs/common';
import type { EarningsPeriod, LedgerKind } from '@souk/contracts';
import type { LedgerEntryQuery } from '@souk/contracts/ledger.dto';
import { MoreThan, And, LessThan, MoreThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page, type Order as Sorting, type PageOf } from '../../platform/http/pagination';
import type { Store } from '../stores/store.entity';
import { LedgerEntry } from './ledger.entity';
import { boundsOf, lastPeriods, monthOf, monthsFrom } from './months';

const PERIODS = 12;
const NEWEST: Sorting<LedgerEntry> = {
  by: 'entry.id',
  id: 'entry.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

/** What moved a balance in a month, in minor units: opening + kinds = closing. */
export interface Statement {
  month: string;
  opening: number;
  kinds: Record<LedgerKind, number>;
  closing: number;
  /** The month is over. */
  final: boolean;
}

export interface Earnings {
  start: string;
  sales: number;
  earned: number;
}

interface KindRow {
  period: string;
  kind: LedgerKind;
  amount: number | string;
}

/** What a store's entries come to. */
@Injectable()
export class StatementsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first, with their orders. */
  entries(storeId: number, { kind, month, ...request }: LedgerEntryQuery): Promise<PageOf<LedgerEntry>> {
    const entries = this.ofStore(storeId).leftJoinAndSelect('entry.order', 'placed');
    if (kind) entries.andWhere('entry.kind = :kind', { kind });
    if (month) entries.andWhere('entry.bookedAt >= :from AND entry.bookedAt < :to', boundsOf(month));
    return page(entries, NEWEST, request);
  }

  /** Of a month, in the order in which they were booked, from the one after the given one. */
  batchOf(storeId: number, month: string, afterId: number, take: number): Promise<LedgerEntry[]> {
    const { from, to } = boundsOf(month);
    return this.database.repository(LedgerEntry).find({
      where: {
        storeId,
        account: 'vendor',
        id: MoreThan(afterId),
        bookedAt: And(MoreThanOrEqual(from), LessThan(to)),
      },
      relations: { order: true },
      order: { id: 'ASC' },
      take,
    });
  }

  /** Of every month since the store is there, oldest first. */
  async statements({ id, createdAt }: Store, now = new Date()): Promise<Statement[]> {
    const rows = await this.sums(id, 7);
    const [first = ''] = [monthOf(createdAt), ...rows.map(({ period }) => period)].sort();
    let opening = 0;
    return monthsFrom(first, monthOf(now)).map((month) => {
      const kinds = kindsOf(rows.filter(({ period }) => period === month));
      const closing = opening + total(kinds);
      const statement = { month, opening, kinds, closing, final: month < monthOf(now) };
      opening = closing;
      return statement;
    });
  }

  /** @throws NotFound for months before the store was there, for those to come, and for what is none */
  async statement(store: Store, month: string): Promise<Statement> {
    const found = (await this.statements(store)).find((statement) => statement.month === month);
    if (!found) throw new NotFound('statement');
    return found;
  }

  async earnings(storeId: number, by: EarningsPeriod, now = new Date()): Promise<Earnings[]> {
    const starts = lastPeriods(by, PERIODS, now);
    const rows = await this.sums(storeId, 10, new Date(`${starts[0]}T00:00:00.000Z`));
    return starts.map((start, index) => {
      const next = starts[index + 1];
      const { sale, refund, commission, tax } = kindsOf(
        rows.filter(({ period }) => period >= start && (next === undefined || period < next)),
      );
      return { start, sales: sale + refund, earned: sale + refund + commission + tax };
    });
  }

  /** @param digits of the time as text, which begins with the day on both databases, in UTC */
  private sums(storeId: number, digits: 7 | 10, since?: Date): Promise<KindRow[]> {
    const entries = this.ofStore(storeId);
    if (since) entries.andWhere('entry.bookedAt >= :since', { since });
    return entries
      .select(`SUBSTR(entry.booked_at, 1, ${digits})`, 'period')
      .addSelect('entry.kind', 'kind')
      .addSelect('SUM(entry.amount)', 'amount')
      .groupBy('period')
      .addGroupBy('entry.kind')
      .getRawMany<KindRow>();
  }

  private ofStore(storeId: number): SelectQueryBuilder<LedgerEntry> {
    return this.database
      .repository(LedgerEntry)
      .createQueryBuilder('entry')
      .where("entry.storeId = :storeId AND entry.account = 'vendor'", { storeId });
  }
}

function kindsOf(rows: KindRow[]): Record<LedgerKind, number> {
  const kinds = { sale: 0, commission: 0, tax: 0, refund: 0, payout: 0 };
  for (const { kind, amount } of rows) kinds[kind] += Number(amount);
  return kinds;
}

const total = (kinds: Record<LedgerKind, number>) =>
  Object.values(kinds).reduce((sum, amount) => sum + amount, 0);
