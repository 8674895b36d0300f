import type { ApiKeyScope } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

/** A way in for an integrator's program, with its owner's rights or fewer. */
@Entity('api_keys')
@Index('api_keys_hash', ['keyHash'], { unique: true })
@Index('api_keys_user', ['userId'])
export class ApiKey {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'api_keys_user_fk' })
  user?: User;

  /** What its owner calls it. */
  @Column({ type: 'varchar', length: 60 })
  name: string;

  /** SHA-256 in hex; the key itself is shown once and stored nowhere. */
  @Column({ type: 'varchar', length: 64, name: 'key_hash' })
  keyHash: string;

  /** Its first characters, by which its owner tells it from others. */
  @Column({ type: 'varchar', length: 12 })
  prefix: string;

  @Column({ type: 'simple-json' })
  scopes: ApiKeyScope[];

  /** To the minute. */
  @TimestampColumn({ name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @TimestampColumn({ name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
