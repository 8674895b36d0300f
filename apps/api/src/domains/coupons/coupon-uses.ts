import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { Coupon, CouponUse } from './coupon.entity';

/** Who uses it: a user by account and address, a guest by address. */
export interface CouponBuyer {
  userId: number | null;
  /** Null as long as a guest has not told it. */
  email: string | null;
}

/** Counts who has used which coupon, so that limits hold however many try at once. */
@Injectable()
export class CouponUses {
  constructor(private readonly database: Database) {}

  /** Of each of the coupons, how often the buyer has used it. */
  async byBuyer(couponIds: number[], buyer: CouponBuyer): Promise<Map<number, number>> {
    const own = ownUses(buyer);
    if (couponIds.length === 0 || own.length === 0) return new Map();
    const uses = await this.database
      .repository(CouponUse)
      .find({ where: own.map((use) => ({ ...use, couponId: In(couponIds) })) });
    return new Map(couponIds.map((id) => [id, uses.filter(({ couponId }) => couponId === id).length]));
  }

  /**
   * Uses a coupon, in the unit of work that places the order. False: it was used up, or by this buyer, meanwhile; the
   * caller then undoes everything.
   */
  async take({ id, maxUsesPerBuyer }: Coupon, reference: string, buyer: CouponBuyer): Promise<boolean> {
    // who is first holds the row until the commit, so the buyer's own uses are counted one order after the other
    const { affected } = await this.database
      .repository(Coupon)
      .createQueryBuilder()
      .update()
      .set({ uses: () => 'uses + 1' })
      .where('id = :id AND is_active = :yes AND (max_uses IS NULL OR uses < max_uses)', { id, yes: true })
      .execute();
    if (affected !== 1) return false;
    const earlier = (await this.byBuyer([id], buyer)).get(id) ?? 0;
    if (maxUsesPerBuyer !== null && earlier >= maxUsesPerBuyer) return false;
    await this.database.repository(CouponUse).insert({
      ...{ couponId: id, reference, userId: buyer.userId, emailHash: hashOf(buyer.email) },
      usedAt: new Date(),
    });
    return true;
  }

  /** They may be used again; does nothing for references without a use. */
  async giveBack(references: string[]): Promise<void> {
    if (references.length === 0) return;
    const uses = await this.database.repository(CouponUse).findBy({ reference: In(references) });
    // coupons first, in the order of their ids, as they are taken
    for (const { couponId, id } of uses.sort((a, b) => a.couponId - b.couponId)) {
      await this.database.repository(Coupon).decrement({ id: couponId }, 'uses', 1);
      await this.database.repository(CouponUse).delete({ id });
    }
  }
}

const hashOf = (email: string | null) => email && hashSecret(email.toLowerCase());

function ownUses({ userId, email }: CouponBuyer) {
  const emailHash = hashOf(email);
  return [...(userId === null ? [] : [{ userId }]), ...(emailHash ? [{ emailHash }] : [])];
}
