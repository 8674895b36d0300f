import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { Delivery } from './delivery.entity';

/** What was sent and what came back. */
@Entity('webhook_attempts')
@Index('webhook_attempts_delivery', ['deliveryId', 'id'])
export class DeliveryAttempt {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'delivery_id' })
  deliveryId: number;

  @ManyToOne(() => Delivery, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'delivery_id', foreignKeyConstraintName: 'webhook_attempts_delivery_fk' })
  delivery?: Delivery;

  @Column({ type: 'varchar', length: LIMITS.webhooks.url })
  url: string;

  @Column({ type: 'simple-json', name: 'request_headers' })
  requestHeaders: Record<string, string>;

  @Column({ type: 'integer', name: 'response_status', nullable: true })
  responseStatus: number | null;

  /** Its beginning. */
  @Column({ type: 'text', name: 'response_body', nullable: true })
  responseBody: string | null;

  /** Milliseconds. */
  @Column({ type: 'integer' })
  duration: number;

  /** What was wrong, in a sentence. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  reason: string | null;

  @TimestampColumn({ name: 'sent_at' })
  sentAt: Date;
}
