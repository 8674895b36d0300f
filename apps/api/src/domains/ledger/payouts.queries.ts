import { Injectable } from '@nestjs/common';
import type { PayoutQuery } from '@souk/contracts/ledger.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { page, type Order as Sorting, type PageOf } from '../../platform/http/pagination';
import { Payout } from './payout.entity';

const NEWEST: Sorting<Payout> = { by: 'payout.id', id: 'payout.id', direction: 'DESC', key: ({ id }) => id };

@Injectable()
export class PayoutsQueries {
  constructor(private readonly database: Database) {}

  ofStore(storeId: number, query: PayoutQuery): Promise<PageOf<Payout>> {
    return newest(this.payouts().where('payout.storeId = :storeId', { storeId }), query);
  }

  all(query: PayoutQuery): Promise<PageOf<Payout>> {
    return newest(this.payouts(), query);
  }

  private payouts(): SelectQueryBuilder<Payout> {
    return this.database.repository(Payout).createQueryBuilder('payout');
  }
}

function newest(
  payouts: SelectQueryBuilder<Payout>,
  { status, ...request }: PayoutQuery,
): Promise<PageOf<Payout>> {
  if (status) payouts.andWhere('payout.status = :status', { status });
  return page(payouts, NEWEST, request);
}
