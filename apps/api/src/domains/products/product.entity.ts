import { LIMITS, type ProductStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ShownAs } from '../../platform/cache/shown-as';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import type { PictureStage } from '../../platform/storage/picture-files';
import type { StoredPicture } from '../../platform/storage/pictures';
import { Store } from '../stores/store.entity';
import { Category } from './category.entity';

@ShownAs<Product>('product', ({ id }) => id)
@Entity('products')
@Index('products_listed', ['isListed', 'id'])
@Index('products_price', ['isListed', 'price', 'id'])
@Index('products_rating', ['isListed', 'ratingRank', 'id'])
@Index('products_sold', ['isListed', 'soldCount', 'id'])
@Index('products_category', ['categoryId', 'isListed', 'id'])
@Index('products_store', ['storeId', 'isListed', 'id'])
@Index('products_facets', ['isListed', 'digital', 'stockQuantity', 'price', 'ratingRank'])
@Index('products_handle', ['storeId', 'handle'])
export class Product {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'products_store_fk' })
  store?: Store;

  @Column({ type: 'integer', name: 'category_id', nullable: true })
  categoryId: number | null;

  @ManyToOne(() => Category, { onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'category_id', foreignKeyConstraintName: 'products_category_fk' })
  category?: Category | null;

  /** What an imported file calls it; a second import finds it by this. */
  @Column({ type: 'varchar', length: 255, nullable: true })
  handle: string | null;

  @Column({ type: 'varchar', length: LIMITS.productName.max })
  name: string;

  @Column({ type: 'varchar', length: LIMITS.slug.max })
  slug: string;

  /** Plain text. */
  @Column({ type: 'text' })
  description: string;

  /** The lowest of its variants. */
  @MoneyColumn()
  price: number;

  /** Of the variant with the lowest price. */
  @MoneyColumn({ name: 'compare_at_price', nullable: true })
  compareAtPrice: number | null;

  /** The sum over its variants. */
  @Column({ type: 'integer', name: 'stock_quantity' })
  stockQuantity: number;

  @Column({ type: 'boolean', default: false })
  digital: boolean;

  /** Its vendor wants it listed. */
  @Column({ type: 'boolean', name: 'is_active', default: true })
  isActive: boolean;

  /** The first time that everybody can see it is announced. */
  @Column({ type: 'boolean', default: true })
  announce: boolean;

  /** Active, neither suspended nor deleted, and so is its store: what everybody sees, in one indexed column. */
  @Column({ type: 'boolean', name: 'is_listed', default: true })
  isListed: boolean;

  @Column({ type: 'integer', name: 'rating_sum', default: 0 })
  ratingSum: number;

  @Column({ type: 'integer', name: 'rating_count', default: 0 })
  ratingCount: number;

  /** Average in thousandths, 0 without reviews: what lists are sorted by. */
  @Column({ type: 'integer', name: 'rating_rank', default: 0 })
  ratingRank: number;

  /** Units in paid orders. */
  @Column({ type: 'integer', name: 'sold_count', default: 0 })
  soldCount: number;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** First time that everybody could see it. */
  @TimestampColumn({ name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;

  /** Staff took it off the market, whatever its vendor wants. */
  @TimestampColumn({ name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  /** Gone for everybody; carts and past orders still name it. */
  @TimestampColumn({ name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  /** Nameless yet, unseen, unsold and unannounced: who imports a shop does not want a post for each product. */
  static newIn(storeId: number): Product {
    return Object.assign(new Product(), {
      storeId,
      handle: null,
      announce: false,
      isListed: false,
      ratingSum: 0,
      ratingCount: 0,
      ratingRank: 0,
      soldCount: 0,
      createdAt: new Date(),
      publishedAt: null,
      suspendedAt: null,
      deletedAt: null,
    });
  }

  /** Takes price, reduction and stock from its variants, of which there is at least one. */
  follow(variants: Pick<ProductVariant, 'price' | 'compareAtPrice' | 'stockQuantity'>[]): void {
    const { price, compareAtPrice } = variants.reduce((lowest, each) =>
      each.price < lowest.price ? each : lowest,
    );
    this.price = price;
    this.compareAtPrice = compareAtPrice !== null && compareAtPrice > price ? compareAtPrice : null;
    this.stockQuantity = variants.reduce((sum, each) => sum + each.stockQuantity, 0);
  }

  get status(): ProductStatus {
    if (this.suspendedAt) return 'suspended';
    if (this.isActive) return 'active';
    return this.publishedAt ? 'hidden' : 'draft';
  }

  /** True the first time that everybody can see it. */
  listIn(store: Store): boolean {
    this.isListed = this.isActive && !this.suspendedAt && !this.deletedAt && store.isOpen;
    if (!this.isListed || this.publishedAt) return false;
    this.publishedAt = new Date();
    return true;
  }
}

@ShownAs<ProductVariant>('product', ({ productId }) => productId)
@Entity('product_variants')
@Index('product_variants_product', ['productId', 'position'])
export class ProductVariant {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'product_variants_product_fk' })
  product?: Product;

  @Column({ type: 'varchar', length: LIMITS.sku.max, nullable: true })
  sku: string | null;

  @Column({ type: 'simple-json' })
  options: Record<string, string>;

  @MoneyColumn()
  price: number;

  @MoneyColumn({ name: 'compare_at_price', nullable: true })
  compareAtPrice: number | null;

  /** Moves only by a conditional update. */
  @Column({ type: 'integer', name: 'stock_quantity' })
  stockQuantity: number;

  /** Its vendor knows that little of it is left, having set it so or been told; until it is restocked. */
  @Column({ type: 'boolean', name: 'told_low', default: false })
  toldLow: boolean;

  @Column({ type: 'integer' })
  position: number;

  /** No longer sold; carts and past orders still name it. */
  @TimestampColumn({ name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}

@ShownAs<ProductImage>('product', ({ productId }) => productId)
@Entity('product_images')
@Index('product_images_product', ['productId', 'position'])
@Index('product_images_key', ['storageKey'])
export class ProductImage {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'product_images_product_fk' })
  product?: Product;

  @Column({ type: 'varchar', length: 80, name: 'storage_key' })
  storageKey: string;

  @Column({ type: 'varchar', length: LIMITS.imageAlt.max })
  alt: string;

  /** Pixels of the largest file, made or not. */
  @Column({ type: 'integer' })
  width: number;

  @Column({ type: 'integer' })
  height: number;

  /** What is made of it. */
  @Column({ type: 'varchar', length: 10, default: 'webp' })
  stage: PictureStage;

  /** Most of it looks like this: `#c8741a`. Older ones have none. */
  @Column({ type: 'varchar', length: 7, nullable: true })
  colour: string | null;

  @Column({ type: 'integer' })
  position: number;

  /** Where an import fetched it, so that a second import does not fetch it again. */
  @Column({ type: 'varchar', length: 1000, name: 'source_url', nullable: true })
  sourceUrl: string | null;

  get picture(): StoredPicture {
    const { storageKey: key, width, height, stage, colour } = this;
    return { key, width, height, stage, colour };
  }
}

/** The file that a digital product delivers. */
@ShownAs<ProductFile>('product', ({ productId }) => productId)
@Entity('product_files')
export class ProductFile {
  @PrimaryColumn({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'product_files_product_fk' })
  product?: Product;

  @Column({ type: 'varchar', length: 80, name: 'storage_key' })
  storageKey: string;

  @Column({ type: 'varchar', length: 200, name: 'file_name' })
  fileName: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size: number;

  @TimestampColumn({ name: 'uploaded_at' })
  uploadedAt: Date;
}
