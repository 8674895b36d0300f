import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { Coupon, CouponUse } from './coupon.entity';
import { toCouponDto } from './coupons.mapper';

@Injectable()
export class CouponsOwnData {
  constructor(
    private readonly database: Database,
    ownData: OwnData,
    events: Events,
  ) {
    ownData.contribute('coupons', async ({ id }) => (await this.ofVendor(id)).map(toCouponDto));
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  /** Uses go on counting, without saying whose they were. */
  private async erase(userId: number): Promise<void> {
    await this.database.repository(CouponUse).update({ userId }, { userId: null, emailHash: null });
    const ids = (await this.ofVendor(userId)).map(({ id }) => id);
    if (ids.length > 0) await this.database.repository(Coupon).delete({ id: In(ids) });
  }

  private ofVendor(vendorId: number): Promise<Coupon[]> {
    const coupons = this.database.repository(Coupon).createQueryBuilder('coupon');
    return coupons
      .innerJoin('coupon.store', 'store')
      .where('store.vendorId = :vendorId', { vendorId })
      .orderBy('coupon.id')
      .getMany();
  }
}
