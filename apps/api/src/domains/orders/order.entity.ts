import { LIMITS, type OrderStatus, type PartStatus, type PaymentStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Product, ProductVariant } from '../products/product.entity';
import { Store } from '../stores/store.entity';
import { User } from '../users/user.entity';
import { NEXT_BY_VENDOR, TRANSITIONS, leastAdvanced } from './order-status';
import { InvalidTransition } from './orders.errors';

@Entity('orders')
@Index('orders_number', ['number'], { unique: true })
@Index('orders_customer', ['customerId', 'id'])
@Index('orders_email', ['email'])
@Index('orders_status', ['status', 'id'])
@Index('orders_reserved', ['paymentStatus', 'reservedUntil'])
export class Order {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** What people call it. */
  @Column({ type: 'varchar', length: 20 })
  number: string;

  @Column({ type: 'integer', name: 'customer_id', nullable: true })
  customerId: number | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'customer_id', foreignKeyConstraintName: 'orders_customer_fk' })
  customer?: User | null;

  @Column({ type: 'varchar', length: LIMITS.email.max })
  email: string;

  /** SHA-256 of the secret in a guest's link, in hex. */
  @Column({ type: 'varchar', length: 64, name: 'access_hash', nullable: true })
  accessHash: string | null;

  /** The cart it was placed from; null once the ordered lines have left it. */
  @Column({ type: 'integer', name: 'cart_id', nullable: true })
  cartId: number | null;

  @TimestampColumn({ name: 'date_ordered' })
  dateOrdered: Date;

  /** Payment is confirmed. */
  @Column({ type: 'boolean', default: false })
  complete: boolean;

  @Column({ type: 'varchar', length: 120, name: 'transaction_id', nullable: true })
  transactionId: string | null;

  @Column({ type: 'varchar', length: 20, name: 'payment_status' })
  paymentStatus: PaymentStatus;

  /** The least advanced of its parts that are not cancelled. */
  @Column({ type: 'varchar', length: 12 })
  status: OrderStatus;

  @Column({ type: 'varchar', length: 3 })
  currency: string;

  @MoneyColumn()
  subtotal: number;

  @MoneyColumn({ name: 'discount_total', default: 0 })
  discountTotal: number;

  @MoneyColumn({ name: 'shipping_total' })
  shippingTotal: number;

  /** Added on top of the prices. */
  @MoneyColumn({ name: 'tax_total' })
  taxTotal: number;

  /** Contained in the prices. */
  @MoneyColumn({ name: 'tax_included_total', default: 0 })
  taxIncludedTotal: number;

  /** ISO 3166-1 code of where the goods went or the buyer lives, by which tax was charged; null: it was not known. */
  @Column({ type: 'varchar', length: 2, name: 'tax_country', nullable: true })
  taxCountry: string | null;

  @MoneyColumn({ name: 'total_amount' })
  totalAmount: number;

  @MoneyColumn({ name: 'refunded_amount', default: 0 })
  refundedAmount: number;

  @Column({ type: 'boolean', name: 'shipping_required' })
  shippingRequired: boolean;

  /** An unpaid order gives its stock back then; null once it is paid or given up. */
  @TimestampColumn({ name: 'reserved_until', nullable: true })
  reservedUntil: Date | null;

  /** Called whenever a part has moved. */
  follow(parts: OrderPart[]): void {
    this.status = leastAdvanced(parts.map(({ status }) => status));
  }

  /** Money in minor units that went back, or is about to. */
  noteRefund(amount: number): void {
    this.refundedAmount += amount;
    this.paymentStatus = this.refundedAmount === this.totalAmount ? 'refunded' : 'partially_refunded';
  }
}

/** One store's share of an order: what its vendor sees and moves. */
@Entity('order_parts')
@Index('order_parts_order', ['orderId'])
@Index('order_parts_store', ['storeId', 'orderId'])
@Index('order_parts_status', ['storeId', 'status'])
export class OrderPart {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_parts_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'order_parts_store_fk' })
  store?: Store;

  /** As it was at sale. */
  @Column({ type: 'varchar', length: LIMITS.storeName.max, name: 'store_name' })
  storeName: string;

  @Column({ type: 'varchar', length: 12 })
  status: PartStatus;

  @Column({ type: 'varchar', length: LIMITS.carrier.max, nullable: true })
  carrier: string | null;

  @Column({ type: 'varchar', length: LIMITS.trackingNumber.max, name: 'tracking_number', nullable: true })
  trackingNumber: string | null;

  @MoneyColumn()
  subtotal: number;

  /** What gave the discount. */
  @Column({ type: 'varchar', length: LIMITS.couponCode.max, name: 'coupon_code', nullable: true })
  couponCode: string | null;

  /** Sum of its items' discounts. */
  @MoneyColumn({ default: 0 })
  discount: number;

  @MoneyColumn()
  shipping: number;

  /** Added on top of the prices: that of the items and that of the shipping. */
  @MoneyColumn()
  tax: number;

  /** The same where prices contain it; one of the two is 0. */
  @MoneyColumn({ name: 'tax_included', default: 0 })
  taxIncluded: number;

  /** Of `tax` or `taxIncluded`, what falls to the shipping. */
  @MoneyColumn({ name: 'shipping_tax', default: 0 })
  shippingTax: number;

  /** Thousandths of a percent, at sale: 19 % is 19000. */
  @Column({ type: 'integer', name: 'tax_rate', default: 0 })
  taxRate: number;

  @TimestampColumn({ name: 'shipped_at', nullable: true })
  shippedAt: Date | null;

  @TimestampColumn({ name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @TimestampColumn({ name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  /** The marketplace's at sale, in basis points. */
  @Column({ type: 'integer', name: 'commission_rate', default: 0 })
  commissionRate: number;

  /** What the marketplace keeps of this part. */
  @MoneyColumn({ default: 0 })
  commission: number;

  /** This store's share of the order, in minor units. */
  get total(): number {
    return this.subtotal - this.discount + this.shipping + this.tax;
  }

  /** @throws InvalidTransition */
  moveTo(status: PartStatus, at: Date): void {
    const allowed = TRANSITIONS[this.status];
    if (!allowed.includes(status)) throw new InvalidTransition(this.status, NEXT_BY_VENDOR[this.status]);
    this.status = status;
    if (status === 'shipped') this.shippedAt = at;
    if (status === 'delivered') this.deliveredAt = at;
    if (status === 'cancelled') this.cancelledAt = at;
  }
}

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

  @TimestampColumn({ name: 'date_added' })
  dateAdded: Date;
}
