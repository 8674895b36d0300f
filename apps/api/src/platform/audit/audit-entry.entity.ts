import type { AuditAction, AuditSubject } from '@souk/contracts';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../database/columns';

/** What staff did, to what, and why. Written once; triggers refuse to change or delete a row. */
@Entity('audit_log')
@Index('audit_log_subject', ['subjectType', 'subjectId'])
export class AuditEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** A user's id without a foreign key: the log outlives accounts. */
  @Column({ type: 'integer', name: 'actor_id' })
  actorId: number;

  /** As it was then. */
  @Column({ type: 'varchar', length: 30, name: 'actor_name' })
  actorName: string;

  @Column({ type: 'varchar', length: 40 })
  action: AuditAction;

  @Column({ type: 'varchar', length: 20, name: 'subject_type' })
  subjectType: AuditSubject;

  @Column({ type: 'integer', name: 'subject_id' })
  subjectId: number;

  @Column({ type: 'varchar', length: 500 })
  reason: string;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
