import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

/** Kept for the user's next order. Orders have copies of their own. */
@Entity('addresses')
@Index('addresses_user', ['userId', 'id'])
export class Address {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'addresses_user_fk' })
  user?: User;

  @Column({ type: 'varchar', length: LIMITS.recipient.max })
  name: string;

  @Column({ type: 'varchar', length: LIMITS.address.max })
  address: string;

  @Column({ type: 'varchar', length: LIMITS.city.max })
  city: string;

  @Column({ type: 'varchar', length: LIMITS.state.max, nullable: true })
  state: string | null;

  @Column({ type: 'varchar', length: LIMITS.zipcode.max })
  zipcode: string;

  @Column({ type: 'varchar', length: 60 })
  country: string;

  /** Exactly one of a user's. */
  @Column({ type: 'boolean', name: 'is_default' })
  isDefault: boolean;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;
}
