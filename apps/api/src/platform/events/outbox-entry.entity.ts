import type { JobStatus } from '@souk/contracts';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../database/columns';

/** A fact that was committed with the change it tells of, for one of those who want to hear it. */
@Entity('outbox')
@Index('outbox_due', ['doneAt', 'runAt'])
@Index('outbox_dead', ['deadAt'])
export class OutboxEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  type: string;

  /** Who is told; empty when nobody waits for it. */
  @Column({ type: 'varchar', length: 40, default: '' })
  handler: string;

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

  /** Told, or given up. */
  @TimestampColumn({ name: 'done_at', nullable: true })
  doneAt: Date | null;

  /** Given up: a dead letter, until staff has it tried again. */
  @TimestampColumn({ name: 'dead_at', nullable: true })
  deadAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'varchar', length: 500, name: 'last_error', nullable: true })
  lastError: string | null;

  /** Of what is not done. */
  get status(): JobStatus {
    const now = new Date();
    if (this.deadAt) return 'dead';
    if (this.lockedUntil && this.lockedUntil > now) return 'running';
    return this.runAt > now ? 'postponed' : 'due';
  }
}
