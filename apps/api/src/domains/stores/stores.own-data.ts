import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { Store } from './store.entity';
import { StoreVisibilityChanged } from './stores.events';
import { StoresMapper } from './stores.mapper';

@Injectable()
export class StoresOwnData {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    mapper: StoresMapper,
    ownData: OwnData,
  ) {
    ownData.contribute('stores', async ({ id }) => mapper.toDtos(await this.ofVendor(id)));
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  /** Closes what is open, as its owner would; orders keep the name that a store had when it sold. */
  private async erase(vendorId: number): Promise<void> {
    const now = new Date();
    for (const { id, deletedAt } of await this.ofVendor(vendorId)) {
      await this.database.repository(Store).update(
        { id },
        {
          description: '',
          address: null,
          phone: null,
          email: null,
          isActive: false,
          deletedAt: deletedAt ?? now,
          updatedAt: now,
        },
      );
      if (!deletedAt) await this.events.publish(new StoreVisibilityChanged(id, false));
    }
  }

  private ofVendor(vendorId: number): Promise<Store[]> {
    const stores = this.database.repository(Store).createQueryBuilder('store').where({ vendorId });
    return stores.orderBy('store.id').getMany();
  }
}
