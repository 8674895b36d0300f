import type { PostStatus, PostSubject } from '@souk/contracts';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';

export type Subject = PostSubject;

/** What the world is told of a store or a product: one, however often the fact is told. */
@Entity('social_posts')
@Index('social_posts_subject', ['subject', 'subjectId'], { unique: true })
@Index('social_posts_due', ['status', 'runAt'])
@Index('social_posts_store', ['storeId'])
@Index('social_posts_posted', ['postedAt'])
export class SocialPost {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'varchar', length: 10 })
  subject: Subject;

  @Column({ type: 'integer', name: 'subject_id' })
  subjectId: number;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @Column({ type: 'varchar', length: 12 })
  status: Exclude<PostStatus, 'unannounced'>;

  /** As it was when it was to be posted: a second try says the same, by which the first is found. */
  @Column({ type: 'varchar', length: 600 })
  text: string;

  /** What the network calls it. */
  @Column({ type: 'varchar', length: 40, name: 'remote_id', nullable: true })
  remoteId: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  url: string | null;

  /** Why it waits, failed or was left out: a sentence for the vendor. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  reason: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** Waits for the network, as every other then does. */
  @Column({ type: 'boolean', default: false })
  held: boolean;

  /** From then on it may have been posted without our knowing: it is looked for before it is posted again. */
  @TimestampColumn({ name: 'uncertain_since', nullable: true })
  uncertainSince: Date | null;

  /** Not before this time. */
  @TimestampColumn({ name: 'run_at' })
  runAt: Date;

  /** A process works on it until then. */
  @TimestampColumn({ name: 'locked_until', nullable: true })
  lockedUntil: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'posted_at', nullable: true })
  postedAt: Date | null;

  /** Goes on by itself. */
  get isUnderWay(): boolean {
    return this.status === 'waiting' || this.status === 'withdrawing';
  }

  /** May be posted by hand. */
  get isRepeatable(): boolean {
    return this.status === 'failed' || this.status === 'skipped';
  }
}
