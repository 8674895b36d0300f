import { LIMITS, type PartStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Store } from '../stores/store.entity';
import { Order } from './order.entity';
import { NEXT_BY_VENDOR, TRANSITIONS } from './order-status';
import { InvalidTransition } from './orders.errors';

const DAY_MS = 24 * 3600_000;

/** One store's share of an order: what its vendor sees and moves. */
@Entity('order_parts')
@Index('order_parts_order', ['orderId'])
@Index('order_parts_store', ['storeId', 'orderId'])
@Index('order_parts_status', ['storeId', 'status'])
export class OrderPart {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_parts_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'order_parts_store_fk' })
  store?: Store;

  /** As it was at sale. */
  @Column({ type: 'varchar', length: LIMITS.storeName.max, name: 'store_name' })
  storeName: string;

  @Column({ type: 'varchar', length: 12 })
  status: PartStatus;

  @Column({ type: 'varchar', length: LIMITS.carrier.max, nullable: true })
  carrier: string | null;

  @Column({ type: 'varchar', length: LIMITS.trackingNumber.max, name: 'tracking_number', nullable: true })
  trackingNumber: string | null;

  @MoneyColumn()
  subtotal: number;

  /** What gave the discount. */
  @Column({ type: 'varchar', length: LIMITS.couponCode.max, name: 'coupon_code', nullable: true })
  couponCode: string | null;

  /** Sum of its items' discounts. */
  @MoneyColumn({ default: 0 })
  discount: number;

  @MoneyColumn()
  shipping: number;

  /** Added on top of the prices: that of the items and that of the shipping. */
  @MoneyColumn()
  tax: number;

  /** The same where prices contain it; one of the two is 0. */
  @MoneyColumn({ name: 'tax_included', default: 0 })
  taxIncluded: number;

  /** Of `tax` or `taxIncluded`, what falls to the shipping. */
  @MoneyColumn({ name: 'shipping_tax', default: 0 })
  shippingTax: number;

  /** Thousandths of a percent, at sale: 19 % is 19000. */
  @Column({ type: 'integer', name: 'tax_rate', default: 0 })
  taxRate: number;

  @TimestampColumn({ name: 'shipped_at', nullable: true })
  shippedAt: Date | null;

  @TimestampColumn({ name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @TimestampColumn({ name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  /** The marketplace's at sale, in basis points. */
  @Column({ type: 'integer', name: 'commission_rate', default: 0 })
  commissionRate: number;

  /** What the marketplace keeps of this part. */
  @MoneyColumn({ default: 0 })
  commission: number;

  /** What went back of the total, or is about to. */
  @MoneyColumn({ name: 'refunded_amount', default: 0 })
  refundedAmount: number;

  /** Of that, what went back of the shipping. */
  @MoneyColumn({ name: 'refunded_shipping', default: 0 })
  refundedShipping: number;

  /** This store's share of the order, in minor units. */
  get total(): number {
    return this.subtotal - this.discount + this.shipping + this.tax;
  }

  /** What is left of the total, in minor units. */
  get refundable(): number {
    return this.total - this.refundedAmount;
  }

  /** What is left of the shipping and the tax that was added to it, in minor units; never more than of the total. */
  get refundableShipping(): number {
    const paid = this.shipping + (this.taxIncluded > 0 ? 0 : this.shippingTax);
    return Math.min(paid - this.refundedShipping, this.refundable);
  }

  /** Goods may be returned until then; null where they may not. */
  returnableUntil(days: number): Date | null {
    if (!this.deliveredAt || days === 0) return null;
    return new Date(this.deliveredAt.getTime() + days * DAY_MS);
  }

  /** @throws InvalidTransition */
  moveTo(status: PartStatus, at: Date): void {
    const allowed = TRANSITIONS[this.status];
    if (!allowed.includes(status)) throw new InvalidTransition(this.status, NEXT_BY_VENDOR[this.status]);
    this.status = status;
    if (status === 'shipped') this.shippedAt = at;
    if (status === 'delivered') this.deliveredAt = at;
    if (status === 'cancelled') this.cancelledAt = at;
  }
}
