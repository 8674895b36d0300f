import { Entity, Index, PrimaryColumn } from 'typeorm';
import { TimestampColumn } from '../database/columns';

/** A mail that has gone out, so that a fact that is told twice is mailed once. */
@Entity('sent_mails')
@Index('sent_mails_time', ['sentAt'])
export class SentMail {
  /** What it was about, and to whom: `placed:31`, `sale:48`. */
  @PrimaryColumn({ type: 'varchar', length: 80 })
  cause: string;

  @TimestampColumn({ name: 'sent_at' })
  sentAt: Date;
}
