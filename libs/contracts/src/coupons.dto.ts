import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { Page } from './common.dto';
import { COUPON_STATUSES, type CouponStatus } from './enums';
import { LIMITS } from './limits';
import { Count, CouponCode, EnumField, Moment, Money, Optional } from './validators';

/** Creates a coupon, or replaces its editable fields. It takes either a percentage or an amount off. */
export class CouponInput {
  /** What buyers type; capitals make no difference. One store has a code once. @example SUMMER10 */
  @CouponCode()
  code: string;

  /** Whole percent off the store's goods. @example 10 */
  @IsOptional()
  @Count(1, 100)
  percentOff?: number | null;

  /** Instead of a percentage, off the store's goods together; never more than they cost. */
  @IsOptional()
  @Money({ nullable: true })
  amountOff?: string | number | null;

  /** What the store's goods must cost before the discount; `null` for any. */
  @IsOptional()
  @Money({ nullable: true })
  minimumSubtotal?: string | number | null;

  /** `null`: at once. */
  @IsOptional()
  @Moment()
  startsAt?: string | null;

  /** `null`: never. */
  @IsOptional()
  @Moment()
  endsAt?: string | null;

  /** By all buyers together; `null` for any number. @example 100 */
  @IsOptional()
  @Count(1, LIMITS.couponUses.max)
  maxUses?: number | null;

  /** By one buyer, whom a guest's e-mail address tells; `null` for any number. @example 1 */
  @IsOptional()
  @Count(1, LIMITS.couponUses.max)
  maxUsesPerBuyer?: number | null;

  /** Default true. */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  isActive?: boolean;
}

export class CouponPatch extends PartialType(CouponInput, { skipNullProperties: false }) {}

export class CouponDto {
  /** @example 6 */
  id: number;
  /** @example 3 */
  storeId: number;
  /** @example SUMMER10 */
  code: string;
  /** @example 10 */
  percentOff: number | null;
  amountOff: string | null;
  minimumSubtotal: string | null;
  startsAt: string | null;
  endsAt: string | null;
  maxUses: number | null;
  maxUsesPerBuyer: number | null;
  /** Orders that were neither given up nor cancelled. @example 12 */
  uses: number;
  isActive: boolean;
  @EnumField(COUPON_STATUSES, 'CouponStatus')
  status: CouponStatus;
  createdAt: string;
  updatedAt: string;
}

export class CouponPage extends Page {
  items: CouponDto[];
}
