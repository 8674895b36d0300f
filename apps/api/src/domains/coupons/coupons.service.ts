import { Injectable } from '@nestjs/common';
import { toMinor } from '@souk/contracts';
import type { CouponInput, CouponPatch } from '@souk/contracts/coupons.dto';
import { Database, isDuplicate } from '../../platform/database/database';
import type { Check } from '../../platform/http/conditional';
import { DuplicateEntry, ValidationFailed } from '../../platform/http/errors';
import { Coupon } from './coupon.entity';
import { CouponsQueries } from './coupons.queries';

/** What PUT resets when it is left out. */
const DEFAULTS = {
  percentOff: null,
  amountOff: null,
  minimumSubtotal: null,
  startsAt: null,
  endsAt: null,
  maxUses: null,
  maxUsesPerBuyer: null,
  isActive: true,
};

@Injectable()
export class CouponsService {
  constructor(
    private readonly database: Database,
    private readonly queries: CouponsQueries,
  ) {}

  create(storeId: number, input: CouponInput): Promise<Coupon> {
    const coupon = Object.assign(new Coupon(), { storeId, uses: 0, createdAt: new Date() });
    return this.database.run(() => this.save(coupon, { ...DEFAULTS, ...input }));
  }

  replace(storeId: number, id: number, input: CouponInput, check: Check<Coupon>): Promise<Coupon> {
    return this.update(storeId, id, { ...DEFAULTS, ...input }, check);
  }

  /** Fields that are undefined stay as they are. Orders keep what they were sold with. */
  update(storeId: number, id: number, change: CouponPatch, check: Check<Coupon>): Promise<Coupon> {
    return this.database.run(async () => {
      const coupon = await this.queries.lock(storeId, id);
      await check(coupon);
      return this.save(coupon, change);
    });
  }

  delete(storeId: number, id: number, check: Check<Coupon>): Promise<void> {
    return this.database.run(async () => {
      const coupon = await this.queries.lock(storeId, id);
      await check(coupon);
      await this.database.repository(Coupon).delete({ id: coupon.id });
    });
  }

  private async save(coupon: Coupon, change: CouponPatch): Promise<Coupon> {
    apply(coupon, change);
    requireSense(coupon);
    coupon.updatedAt = new Date();
    try {
      return await this.database.repository(Coupon).save(coupon);
    } catch (error) {
      if (isDuplicate(error)) throw new DuplicateEntry(`This store already has a coupon ${coupon.code}.`);
      throw error;
    }
  }
}

function apply(
  coupon: Coupon,
  { amountOff, minimumSubtotal, startsAt, endsAt, ...plain }: CouponPatch,
): void {
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  Object.assign(coupon, Object.fromEntries(given));
  if (amountOff !== undefined) coupon.amountOff = amountOff === null ? null : toMinor(amountOff);
  if (minimumSubtotal !== undefined) {
    coupon.minimumSubtotal = minimumSubtotal === null ? null : toMinor(minimumSubtotal);
  }
  if (startsAt !== undefined) coupon.startsAt = startsAt === null ? null : new Date(startsAt);
  if (endsAt !== undefined) coupon.endsAt = endsAt === null ? null : new Date(endsAt);
}

/** @throws ValidationFailed */
function requireSense({ percentOff, amountOff, startsAt, endsAt }: Coupon): void {
  if (percentOff === null && amountOff === null) {
    throw new ValidationFailed({ percentOff: ['is needed, or amountOff instead'] });
  }
  if (percentOff !== null && amountOff !== null) {
    throw new ValidationFailed({ amountOff: ['must be left out where percentOff is given'] });
  }
  if (amountOff === 0) throw new ValidationFailed({ amountOff: ['must be more than 0.00'] });
  if (startsAt && endsAt && endsAt <= startsAt) {
    throw new ValidationFailed({ endsAt: ['must be later than startsAt'] });
  }
}
