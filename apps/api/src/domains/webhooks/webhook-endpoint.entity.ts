import { LIMITS, PING, type EventType, type SentType } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

export interface FormerSecret {
  /** Sealed. */
  secret: string;
  /** It signs too until then; ISO 8601. */
  until: string;
}

/** An address to which a user's events are sent. */
@Entity('webhook_endpoints')
@Index('webhook_endpoints_user', ['userId', 'id'])
export class WebhookEndpoint {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'webhook_endpoints_user_fk' })
  user?: User;

  @Column({ type: 'varchar', length: LIMITS.webhooks.url })
  url: string;

  @Column({ type: 'varchar', length: LIMITS.webhooks.description, nullable: true })
  description: string | null;

  /** Null: everything. */
  @Column({ type: 'simple-json', name: 'event_types', nullable: true })
  eventTypes: EventType[] | null;

  @Column({ type: 'boolean', name: 'is_active' })
  isActive: boolean;

  /** Sealed. */
  @Column({ type: 'varchar', length: 200 })
  secret: string;

  /** The latest first, at least those that are good. */
  @Column({ type: 'simple-json', name: 'former_secrets', nullable: true })
  formerSecrets: FormerSecret[] | null;

  /** When the marketplace switched it off; null once its owner has changed something. */
  @TimestampColumn({ name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  /** A sentence. */
  @Column({ type: 'varchar', length: 300, name: 'disabled_reason', nullable: true })
  disabledReason: string | null;

  /** Attempts in a row that nobody answered. */
  @Column({ type: 'integer', default: 0 })
  silences: number;

  /** Nothing is sent to it before then: a process is at it, or nobody answers there. */
  @TimestampColumn({ name: 'busy_until' })
  busyUntil: Date;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;

  /** Former secrets that still sign, the latest first. */
  get signingToo(): FormerSecret[] {
    const now = new Date().toISOString();
    return (this.formerSecrets ?? []).filter(({ until }) => until > now);
  }

  /** @param secret sealed @param until when the one before it signs too */
  rotate(secret: string, until: Date): void {
    this.formerSecrets = [{ secret: this.secret, until: until.toISOString() }, ...this.signingToo];
    this.secret = secret;
  }

  hears(type: SentType): boolean {
    return type !== PING && (this.eventTypes === null || this.eventTypes.includes(type));
  }

  /** What waits goes out at once; why it was switched off is settled. */
  switch(isActive: boolean): void {
    if (isActive) Object.assign(this, { disabledAt: null, disabledReason: null, silences: 0 });
    this.isActive = isActive;
  }
}
