import { LIMITS, type UserType } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ShownAs } from '../../platform/cache/shown-as';
import { TimestampColumn } from '../../platform/database/columns';

@ShownAs<User>('user', ({ id }) => id, { unlessNew: true })
@Entity('users')
@Index('users_username', ['usernameKey'], { unique: true })
@Index('users_email', ['email'], { unique: true })
export class User {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** As the user writes it. */
  @Column({ type: 'varchar', length: LIMITS.username.max })
  username: string;

  /** Lower-cased: what must be unique and what is looked up. */
  @Column({ type: 'varchar', length: LIMITS.username.max, name: 'username_key' })
  usernameKey: string;

  /** Lower-cased. */
  @Column({ type: 'varchar', length: LIMITS.email.max })
  email: string;

  /** argon2id in PHC format. */
  @Column({ type: 'varchar', length: 255, name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'varchar', length: LIMITS.personName.max, name: 'first_name', nullable: true })
  firstName: string | null;

  @Column({ type: 'varchar', length: LIMITS.personName.max, name: 'last_name', nullable: true })
  lastName: string | null;

  @Column({ type: 'boolean', name: 'is_staff', default: false })
  isStaff: boolean;

  @Column({ type: 'boolean', name: 'is_active', default: true })
  isActive: boolean;

  @TimestampColumn({ name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;

  /** Its owner had the account erased: no personal field is left, only what the bookkeeping refers to. */
  @TimestampColumn({ name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}

@ShownAs<UserProfile>('user', ({ userId }) => userId, { unlessNew: true })
@Entity('user_profiles')
export class UserProfile {
  @PrimaryColumn({ type: 'integer', name: 'user_id' })
  userId: number;

  @OneToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_profiles_user' })
  user?: User;

  @Column({ type: 'varchar', length: 10, name: 'user_type' })
  userType: UserType;

  @Column({ type: 'varchar', length: LIMITS.phone.max, nullable: true })
  phone: string | null;

  @Column({ type: 'varchar', length: LIMITS.address.max, nullable: true })
  address: string | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
