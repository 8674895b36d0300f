import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { Category } from './category.entity';
import { Import } from './import.entity';
import type { ProductBefore } from './imports.before';
import { Product } from './product.entity';

/** A product that an import has made or changed; the row goes when that is undone. */
@Entity('import_changes')
@Index('import_changes_import', ['importId', 'productId'])
@Index('import_changes_product', ['productId'])
export class ImportChange {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'import_id' })
  importId: number;

  @ManyToOne(() => Import, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'import_changes_import_fk' })
  import?: Import;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'import_changes_product_fk' })
  product?: Product;

  /** Of the product's first row in the file, the header being line 1. */
  @Column({ type: 'integer' })
  line: number;

  /** Null: the import has made the product. */
  @Column({ type: 'json', nullable: true })
  before: ProductBefore | null;

  /** The product's `updatedAt` as the import left it; another one tells of an edit since. */
  @TimestampColumn({ name: 'left_at' })
  leftAt: Date;
}

/** A category that an import has made. */
@Entity('import_categories')
@Index('import_categories_category', ['categoryId'])
export class ImportCategory {
  @PrimaryColumn({ type: 'integer', name: 'import_id' })
  importId: number;

  @ManyToOne(() => Import, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'import_categories_import_fk' })
  import?: Import;

  @PrimaryColumn({ type: 'integer', name: 'category_id' })
  categoryId: number;

  @ManyToOne(() => Category, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'category_id', foreignKeyConstraintName: 'import_categories_category_fk' })
  category?: Category;
}
