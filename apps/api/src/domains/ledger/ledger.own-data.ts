import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Store } from '../stores/store.entity';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { BalancesQueries } from './balances.queries';
import { NoPayout } from './ledger.errors';
import { LedgerMapper } from './ledger.mapper';
import { Payout } from './payout.entity';
import { PayoutsService } from './payouts.service';

@Injectable()
export class LedgerOwnData {
  constructor(
    private readonly database: Database,
    private readonly balances: BalancesQueries,
    private readonly payouts: PayoutsService,
    private readonly mapper: LedgerMapper,
    ownData: OwnData,
    events: Events,
  ) {
    ownData.contribute('payouts', async ({ id }) => this.mapper.payoutDtos(await this.ofVendor(id)));
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  /**
   * Who leaves gets what is available, and is named by nothing but the payout. Without an account it stays on the
   * balance, for staff to pay when the vendor asks for it.
   */
  private async erase(vendorId: number): Promise<void> {
    const stores = this.database.repository(Store);
    const all = await stores.find({ where: { vendorId }, order: { id: 'ASC' } });
    const balances = await this.balances.ofAll(all);
    // each request looks at all stores again, and what one is paid makes no other's share larger
    for (const { id } of all.filter((_, nth) => (balances[nth]?.payable ?? 0) > 0)) {
      await this.payouts.request(id).catch((error: unknown) => {
        if (!(error instanceof NoPayout)) throw error;
      });
    }
    await stores.update({ vendorId }, { payoutAccount: null });
  }

  private ofVendor(vendorId: number): Promise<Payout[]> {
    return this.database.repository(Payout).find({ where: { store: { vendorId } }, order: { id: 'ASC' } });
  }
}
