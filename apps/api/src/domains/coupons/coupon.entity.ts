import { LIMITS, type CouponProblem, type CouponStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { fraction } from '../../platform/money/shares';
import { Store } from '../stores/store.entity';
import { User } from '../users/user.entity';

/** Takes a percentage or an amount off the goods of one store, once per order. */
@Entity('coupons')
@Index('coupons_code', ['storeId', 'code'], { unique: true })
@Index('coupons_store', ['storeId', 'id'])
export class Coupon {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'coupons_store_fk' })
  store?: Store;

  /** In capitals. */
  @Column({ type: 'varchar', length: LIMITS.couponCode.max })
  code: string;

  /** Whole percent; null where an amount is taken off. */
  @Column({ type: 'integer', name: 'percent_off', nullable: true })
  percentOff: number | null;

  @MoneyColumn({ name: 'amount_off', nullable: true })
  amountOff: number | null;

  /** What the store's goods must cost before the discount. */
  @MoneyColumn({ name: 'minimum_subtotal', nullable: true })
  minimumSubtotal: number | null;

  @TimestampColumn({ name: 'starts_at', nullable: true })
  startsAt: Date | null;

  @TimestampColumn({ name: 'ends_at', nullable: true })
  endsAt: Date | null;

  @Column({ type: 'integer', name: 'max_uses', nullable: true })
  maxUses: number | null;

  @Column({ type: 'integer', name: 'max_uses_per_buyer', nullable: true })
  maxUsesPerBuyer: number | null;

  /** By orders that were not given up or cancelled. */
  @Column({ type: 'integer', default: 0 })
  uses: number;

  @Column({ type: 'boolean', name: 'is_active', default: true })
  isActive: boolean;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;

  /** Minor units off goods that cost so much; never more than they cost. */
  discountOn(subtotal: number): number {
    if (this.percentOff !== null) return fraction(subtotal, this.percentOff, 100);
    return Math.min(this.amountOff ?? 0, subtotal);
  }

  /** Why it does not apply to goods that cost so much, first what the buyer cannot change; null when it does. */
  problemFor(subtotal: number, usesByBuyer: number, at = new Date()): CouponProblem | null {
    const status = this.statusAt(at);
    if (status === 'off') return 'COUPON_OFF';
    if (status === 'ended') return 'COUPON_ENDED';
    if (this.maxUsesPerBuyer !== null && usesByBuyer >= this.maxUsesPerBuyer) return 'COUPON_USED_BY_YOU';
    if (status === 'used_up') return 'COUPON_USED_UP';
    if (status === 'scheduled') return 'COUPON_NOT_STARTED';
    return this.minimumSubtotal !== null && subtotal < this.minimumSubtotal ? 'COUPON_MINIMUM' : null;
  }

  statusAt(at = new Date()): CouponStatus {
    if (!this.isActive) return 'off';
    if (this.endsAt && this.endsAt <= at) return 'ended';
    if (this.maxUses !== null && this.uses >= this.maxUses) return 'used_up';
    return this.startsAt && this.startsAt > at ? 'scheduled' : 'active';
  }
}

/** By one part of an order; gone when that is cancelled. */
@Entity('coupon_uses')
@Index('coupon_uses_reference', ['reference'], { unique: true })
@Index('coupon_uses_user', ['couponId', 'userId'])
@Index('coupon_uses_email', ['couponId', 'emailHash'])
export class CouponUse {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'coupon_id' })
  couponId: number;

  @ManyToOne(() => Coupon, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'coupon_id', foreignKeyConstraintName: 'coupon_uses_coupon_fk' })
  coupon?: Coupon;

  /** What used it, in the words of whoever asked. */
  @Column({ type: 'varchar', length: 40 })
  reference: string;

  @Column({ type: 'integer', name: 'user_id', nullable: true })
  userId: number | null;

  @ManyToOne(() => User, { onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'coupon_uses_user_fk' })
  user?: User | null;

  /** SHA-256 of the buyer's address, in hex; null once the account is erased. */
  @Column({ type: 'varchar', length: 64, name: 'email_hash', nullable: true })
  emailHash: string | null;

  @TimestampColumn({ name: 'used_at' })
  usedAt: Date;
}
