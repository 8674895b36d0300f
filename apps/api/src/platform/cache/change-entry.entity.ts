import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../database/columns';
import type { Topic } from './topics';

/** What one unit of work has changed, for the other processes that keep answers. */
@Entity('changes')
@Index('changes_made', ['madeAt'])
export class ChangeEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** The process that made the change, and has heard of it. */
  @Column({ type: 'varchar', length: 36 })
  origin: string;

  @Column({ type: 'simple-json' })
  topics: Topic[];

  @TimestampColumn({ name: 'made_at' })
  madeAt: Date;
}
