import type { StockReason } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';
import { Product, ProductVariant } from './product.entity';

/** What became of a variant's stock, and why. Written once; nothing changes or deletes a row. */
@Entity('stock_changes')
@Index('stock_changes_product', ['productId', 'id'])
@Index('stock_changes_variant', ['variantId'])
@Index('stock_changes_actor', ['actorId'])
export class StockChange {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'stock_changes_product_fk' })
  product?: Product;

  @Column({ type: 'integer', name: 'variant_id' })
  variantId: number;

  @ManyToOne(() => ProductVariant, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'variant_id', foreignKeyConstraintName: 'stock_changes_variant_fk' })
  variant?: ProductVariant;

  /** Units, never 0. */
  @Column({ type: 'integer' })
  delta: number;

  /** Units on hand of the variant. */
  @Column({ type: 'integer', name: 'quantity_after' })
  quantityAfter: number;

  @Column({ type: 'varchar', length: 20 })
  reason: StockReason;

  /** Null where an order moved it, or the shop itself. */
  @Column({ type: 'integer', name: 'actor_id', nullable: true })
  actorId: number | null;

  @ManyToOne(() => User, { onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'stock_changes_actor_fk' })
  actor?: User | null;

  @Column({ type: 'varchar', length: 20, name: 'order_number', nullable: true })
  orderNumber: string | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;
}
