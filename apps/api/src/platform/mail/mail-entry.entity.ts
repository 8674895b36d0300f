import type { MailStatus } from '@souk/contracts';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../database/columns';

/** That a letter was sent, or could not be: nothing of what it says, and of its address too little to write to. */
@Entity('mails')
@Index('mails_cause', ['causeHash'], { unique: true })
@Index('mails_status', ['status', 'id'])
@Index('mails_recipient', ['recipientHash', 'id'])
@Index('mails_age', ['updatedAt'])
export class MailEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** Of what it is about and to whom: a second try is the same letter. */
  @Column({ type: 'varchar', length: 64, name: 'cause_hash' })
  causeHash: string;

  /** Such as `placed` or `welcome`. */
  @Column({ type: 'varchar', length: 40 })
  kind: string;

  /** Masked. */
  @Column({ type: 'varchar', length: 190 })
  recipient: string;

  /** Of the address, by which it is found. */
  @Column({ type: 'varchar', length: 64, name: 'recipient_hash' })
  recipientHash: string;

  @Column({ type: 'varchar', length: 10 })
  status: MailStatus;

  @Column({ type: 'integer' })
  attempts: number;

  @Column({ type: 'varchar', length: 300, name: 'last_error', nullable: true })
  lastError: string | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** The last attempt. */
  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;
}
