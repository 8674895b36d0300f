import type { DeliveryStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookEvent } from './webhook-event.entity';

/** One event on its way to one endpoint. */
@Entity('webhook_deliveries')
@Index('webhook_deliveries_once', ['eventId', 'endpointId'], { unique: true })
@Index('webhook_deliveries_endpoint', ['endpointId', 'id'])
@Index('webhook_deliveries_due', ['endpointId', 'status', 'nextAttemptAt'])
export class Delivery {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'event_id' })
  eventId: number;

  @ManyToOne(() => WebhookEvent, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'event_id', foreignKeyConstraintName: 'webhook_deliveries_event_fk' })
  event: WebhookEvent;

  @Column({ type: 'integer', name: 'endpoint_id' })
  endpointId: number;

  @ManyToOne(() => WebhookEndpoint, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'endpoint_id', foreignKeyConstraintName: 'webhook_deliveries_endpoint_fk' })
  endpoint: WebhookEndpoint;

  @Column({ type: 'varchar', length: 12 })
  status: DeliveryStatus;

  /** Of the schedule, since it began or was asked for by hand. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** Null unless it waits. */
  @TimestampColumn({ name: 'next_attempt_at', nullable: true })
  nextAttemptAt: Date | null;

  /** Of the last answer. */
  @Column({ type: 'integer', name: 'response_status', nullable: true })
  responseStatus: number | null;

  /** What was wrong at last, in a sentence. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  reason: string | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** Due at once, with the whole schedule before it. */
export const dueNow = (now: Date) => ({
  status: 'waiting' as const,
  attempts: 0,
  nextAttemptAt: now,
  endedAt: null,
});
