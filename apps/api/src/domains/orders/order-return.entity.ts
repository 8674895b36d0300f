import { LIMITS, type ReturnReason, type ReturnStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { Order } from './order.entity';
import { OrderPart } from './order-part.entity';
import { ReturnEnded } from './orders.errors';

export interface ReturnLine {
  itemId: number;
  quantity: number;
}

/** A buyer wants to send goods of a part back. */
@Entity('order_returns')
@Index('order_returns_order', ['orderId'])
@Index('order_returns_part', ['partId', 'status'])
export class OrderReturn {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_returns_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'part_id' })
  partId: number;

  @ManyToOne(() => OrderPart, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'part_id', foreignKeyConstraintName: 'order_returns_part_fk' })
  part?: OrderPart;

  @Column({ type: 'varchar', length: 12 })
  status: ReturnStatus;

  @Column({ type: 'varchar', length: 20 })
  reason: ReturnReason;

  /** In the buyer's words. */
  @Column({ type: 'varchar', length: LIMITS.returnNote.max, nullable: true })
  note: string | null;

  @Column({ type: 'simple-json', name: 'items' })
  lines: ReturnLine[];

  /** In the vendor's words. */
  @Column({ type: 'varchar', length: LIMITS.returnAnswer.max, nullable: true })
  answer: string | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** @throws ReturnEnded */
  end(status: Exclude<ReturnStatus, 'requested'>, answer: string | null): void {
    if (this.status !== 'requested') throw new ReturnEnded(this.status);
    Object.assign(this, { status, answer, endedAt: new Date() });
  }
}
