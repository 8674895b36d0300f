import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { ProductVariant } from '../products/product.entity';
import { Store } from '../stores/store.entity';
import { User } from '../users/user.entity';

/** Of a user, or of whoever holds the secret. */
@Entity('carts')
@Index('carts_user', ['userId'], { unique: true })
@Index('carts_token', ['tokenHash'], { unique: true })
@Index('carts_untouched', ['userId', 'updatedAt'])
export class Cart {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id', nullable: true })
  userId: number | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'carts_user_fk' })
  user?: User | null;

  /** SHA-256 of a guest's 128-bit secret, in hex. */
  @Column({ type: 'varchar', length: 64, name: 'token_hash', nullable: true })
  tokenHash: string | null;

  /** A checkout of this cart is under way until then; a second one has to wait. */
  @TimestampColumn({ name: 'checkout_until', nullable: true })
  checkoutUntil: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;
}

@Entity('cart_items')
@Index('cart_items_variant', ['cartId', 'variantId'], { unique: true })
export class CartItem {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'cart_id' })
  cartId: number;

  @ManyToOne(() => Cart, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'cart_id', foreignKeyConstraintName: 'cart_items_cart_fk' })
  cart?: Cart;

  @Column({ type: 'integer', name: 'variant_id' })
  variantId: number;

  @ManyToOne(() => ProductVariant, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'variant_id', foreignKeyConstraintName: 'cart_items_variant_fk' })
  variant?: ProductVariant;

  @Column({ type: 'integer' })
  quantity: number;

  /** The unit price when the buyer last acted on the line; another one now is told as a notice. */
  @MoneyColumn({ name: 'price_seen' })
  priceSeen: number;

  /** What was wanted before merging capped it at the stock; told as a notice until the buyer acts. */
  @Column({ type: 'integer', name: 'capped_from', nullable: true })
  cappedFrom: number | null;

  @TimestampColumn({ name: 'date_added' })
  dateAdded: Date;
}

/** A code that was entered for a store. Kept when its coupon goes, so that the cart can tell. */
@Entity('cart_coupons')
@Index('cart_coupons_store', ['cartId', 'storeId'], { unique: true })
export class CartCoupon {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'cart_id' })
  cartId: number;

  @ManyToOne(() => Cart, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'cart_id', foreignKeyConstraintName: 'cart_coupons_cart_fk' })
  cart?: Cart;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'cart_coupons_store_fk' })
  store?: Store;

  @Column({ type: 'varchar', length: LIMITS.couponCode.max })
  code: string;
}
