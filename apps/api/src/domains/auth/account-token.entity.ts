import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

export type AccountTokenPurpose = 'reset' | 'verify';

/** What a link in a mail carries: works once, for one purpose, until it expires. */
@Entity('account_tokens')
@Index('account_tokens_user', ['userId'])
@Index('account_tokens_expiry', ['expiresAt'])
export class AccountToken {
  /** SHA-256 in hex; the token itself is in the mail only. */
  @PrimaryColumn({ type: 'varchar', length: 64, name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'account_tokens_user_fk' })
  user?: User;

  @Column({ type: 'varchar', length: 10 })
  purpose: AccountTokenPurpose;

  /** The address that the mail went to; a verification of an address that has changed since is worth nothing. */
  @Column({ type: 'varchar', length: LIMITS.email.max })
  email: string;

  @TimestampColumn({ name: 'expires_at' })
  expiresAt: Date;

  @TimestampColumn({ name: 'used_at', nullable: true })
  usedAt: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
