import { Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/events';
import { CouponUses, type CouponBuyer } from '../coupons/coupon-uses';
import type { PricedStore } from '../cart/cart-pricing';
import { PartsCancelled } from './orders.events';

const referenceOf = (partId: number) => `part:${partId}`;

export interface WrittenPart {
  partId: number;
  priced: PricedStore;
}

/** A part of an order uses its store's coupon until it is cancelled. */
@Injectable()
export class OrderCoupons {
  constructor(
    private readonly uses: CouponUses,
    events: Events,
  ) {
    events.during(PartsCancelled, ({ partIds }) => uses.giveBack(partIds.map(referenceOf)));
  }

  /**
   * In the order of the coupons' ids, so that orders which want the same ones wait for each other, and not in a circle.
   * False: somebody else has used one up since the cart was priced.
   */
  async take(parts: WrittenPart[], buyer: CouponBuyer): Promise<boolean> {
    const used = parts.flatMap(({ partId, priced: { coupon } }) =>
      coupon?.coupon && coupon.discount > 0 ? [{ partId, coupon: coupon.coupon }] : [],
    );
    for (const { partId, coupon } of used.sort((a, b) => a.coupon.id - b.coupon.id)) {
      if (!(await this.uses.take(coupon, referenceOf(partId), buyer))) return false;
    }
    return true;
  }
}
