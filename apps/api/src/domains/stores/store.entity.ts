import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ShownAs } from '../../platform/cache/shown-as';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';

@ShownAs<Store>('store', ({ id }) => id)
@Entity('stores')
@Index('stores_vendor', ['vendorId', 'id'])
@Index('stores_active', ['isActive', 'id'])
@Index('stores_name', ['isActive', 'name', 'id'])
@Index('stores_rating', ['isActive', 'ratingRank', 'id'])
export class Store {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'vendor_id' })
  vendorId: number;

  @ManyToOne(() => User, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'vendor_id', foreignKeyConstraintName: 'stores_vendor_fk' })
  vendor?: User;

  @Column({ type: 'varchar', length: LIMITS.storeName.max })
  name: string;

  /** For readable addresses; the id finds the store. */
  @Column({ type: 'varchar', length: LIMITS.slug.max })
  slug: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'varchar', length: LIMITS.address.max, nullable: true })
  address: string | null;

  @Column({ type: 'varchar', length: LIMITS.phone.max, nullable: true })
  phone: string | null;

  @Column({ type: 'varchar', length: LIMITS.email.max, nullable: true })
  email: string | null;

  /** Its vendor wants it open. */
  @Column({ type: 'boolean', name: 'is_active', default: true })
  isActive: boolean;

  /** Its opening is announced, and so are new products unless said otherwise of one. */
  @Column({ type: 'boolean', default: true })
  announce: boolean;

  @Column({ type: 'varchar', length: 80, name: 'logo_key', nullable: true })
  logoKey: string | null;

  @Column({ type: 'varchar', length: 80, name: 'banner_key', nullable: true })
  bannerKey: string | null;

  /** Per order with physical goods of this store. */
  @MoneyColumn({ name: 'shipping_fee', default: 0 })
  shippingFee: number;

  /** Null: never free. */
  @MoneyColumn({ name: 'free_shipping_over', nullable: true })
  freeShippingOver: number | null;

  /** Its vendor is told when so few units of a variant are left. */
  @Column({ type: 'integer', name: 'low_stock_at', default: LIMITS.lowStock.default })
  lowStockAt: number;

  /** Basis points of what its goods are sold for; null: the marketplace's rate. */
  @Column({ type: 'integer', name: 'commission_rate', nullable: true })
  commissionRate: number | null;

  /** Where its payouts go, as the payment provider calls it; null: nowhere yet. */
  @Column({ type: 'varchar', length: LIMITS.payoutAccount.max, name: 'payout_account', nullable: true })
  payoutAccount: string | null;

  /** Over all reviews of its products. */
  @Column({ type: 'integer', name: 'rating_sum', default: 0 })
  ratingSum: number;

  @Column({ type: 'integer', name: 'rating_count', default: 0 })
  ratingCount: number;

  /** Average in thousandths, 0 without reviews: what lists are sorted by. */
  @Column({ type: 'integer', name: 'rating_rank', default: 0 })
  ratingRank: number;

  /** Listed products; kept by them. */
  @Column({ type: 'integer', name: 'product_count', default: 0 })
  productCount: number;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** First time that everybody could see it. */
  @TimestampColumn({ name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;

  /** Staff closed it, whatever its vendor wants. */
  @TimestampColumn({ name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  /** Staff keeps its vendor out, so nobody would send what it sells. */
  @TimestampColumn({ name: 'vendor_deactivated_at', nullable: true })
  vendorDeactivatedAt: Date | null;

  /** Gone for everybody; past orders still name it. */
  @TimestampColumn({ name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  /** Everybody sees it. */
  get isOpen(): boolean {
    return this.isActive && !this.isWithdrawn;
  }

  /** For good, or by staff: not by a vendor who comes back tomorrow. */
  get isWithdrawn(): boolean {
    return Boolean(this.suspendedAt ?? this.vendorDeactivatedAt ?? this.deletedAt);
  }

  /** For physical goods that cost so much after the discount, in minor units. */
  shippingFor(goods: number): number {
    return this.freeShippingOver !== null && goods >= this.freeShippingOver ? 0 : this.shippingFee;
  }
}
