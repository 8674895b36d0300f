import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { bookedAt } from '../domains/ledger/booking-time';
import { PayoutsService } from '../domains/ledger/payouts.service';
import type { Payout } from '../domains/ledger/payout.entity';
import { Store } from '../domains/stores/store.entity';
import { StoresService } from '../domains/stores/stores.service';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { CodedError } from '../platform/http/errors';
import { DEMO_STORES } from './content';

/** Stores that wait for their money, so that staff has something to do. */
const ASKING = 2;
/** Who pays in the demo; in the audit log only. */
const BOOKKEEPER: Actor = {
  id: 0,
  username: 'souk',
  email: '',
  userType: 'buyer',
  isStaff: true,
  sessionId: null,
  scopes: null,
};

/** Pays the demo's vendors now and then. */
@Injectable()
export class DemoPayouts {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutsService,
    private readonly storesService: StoresService,
  ) {}

  /** What every store could have by then. */
  async payAll(time: Date): Promise<void> {
    const day = time.toISOString().slice(0, 10);
    await this.openAccounts();
    for (const { id } of await this.stores()) {
      const payout = await bookedAt(time, () => this.request(id));
      if (payout)
        await bookedAt(time, () => this.payouts.confirm(BOOKKEEPER, payout.id, `ACH ${day} ${payout.id}`));
    }
  }

  async ask(): Promise<void> {
    for (const { id } of (await this.stores()).slice(-ASKING)) await this.request(id);
  }

  private async openAccounts(): Promise<void> {
    for (const { id } of await this.stores())
      await this.storesService.setPayoutAccount(id, `Routing 021000021, account ${10_000 + id}`);
  }

  /** Null when there is nothing to pay. */
  private request(storeId: number): Promise<Payout | null> {
    return this.payouts.request(storeId).catch((error: unknown) => {
      if (error instanceof CodedError) return null;
      throw error;
    });
  }

  private stores(): Promise<Store[]> {
    const names = DEMO_STORES.map(({ name }) => name);
    return this.database.repository(Store).find({ where: { name: In(names) }, order: { id: 'ASC' } });
  }
}
