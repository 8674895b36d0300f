import type { NotificationKind } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

/** A fact that one user is told of. Of one user, a higher id has always been committed later. */
@Entity('notifications')
@Index('notifications_once', ['eventId', 'userId', 'kind'], { unique: true })
@Index('notifications_user', ['userId', 'id'])
@Index('notifications_unread', ['userId', 'readAt', 'id'])
@Index('notifications_age', ['createdAt'])
@Index('notifications_read', ['readAt'])
export class Notification {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'notifications_user_fk' })
  user?: User;

  @Column({ type: 'varchar', length: 24 })
  kind: NotificationKind;

  /** Of the fact, in the outbox. */
  @Column({ type: 'integer', name: 'event_id' })
  eventId: number;

  /** `NotificationData` of its kind. */
  @Column({ type: 'simple-json' })
  data: Record<string, unknown>;

  @TimestampColumn({ name: 'read_at', nullable: true })
  readAt: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
