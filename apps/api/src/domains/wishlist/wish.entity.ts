import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Product } from '../products/product.entity';
import { User } from '../users/user.entity';

/** A product that a user wants to find again. */
@Entity('wishes')
@Index('wishes_user', ['userId', 'id'])
@Index('wishes_product', ['userId', 'productId'], { unique: true })
export class Wish {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'wishes_user_fk' })
  user?: User;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'wishes_product_fk' })
  product?: Product;

  /** The product's price when it was added; a lower one now is told as a notice. */
  @MoneyColumn({ name: 'price_seen' })
  priceSeen: number;

  @TimestampColumn({ name: 'date_added' })
  dateAdded: Date;
}
