import { Injectable } from '@nestjs/common';
import type { PayoutStatus } from '@souk/contracts';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { page, type Order as Sorting, type PageOf, type PageRequest } from '../../platform/http/pagination';
import { Store } from '../stores/store.entity';
import { LedgerEntry } from './ledger.entity';
import { Payout } from './payout.entity';

/** What a store is owed, in minor units. */
export interface Balance {
  total: number;
  /** Of parts that are not delivered yet. */
  pending: number;
  /** The rest; negative when more went back than is there. */
  available: number;
  /** What a payout may take of it: no more than the vendor's stores have together, so that nobody leaves a debt behind. */
  payable: number;
  /** Of the vendor's other stores. */
  debts: Debt[];
}

export interface Debt {
  storeName: string;
  /** Above 0. */
  amount: number;
}

export const NO_BALANCE: Balance = { total: 0, pending: 0, available: 0, payable: 0, debts: [] };

type Owned = Pick<Store, 'id' | 'vendorId'>;

interface SumRow {
  storeId: number;
  amount: number | string;
}

const NEWEST: Sorting<Store> = { by: 'store.id', id: 'store.id', direction: 'DESC', key: ({ id }) => id };
const withSum = (sign: '>' | '<') => `store.id IN (
  SELECT booked.store_id FROM ledger_entries booked WHERE booked.account = 'vendor'
  GROUP BY booked.store_id HAVING SUM(booked.amount) ${sign} 0)`;
/** A closed store is still there for its money. */
const HAS_BALANCE = `(store.deletedAt IS NULL OR EXISTS (
  SELECT 1 FROM ledger_entries booked WHERE booked.store_id = store.id AND booked.account = 'vendor'))`;

/** Sums over the ledger: no balance is stored anywhere. */
@Injectable()
export class BalancesQueries {
  constructor(private readonly database: Database) {}

  async of(store: Owned): Promise<Balance> {
    const [balance = NO_BALANCE] = await this.ofAll([store]);
    return balance;
  }

  /** In the order of the stores. */
  async ofAll(stores: Owned[]): Promise<Balance[]> {
    if (stores.length === 0) return [];
    const all = await this.database.repository(Store).find({
      select: { id: true, name: true, vendorId: true },
      where: { vendorId: In([...new Set(stores.map(({ vendorId }) => vendorId))]) },
      order: { id: 'ASC' },
    });
    const ids = all.map(({ id }) => id);
    const totals = await sums(this.entriesOf(ids));
    const pendings = await sums(
      this.entriesOf(ids).innerJoin('entry.part', 'part', 'part.status IN (:...open)', {
        open: ['pending', 'shipped'],
      }),
    );
    const availableTo = (id: number) => (totals.get(id) ?? 0) - (pendings.get(id) ?? 0);
    return stores.map(({ id, vendorId }) => {
      const others = all.filter((other) => other.vendorId === vendorId && other.id !== id);
      const available = availableTo(id);
      const together = others.reduce((sum, other) => sum + availableTo(other.id), available);
      return {
        total: totals.get(id) ?? 0,
        pending: pendings.get(id) ?? 0,
        available,
        payable: Math.max(0, Math.min(available, together)),
        debts: others
          .map((other) => ({ storeName: other.name, amount: -availableTo(other.id) }))
          .filter(({ amount }) => amount > 0),
      };
    });
  }

  /** Stores, newest first; closed ones once they have sold something. */
  stores({
    owed,
    owing,
    ...request
  }: PageRequest & { owed?: boolean; owing?: boolean }): Promise<PageOf<Store>> {
    const stores = this.withBalance();
    if (owed) stores.andWhere(withSum('>'));
    if (owing) stores.andWhere(withSum('<'));
    return page(stores, NEWEST, request);
  }

  storesOf(vendorId: number, request: PageRequest): Promise<PageOf<Store>> {
    return page(this.withBalance().andWhere('store.vendorId = :vendorId', { vendorId }), NEWEST, request);
  }

  /** Of the store's payouts in this state. */
  async paidOut(storeId: number, status: PayoutStatus): Promise<number> {
    return (await this.database.repository(Payout).sum('amount', { storeId, status })) ?? 0;
  }

  private withBalance(): SelectQueryBuilder<Store> {
    return this.database.repository(Store).createQueryBuilder('store').where(HAS_BALANCE);
  }

  private entriesOf(storeIds: number[]): SelectQueryBuilder<LedgerEntry> {
    return this.database
      .repository(LedgerEntry)
      .createQueryBuilder('entry')
      .where("entry.storeId IN (:...storeIds) AND entry.account = 'vendor'", { storeIds });
  }
}

async function sums(entries: SelectQueryBuilder<LedgerEntry>): Promise<Map<number, number>> {
  const rows = await entries
    .select('entry.storeId', 'storeId')
    .addSelect('SUM(entry.amount)', 'amount')
    .groupBy('entry.storeId')
    .getRawMany<SumRow>();
  return new Map(rows.map(({ storeId, amount }) => [storeId, Number(amount)]));
}
