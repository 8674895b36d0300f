import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Product } from './product.entity';

/** An option that a product has in at least one variant: what lists are filtered by. Follows the variants. */
@Entity('product_options')
@Index('product_options_value', ['nameKey', 'valueKey', 'productId'])
export class ProductOption {
  @PrimaryColumn({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'product_options_product_fk' })
  product?: Product;

  /** "Size" and "SIZE" are one: see `optionKey`. */
  @PrimaryColumn({ type: 'varchar', length: LIMITS.options.name, name: 'name_key' })
  nameKey: string;

  @PrimaryColumn({ type: 'varchar', length: LIMITS.options.value, name: 'value_key' })
  valueKey: string;

  /** As its vendor writes it. */
  @Column({ type: 'varchar', length: LIMITS.options.name })
  name: string;

  @Column({ type: 'varchar', length: LIMITS.options.value })
  value: string;
}
