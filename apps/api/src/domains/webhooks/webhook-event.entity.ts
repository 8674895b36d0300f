import type { SentType } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

/**
 * What one user's programs are told of. Whoever adds some holds the user's row, so that a user's ids become visible in
 * their order: whoever has read up to one of them has missed none.
 */
@Entity('webhook_events')
@Index('webhook_events_cause', ['userId', 'cause'], { unique: true })
@Index('webhook_events_feed', ['userId', 'id'])
@Index('webhook_events_created', ['createdAt'])
export class WebhookEvent {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'webhook_events_user_fk' })
  user?: User;

  /** The fact that it tells of: told twice, it is noted once. */
  @Column({ type: 'varchar', length: 60 })
  cause: string;

  @Column({ type: 'varchar', length: 40 })
  type: SentType;

  /** JSON. */
  @Column({ type: 'text' })
  data: string;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** What is signed and sent, and what the feed answers of it. */
  get body(): string {
    const { id, type, createdAt } = this;
    return `{"id":${id},"type":"${type}","timestamp":"${createdAt.toISOString()}","data":${this.data}}`;
  }
}
