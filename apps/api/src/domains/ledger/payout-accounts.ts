import { Injectable } from '@nestjs/common';
import type { PayoutAccountInput } from '@souk/contracts/ledger.dto';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { ValidationFailed } from '../../platform/http/errors';
import { Reauthentication } from '../auth/reauthentication';
import type { Store } from '../stores/store.entity';
import { StoresService } from '../stores/stores.service';
import { PayoutRail } from './payout-rail';

@Injectable()
export class PayoutAccounts {
  constructor(
    private readonly database: Database,
    private readonly reauthentication: Reauthentication,
    private readonly stores: StoresService,
    private readonly rail: PayoutRail,
  ) {}

  /** @throws ValidationFailed, for a wrong password too; AuthenticationRequired when the session has ended meanwhile */
  async set(actor: Actor, storeId: number, { account, currentPassword }: PayoutAccountInput): Promise<Store> {
    const payoutAccount = account || null;
    const refusal = payoutAccount && this.rail.refusalOf(payoutAccount);
    if (refusal) throw new ValidationFailed({ account: [refusal] });
    const user = await this.reauthentication.check(actor, currentPassword, 'currentPassword');
    return this.database.run(async () => {
      await this.reauthentication.confirm(actor, user);
      return this.stores.setPayoutAccount(storeId, payoutAccount);
    });
  }
}
