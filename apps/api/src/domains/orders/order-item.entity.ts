import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Product, ProductVariant } from '../products/product.entity';
import { Order } from './order.entity';
import { OrderPart } from './order-part.entity';

/** Name, options, price, discount and tax are frozen at sale. */
@Entity('order_items')
@Index('order_items_order', ['orderId'])
@Index('order_items_part', ['partId'])
@Index('order_items_product', ['productId', 'orderId'])
export class OrderItem {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_items_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'part_id' })
  partId: number;

  @ManyToOne(() => OrderPart, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'part_id', foreignKeyConstraintName: 'order_items_part_fk' })
  part?: OrderPart;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'order_items_product_fk' })
  product?: Product;

  @Column({ type: 'integer', name: 'variant_id' })
  variantId: number;

  @ManyToOne(() => ProductVariant, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'variant_id', foreignKeyConstraintName: 'order_items_variant_fk' })
  variant?: ProductVariant;

  @Column({ type: 'varchar', length: LIMITS.productName.max })
  name: string;

  @Column({ type: 'simple-json' })
  options: Record<string, string>;

  @Column({ type: 'varchar', length: 80, name: 'image_key', nullable: true })
  imageKey: string | null;

  @Column({ type: 'integer', name: 'image_width', nullable: true })
  imageWidth: number | null;

  @Column({ type: 'boolean' })
  digital: boolean;

  /** Of a digital item, how often it was downloaded. */
  @Column({ type: 'integer', default: 0 })
  downloads: number;

  @Column({ type: 'integer' })
  quantity: number;

  /** One unit. */
  @MoneyColumn()
  price: number;

  /** Of the whole line: its share of its part's discount. */
  @MoneyColumn({ default: 0 })
  discount: number;

  /** Of the whole line, after the discount: added, or contained in the price. */
  @MoneyColumn({ default: 0 })
  tax: number;

  @Column({ type: 'integer', name: 'refunded_quantity', default: 0 })
  refundedQuantity: number;

  /** What went back for these units. */
  @MoneyColumn({ name: 'refunded_amount', default: 0 })
  refundedAmount: number;

  /** Of the units that went back, those that are for sale again. */
  @Column({ type: 'integer', name: 'restocked_quantity', default: 0 })
  restockedQuantity: number;

  @TimestampColumn({ name: 'date_added' })
  dateAdded: Date;

  /** Units that have not been refunded. */
  get unitsLeft(): number {
    return this.quantity - this.refundedQuantity;
  }

  /** What was paid for the line, in minor units. */
  paidIn({ taxIncluded }: OrderPart): number {
    return this.price * this.quantity - this.discount + (taxIncluded > 0 ? 0 : this.tax);
  }
}
