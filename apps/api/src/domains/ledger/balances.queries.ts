import { Injectable } from '@nestjs/common';
import type { PayoutStatus } from '@souk/contracts';
import type { SelectQueryBuilder } from 'typeorm';
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
}

interface SumRow {
  storeId: number;
  amount: number | string;
}

const NEWEST: Sorting<Store> = { by: 'store.id', id: 'store.id', direction: 'DESC', key: ({ id }) => id };
const OWED = `SELECT owed.store_id FROM ledger_entries owed WHERE owed.account = 'vendor'
  GROUP BY owed.store_id HAVING SUM(owed.amount) > 0`;

/** Sums over the ledger: no balance is stored anywhere. */
@Injectable()
export class BalancesQueries {
  constructor(private readonly database: Database) {}

  async of(storeId: number): Promise<Balance> {
    return (await this.ofAll([storeId])).get(storeId) ?? { total: 0, pending: 0, available: 0 };
  }

  async ofAll(storeIds: number[]): Promise<Map<number, Balance>> {
    if (storeIds.length === 0) return new Map();
    const totals = await sums(this.entriesOf(storeIds));
    const pendings = await sums(
      this.entriesOf(storeIds).innerJoin('entry.part', 'part', 'part.status IN (:...open)', {
        open: ['pending', 'shipped'],
      }),
    );
    return new Map(
      storeIds.map((id) => {
        const [total, pending] = [totals.get(id) ?? 0, pendings.get(id) ?? 0];
        return [id, { total, pending, available: total - pending }];
      }),
    );
  }

  /** Stores, deleted ones too, newest first. */
  stores({ owed, ...request }: PageRequest & { owed?: boolean }): Promise<PageOf<Store>> {
    const stores = this.database.repository(Store).createQueryBuilder('store');
    if (owed) stores.where(`store.id IN (${OWED})`);
    else stores.where('store.deletedAt IS NULL');
    return page(stores, NEWEST, request);
  }

  /** Of the store's payouts in this state. */
  async paidOut(storeId: number, status: PayoutStatus): Promise<number> {
    return (await this.database.repository(Payout).sum('amount', { storeId, status })) ?? 0;
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
