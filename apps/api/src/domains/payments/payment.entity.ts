import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';

export type PaymentState = 'pending' | 'succeeded' | 'failed';

/** One attempt to take money. Knows what it is for only as a reference of the caller's. */
@Entity('payments')
@Index('payments_subject', ['subject'], { unique: true })
@Index('payments_due', ['status', 'nextCheckAt'])
export class Payment {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** The caller's reference; also the idempotency key towards the gateway. */
  @Column({ type: 'varchar', length: 60 })
  subject: string;

  @Column({ type: 'varchar', length: 20 })
  provider: string;

  /** The gateway's own name for it. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  reference: string | null;

  @Column({ type: 'varchar', length: 10 })
  status: PaymentState;

  @MoneyColumn()
  amount: number;

  @Column({ type: 'varchar', length: 3 })
  currency: string;

  @MoneyColumn({ default: 0 })
  refunded: number;

  /** Opens the gateway's door to the buyer's browser; null when nothing is wanted of the buyer. */
  @Column({ type: 'varchar', length: 255, name: 'action_secret', nullable: true })
  actionSecret: string | null;

  /** Nobody waits for it any more: the gateway is to end it. */
  @Column({ type: 'boolean', default: false })
  unwanted: boolean;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** When the gateway is asked again; null once the answer is final. */
  @TimestampColumn({ name: 'next_check_at', nullable: true })
  nextCheckAt: Date | null;
}

@Entity('refunds')
@Index('refunds_key', ['key'], { unique: true })
@Index('refunds_payment', ['paymentId'])
export class Refund {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'payment_id' })
  paymentId: number;

  @ManyToOne(() => Payment, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'payment_id', foreignKeyConstraintName: 'refunds_payment_fk' })
  payment?: Payment;

  /** The caller's name for it: the same refund asked for twice is made once. */
  @Column({ type: 'varchar', length: 60 })
  key: string;

  @MoneyColumn()
  amount: number;

  /** The gateway's own name; null until it has confirmed. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  reference: string | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}

/** A gateway's message that has been heeded; delivered again it does nothing. */
@Entity('payment_notices')
@Index('payment_notices_received_at', ['receivedAt'])
export class PaymentNotice {
  /** Provider and the message's own id. */
  @PrimaryColumn({ type: 'varchar', length: 150 })
  id: string;

  @TimestampColumn({ name: 'received_at' })
  receivedAt: Date;
}
