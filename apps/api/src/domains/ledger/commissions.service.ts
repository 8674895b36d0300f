import { Injectable } from '@nestjs/common';
import { formatMinor, toMinor } from '@souk/contracts';
import type { CommissionInput } from '@souk/contracts/ledger.dto';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import type { Store } from '../stores/store.entity';
import { StoresService } from '../stores/stores.service';

/** What the marketplace keeps of a store's sales from now on; what was sold keeps what was agreed then. */
@Injectable()
export class CommissionsService {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresService,
    private readonly audit: AuditLog,
  ) {}

  set(staff: Actor, id: number, { rate, reason }: CommissionInput): Promise<Store> {
    return this.database.run(async () => {
      const commissionRate = rate === null ? null : toMinor(rate);
      const store = await this.stores.setCommissionRate(staff, id, commissionRate);
      const words = commissionRate === null ? "the marketplace's rate" : `${formatMinor(commissionRate)} %`;
      await this.audit.record(staff, 'set_commission', { type: 'store', id }, `${words}: ${reason}`);
      return store;
    });
  }
}
