import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { OrderItem } from './order-item.entity';

/** A link that was used: it may be resumed, and counts no second time. */
@Entity('order_downloads')
@Index('order_downloads_item', ['itemId'])
export class OrderDownload {
  /** What tells this link from others, in hex. */
  @PrimaryColumn({ type: 'varchar', length: 28 })
  link: string;

  @Column({ type: 'integer', name: 'item_id' })
  itemId: number;

  @ManyToOne(() => OrderItem, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'item_id', foreignKeyConstraintName: 'order_downloads_item_fk' })
  item?: OrderItem;

  @TimestampColumn({ name: 'started_at' })
  startedAt: Date;
}
