import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Coupon } from '../coupons/coupon.entity';
import { CouponUses, type CouponBuyer } from '../coupons/coupon-uses';
import { CouponsQueries } from '../coupons/coupons.queries';
import type { CouponOutcome, Terms } from './cart-pricing';
import { CartCoupon } from './cart.entity';
import { TaxRates } from './tax-rates';

/** Whom a cart is priced for. */
export interface Visitor extends CouponBuyer {
  /** ISO 3166-1 code of where the goods go, or where the buyer lives; null: not known. */
  country: string | null;
}

/** What a cart is priced by for somebody: the tax there, and the coupons in it. */
@Injectable()
export class CartTerms {
  constructor(
    private readonly database: Database,
    private readonly coupons: CouponsQueries,
    private readonly uses: CouponUses,
    private readonly taxes: TaxRates,
  ) {}

  /** @param cartId null: nothing was put into it yet */
  async of(cartId: number | null, { country, ...buyer }: Visitor): Promise<Terms> {
    const tax = this.taxes.taxFor(country);
    return {
      tax,
      isEstimate: country === null && tax.mode !== 'none',
      estimatedTax: this.taxes.taxFor(null),
      couponOf: await this.couponsIn(cartId, buyer),
    };
  }

  private async couponsIn(cartId: number | null, buyer: CouponBuyer): Promise<Terms['couponOf']> {
    const entered = cartId === null ? [] : await this.database.repository(CartCoupon).findBy({ cartId });
    if (entered.length === 0) return () => null;
    const coupons = await this.coupons.byCodes(entered);
    const limited = coupons.filter(({ maxUsesPerBuyer }) => maxUsesPerBuyer !== null);
    const uses = await this.uses.byBuyer(
      limited.map(({ id }) => id),
      buyer,
    );
    const now = new Date();
    return (storeId, subtotal) => {
      const code = entered.find((one) => one.storeId === storeId)?.code;
      const coupon = coupons.find((one) => one.storeId === storeId && one.code === code) ?? null;
      return code === undefined ? null : outcomeOf(code, coupon, subtotal, uses, now);
    };
  }
}

function outcomeOf(
  code: string,
  coupon: Coupon | null,
  subtotal: number,
  uses: ReadonlyMap<number, number>,
  now: Date,
): CouponOutcome {
  const problem = coupon ? coupon.problemFor(subtotal, uses.get(coupon.id) ?? 0, now) : 'COUPON_OFF';
  return { code, coupon, problem, discount: coupon && !problem ? coupon.discountOn(subtotal) : 0 };
}
