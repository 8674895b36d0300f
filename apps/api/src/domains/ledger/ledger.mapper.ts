import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type {
  BalanceDto,
  CommissionDto,
  EarningsDto,
  LedgerEntryDto,
  PayoutDto,
  StatementDto,
  StoreBalanceDto,
} from '@souk/contracts/ledger.dto';
import { Config } from '../../config/config';
import type { Store } from '../stores/store.entity';
import { StoresQueries } from '../stores/stores.queries';
import { BalancesQueries, NO_BALANCE } from './balances.queries';
import type { LedgerEntry } from './ledger.entity';
import { PayoutRail } from './payout-rail';
import type { Payout } from './payout.entity';
import { PayoutsService } from './payouts.service';
import type { Earnings, Statement } from './statements.queries';

@Injectable()
export class LedgerMapper {
  constructor(
    private readonly config: Config,
    private readonly stores: StoresQueries,
    private readonly balances: BalancesQueries,
    private readonly payouts: PayoutsService,
    private readonly rail: PayoutRail,
  ) {}

  async balance(store: Store): Promise<BalanceDto> {
    const balance = await this.balances.of(store);
    return {
      currency: this.config.currency,
      total: formatMinor(balance.total),
      pending: formatMinor(balance.pending),
      available: formatMinor(balance.available),
      payable: formatMinor(balance.payable),
      onItsWay: formatMinor(await this.balances.paidOut(store.id, 'pending')),
      paidOut: formatMinor(await this.balances.paidOut(store.id, 'paid')),
      commissionRate: formatMinor(store.commissionRate ?? this.config.commissionRate),
      payoutMethod: this.rail.method,
      payoutAccount: store.payoutAccount,
      payoutObstacle: this.payouts.obstacleOf(store, balance),
    };
  }

  async storeBalances(stores: Store[]): Promise<StoreBalanceDto[]> {
    const balances = await this.balances.ofAll(stores);
    return stores.map((store, index) => {
      const balance = balances[index] ?? NO_BALANCE;
      return {
        id: store.id,
        name: store.name,
        slug: store.slug,
        closed: store.deletedAt !== null,
        total: formatMinor(balance.total),
        pending: formatMinor(balance.pending),
        available: formatMinor(balance.available),
        payable: formatMinor(balance.payable),
        currency: this.config.currency,
        payoutAccount: store.payoutAccount,
        payoutObstacle: this.payouts.obstacleOf(store, balance),
      };
    });
  }

  commission({ commissionRate }: Store): CommissionDto {
    return {
      rate: commissionRate === null ? null : formatMinor(commissionRate),
      marketplaceRate: formatMinor(this.config.commissionRate),
    };
  }

  async payoutDtos(payouts: Payout[]): Promise<PayoutDto[]> {
    const stores = await this.stores.refs(payouts.map(({ storeId }) => storeId));
    return payouts.map((payout) => ({
      id: payout.id,
      store: { id: payout.storeId, name: stores.get(payout.storeId)?.name ?? '' },
      amount: formatMinor(payout.amount),
      currency: payout.currency,
      status: payout.status,
      method: payout.method,
      account: payout.account,
      reference: payout.reference,
      failure: payout.failure,
      requestedAt: payout.requestedAt.toISOString(),
      finishedAt: payout.finishedAt?.toISOString() ?? null,
    }));
  }

  async payout(payout: Payout): Promise<PayoutDto> {
    const [dto] = await this.payoutDtos([payout]);
    if (!dto) throw new Error('One row maps to one.');
    return dto;
  }

  statement({ month, opening, kinds, closing, final }: Statement): StatementDto {
    return {
      month,
      currency: this.config.currency,
      opening: formatMinor(opening),
      sales: formatMinor(kinds.sale),
      refunds: formatMinor(kinds.refund),
      commission: formatMinor(kinds.commission),
      tax: formatMinor(kinds.tax),
      payouts: formatMinor(kinds.payout),
      closing: formatMinor(closing),
      final,
    };
  }

  earnings(periods: Earnings[]): EarningsDto {
    return {
      currency: this.config.currency,
      periods: periods.map(({ start, sales, earned }) => ({
        start,
        sales: formatMinor(sales),
        earned: formatMinor(earned),
      })),
    };
  }
}

export const toEntryDto = ({ id, kind, amount, order, payoutId, bookedAt }: LedgerEntry): LedgerEntryDto => ({
  id,
  kind,
  amount: formatMinor(amount),
  order: order ? { id: order.id, number: order.number } : null,
  payoutId,
  bookedAt: bookedAt.toISOString(),
});
