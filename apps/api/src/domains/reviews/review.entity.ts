import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ShownAs } from '../../platform/cache/shown-as';
import { TimestampColumn } from '../../platform/database/columns';
import { Product } from '../products/product.entity';
import { User } from '../users/user.entity';

@ShownAs<Review>('review', ({ productId }) => productId)
@Entity('reviews')
@Index('reviews_author', ['productId', 'userId'], { unique: true })
@Index('reviews_product', ['productId', 'id'])
@Index('reviews_rating', ['productId', 'rating', 'id'])
@Index('reviews_user', ['userId', 'id'])
export class Review {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'product_id' })
  productId: number;

  @ManyToOne(() => Product, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'reviews_product_fk' })
  product?: Product;

  @Column({ type: 'integer', name: 'user_id' })
  userId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'reviews_user_fk' })
  user?: User;

  /** 1 to 5. */
  @Column({ type: 'integer' })
  rating: number;

  @Column({ type: 'text' })
  comment: string;

  /** By the store. */
  @Column({ type: 'text', nullable: true })
  reply: string | null;

  @TimestampColumn({ name: 'replied_at', nullable: true })
  repliedAt: Date | null;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  @TimestampColumn({ name: 'updated_at' })
  updatedAt: Date;
}
