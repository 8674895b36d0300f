import { formatMinor, type CouponProblem } from '@souk/contracts';
import type { CartNotice } from '@souk/contracts/cart.dto';
import { spoken } from '../../platform/money/spoken';
import type { CouponOutcome } from './cart-pricing';

/** Why a coupon in the cart takes nothing off; null when it does. @param subtotal minor units of its store's goods */
export function couponNotice(
  { code, coupon, problem }: CouponOutcome,
  subtotal: number,
  currency: string,
): CartNotice | null {
  if (problem === null) return null;
  const missing = (coupon?.minimumSubtotal ?? 0) - subtotal;
  const words: Record<CouponProblem, [message: string, details?: CartNotice['details']]> = {
    COUPON_OFF: [`${code} is no longer offered.`],
    COUPON_ENDED: [`${code} has ended.`, { endsAt: coupon?.endsAt?.toISOString() ?? null }],
    COUPON_NOT_STARTED: [
      `${code} is not valid yet. Come back once it has started.`,
      { startsAt: coupon?.startsAt?.toISOString() ?? null },
    ],
    COUPON_USED_UP: [`${code} has been used as often as it can be.`],
    COUPON_USED_BY_YOU: [
      `You have used ${code} as often as you can.`,
      { maxUsesPerBuyer: coupon?.maxUsesPerBuyer ?? null },
    ],
    COUPON_MINIMUM: [
      `Add goods of this store for ${spoken(missing, currency)} more to use ${code}.`,
      { minimumSubtotal: formatMinor(coupon?.minimumSubtotal ?? 0), missing: formatMinor(missing) },
    ],
  };
  const [message, details = {}] = words[problem];
  return { code: problem, message, details };
}
