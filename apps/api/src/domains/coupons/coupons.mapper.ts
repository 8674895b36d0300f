import { formatMinor } from '@souk/contracts';
import type { CouponDto } from '@souk/contracts/coupons.dto';
import type { Coupon } from './coupon.entity';

export const toCouponDto = (coupon: Coupon): CouponDto => ({
  id: coupon.id,
  storeId: coupon.storeId,
  code: coupon.code,
  percentOff: coupon.percentOff,
  amountOff: coupon.amountOff === null ? null : formatMinor(coupon.amountOff),
  minimumSubtotal: coupon.minimumSubtotal === null ? null : formatMinor(coupon.minimumSubtotal),
  startsAt: coupon.startsAt?.toISOString() ?? null,
  endsAt: coupon.endsAt?.toISOString() ?? null,
  maxUses: coupon.maxUses,
  maxUsesPerBuyer: coupon.maxUsesPerBuyer,
  uses: coupon.uses,
  isActive: coupon.isActive,
  status: coupon.statusAt(),
  createdAt: coupon.createdAt.toISOString(),
  updatedAt: coupon.updatedAt.toISOString(),
});
