import type { PartActor, PartEventKind } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { OrderPart } from './order-part.entity';

/** Something that became of a part. When it was placed stands in its order. Never changed. */
@Entity('part_events')
@Index('part_events_order', ['orderId', 'createdAt'])
@Index('part_events_part', ['partId'])
export class PartEvent {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @Column({ type: 'integer', name: 'part_id' })
  partId: number;

  @ManyToOne(() => OrderPart, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'part_id', foreignKeyConstraintName: 'part_events_part_fk' })
  part?: OrderPart;

  @Column({ type: 'varchar', length: 20 })
  kind: Exclude<PartEventKind, 'placed'>;

  /** Null where it was not noted. */
  @Column({ type: 'varchar', length: 12, nullable: true })
  actor: PartActor | null;

  /** Id of the refund or the return that it is about, which says the rest. */
  @Column({ type: 'integer', name: 'subject_id', nullable: true })
  subjectId: number | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
