import { LIMITS, type OrderStatus, type PaymentStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';
import type { OrderPart } from './order-part.entity';
import { leastAdvanced } from './order-status';

@Entity('orders')
@Index('orders_number', ['number'], { unique: true })
@Index('orders_customer', ['customerId', 'id'])
@Index('orders_email', ['email'])
@Index('orders_status', ['status', 'id'])
@Index('orders_reserved', ['paymentStatus', 'reservedUntil'])
export class Order {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** What people call it. */
  @Column({ type: 'varchar', length: 20 })
  number: string;

  @Column({ type: 'integer', name: 'customer_id', nullable: true })
  customerId: number | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'customer_id', foreignKeyConstraintName: 'orders_customer_fk' })
  customer?: User | null;

  @Column({ type: 'varchar', length: LIMITS.email.max })
  email: string;

  /** SHA-256 of the secret in a guest's link, in hex. */
  @Column({ type: 'varchar', length: 64, name: 'access_hash', nullable: true })
  accessHash: string | null;

  /** The cart it was placed from; null once the ordered lines have left it. */
  @Column({ type: 'integer', name: 'cart_id', nullable: true })
  cartId: number | null;

  /** The cart that they left before the payment was certain: if it fails, they go back. */
  @Column({ type: 'integer', name: 'emptied_cart_id', nullable: true })
  emptiedCartId: number | null;

  @TimestampColumn({ name: 'date_ordered' })
  dateOrdered: Date;

  /** Payment is confirmed. */
  @Column({ type: 'boolean', default: false })
  complete: boolean;

  @Column({ type: 'varchar', length: 120, name: 'transaction_id', nullable: true })
  transactionId: string | null;

  @Column({ type: 'varchar', length: 20, name: 'payment_status' })
  paymentStatus: PaymentStatus;

  /** The least advanced of its parts that are not cancelled. */
  @Column({ type: 'varchar', length: 12 })
  status: OrderStatus;

  @Column({ type: 'varchar', length: 3 })
  currency: string;

  @MoneyColumn()
  subtotal: number;

  @MoneyColumn({ name: 'discount_total', default: 0 })
  discountTotal: number;

  @MoneyColumn({ name: 'shipping_total' })
  shippingTotal: number;

  /** Added on top of the prices. */
  @MoneyColumn({ name: 'tax_total' })
  taxTotal: number;

  /** Contained in the prices. */
  @MoneyColumn({ name: 'tax_included_total', default: 0 })
  taxIncludedTotal: number;

  /** ISO 3166-1 code of where the goods went or the buyer lives, by which tax was charged; null: it was not known. */
  @Column({ type: 'varchar', length: 2, name: 'tax_country', nullable: true })
  taxCountry: string | null;

  @MoneyColumn({ name: 'total_amount' })
  totalAmount: number;

  @MoneyColumn({ name: 'refunded_amount', default: 0 })
  refundedAmount: number;

  @Column({ type: 'boolean', name: 'shipping_required' })
  shippingRequired: boolean;

  /** An unpaid order gives its stock back then; null once it is paid or given up. */
  @TimestampColumn({ name: 'reserved_until', nullable: true })
  reservedUntil: Date | null;

  /** Called whenever a part has moved. */
  follow(parts: OrderPart[]): void {
    this.status = leastAdvanced(parts.map(({ status }) => status));
  }

  /** Money in minor units that went back, or is about to. */
  noteRefund(amount: number): void {
    if (amount === 0) return;
    this.refundedAmount += amount;
    this.paymentStatus = this.refundedAmount === this.totalAmount ? 'refunded' : 'partially_refunded';
  }
}
