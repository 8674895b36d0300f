import { Injectable } from '@nestjs/common';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import type { WrittenReply } from '@souk/contracts/own-data.dto';
import { Database } from '../../platform/database/database';
import { ProductsQueries } from '../products/products.queries';
import { OwnData } from '../users/own-data';
import { Review } from './review.entity';
import { ReviewsMapper } from './reviews.mapper';

/** Reviews stay when their author has the account erased: the name that they show is the account's. */
@Injectable()
export class ReviewsOwnData {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    private readonly mapper: ReviewsMapper,
    ownData: OwnData,
  ) {
    ownData.contribute('reviews', ({ id }) => this.written(id));
    ownData.contribute('replies', ({ id }) => this.replies(id));
  }

  private async written(userId: number): Promise<ReviewDto[]> {
    const reviews = await this.database.repository(Review).find({ where: { userId }, order: { id: 'ASC' } });
    return this.mapper.toDtos(reviews);
  }

  private async replies(vendorId: number): Promise<WrittenReply[]> {
    const products = this.products.ownedBy(vendorId).select('product.id');
    const reviews = await this.database
      .repository(Review)
      .createQueryBuilder('review')
      .where(`review.productId IN (${products.getQuery()}) AND review.reply IS NOT NULL`)
      .setParameters(products.getParameters())
      .orderBy('review.id')
      .getMany();
    const named = await this.products.byIds(reviews.map(({ productId }) => productId));
    return reviews.flatMap(({ id, productId, reply, repliedAt }) =>
      reply !== null && repliedAt
        ? [
            {
              reviewId: id,
              productId,
              productName: named.get(productId)?.name ?? '',
              text: reply,
              createdAt: repliedAt.toISOString(),
            },
          ]
        : [],
    );
  }
}
