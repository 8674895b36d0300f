import type { NotificationChannel, NotificationKind } from '@souk/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** What a user wants other than everybody at first. */
@Entity('notification_preferences')
export class NotificationPreference {
  @PrimaryColumn({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'notification_preferences_user_fk' })
  user?: User;

  @PrimaryColumn({ type: 'varchar', length: 24 })
  kind: NotificationKind;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  channel: NotificationChannel;

  @Column({ type: 'boolean' })
  wanted: boolean;
}
