import { Injectable } from '@nestjs/common';
import type { RatingHistogram, ReviewDto, ReviewSummary } from '@souk/contracts/reviews.dto';
import { averageRating } from '../../platform/http/average';
import { OrdersQueries } from '../orders/orders.queries';
import type { Product } from '../products/product.entity';
import { ProductsQueries } from '../products/products.queries';
import { UsersService, type Account } from '../users/users.service';
import type { Review } from './review.entity';

@Injectable()
export class ReviewsMapper {
  constructor(
    private readonly users: UsersService,
    private readonly products: ProductsQueries,
    private readonly orders: OrdersQueries,
  ) {}

  /** Authors, products and purchases are looked up once for all of them. */
  async toDtos(reviews: Review[]): Promise<ReviewDto[]> {
    const authors = await this.users.byIds(reviews.map(({ userId }) => userId));
    const products = await this.products.byIds(reviews.map(({ productId }) => productId));
    const bought = await this.orders.paidPairs(
      reviews.map(({ userId, productId }) => ({ userId, productId })),
    );
    return reviews.map((review) => {
      const { userId, productId } = review;
      const [author, product] = [authors.get(userId), products.get(productId)];
      if (!author || !product) throw new Error('A review has an author and a product.');
      return toDto(review, author, product, bought.has(`${userId}:${productId}`));
    });
  }

  async toDto(review: Review): Promise<ReviewDto> {
    const [dto] = await this.toDtos([review]);
    if (!dto) throw new Error('A review maps to a review.');
    return dto;
  }
}

function toDto(
  review: Review,
  { user, profile }: Account,
  { name }: Product,
  isVerified: boolean,
): ReviewDto {
  const { id, productId, rating, comment, reply, repliedAt, createdAt, updatedAt } = review;
  return {
    id,
    productId,
    productName: name,
    user: { id: user.id, username: user.username, userType: profile.userType },
    rating,
    comment,
    isVerified,
    reply: reply === null || !repliedAt ? null : { text: reply, createdAt: repliedAt.toISOString() },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** From the reviews themselves, so that average, count and histogram always agree. */
export function toReviewSummary(histogram: RatingHistogram): ReviewSummary {
  const ratings = Object.entries<number>({ ...histogram });
  const count = ratings.reduce((total, [, times]) => total + times, 0);
  const sum = ratings.reduce((total, [rating, times]) => total + Number(rating) * times, 0);
  return { average: averageRating(sum, count), count, histogram };
}
