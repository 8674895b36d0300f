import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';

/** One request that must have one effect, however often it is sent. */
@Entity('idempotency_keys')
@Index('idempotency_keys_key', ['scope', 'key'], { unique: true })
@Index('idempotency_keys_created', ['createdAt'])
export class IdempotencyKey {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** Whose key it is: a user or a cart. */
  @Column({ type: 'varchar', length: 80 })
  scope: string;

  @Column({ type: 'varchar', length: LIMITS.idempotencyKey.max })
  key: string;

  /** SHA-256 of the request, in hex: the same key with another request is refused. */
  @Column({ type: 'varchar', length: 64, name: 'request_hash' })
  requestHash: string;

  /** The order that it placed; null while the request is under way. */
  @Column({ type: 'integer', name: 'order_id', nullable: true })
  orderId: number | null;

  /** After that, a request that never finished counts as killed. */
  @TimestampColumn({ name: 'locked_until' })
  lockedUntil: Date;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
