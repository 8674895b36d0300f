import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../database/columns';

/** A fact that was committed with the change it tells of, and waits for those who want to hear it. */
@Entity('outbox')
@Index('outbox_due', ['doneAt', 'runAt'])
export class OutboxEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  type: string;

  @Column({ type: 'text' })
  payload: string;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** Not before this time; moves on with every failed attempt. */
  @TimestampColumn({ name: 'run_at' })
  runAt: Date;

  /** A process works on it until then; when it is killed, another takes over. */
  @TimestampColumn({ name: 'locked_until', nullable: true })
  lockedUntil: Date | null;

  @TimestampColumn({ name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'varchar', length: 500, name: 'last_error', nullable: true })
  lastError: string | null;
}
