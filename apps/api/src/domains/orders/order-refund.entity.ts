import { LIMITS, type RefundActor } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Order } from './order.entity';
import { OrderPart } from './order-part.entity';

/** Money in minor units. */
export interface RefundedLine {
  itemId: number;
  quantity: number;
  amount: number;
  /** The goods are for sale again. */
  restocked: boolean;
}

/** Some of what was paid for a part went back. Never changed. */
@Entity('order_refunds')
@Index('order_refunds_key', ['key'], { unique: true })
@Index('order_refunds_order', ['orderId'])
@Index('order_refunds_part', ['partId'])
export class OrderRefund {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_refunds_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'part_id' })
  partId: number;

  @ManyToOne(() => OrderPart, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'part_id', foreignKeyConstraintName: 'order_refunds_part_fk' })
  part?: OrderPart;

  /** What the payments know it by. */
  @Column({ type: 'varchar', length: 60, name: 'payment_key' })
  key: string;

  @MoneyColumn()
  amount: number;

  /** Of the amount, what went back of the shipping. */
  @MoneyColumn()
  shipping: number;

  /** In the words of whoever gave it back; null where the part was cancelled. */
  @Column({ type: 'varchar', length: LIMITS.refundReason.max, nullable: true })
  reason: string | null;

  @Column({ type: 'varchar', length: 12 })
  actor: RefundActor;

  @Column({ type: 'simple-json' })
  items: RefundedLine[];

  /** SHA-256 of what was asked for, in hex: the same key must ask for the same. */
  @Column({ type: 'varchar', length: 64, name: 'request_hash' })
  requestHash: string;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
