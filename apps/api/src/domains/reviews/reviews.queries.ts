import { Injectable } from '@nestjs/common';
import type { RatingHistogram, ReceivedReviewQuery, ReviewQuery } from '@souk/contracts/reviews.dto';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor, MaybeActor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import type { Product } from '../products/product.entity';
import { ProductsQueries } from '../products/products.queries';
import { Review } from './review.entity';

const byRating = (direction: 'ASC' | 'DESC'): Order<Review> => ({
  by: 'review.rating',
  id: 'review.id',
  direction,
  key: ({ rating }) => rating,
});

const ORDERS: Record<NonNullable<ReviewQuery['sort']>, Order<Review>> = {
  newest: { by: 'review.id', id: 'review.id', direction: 'DESC', key: ({ id }) => id },
  rating: byRating('ASC'),
  '-rating': byRating('DESC'),
};

@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
  ) {}

  /** Reviews of products that the actor may know of, and the own ones. */
  visibleTo(actor: MaybeActor): SelectQueryBuilder<Review> {
    const products = this.products.visibleTo(actor).select('product.id');
    return this.all()
      .where(`(review.productId IN (${products.getQuery()}) OR review.userId = :readerId)`)
      .setParameters({ ...products.getParameters(), readerId: actor?.id ?? 0 });
  }

  /** @throws NotFound, for reviews of hidden products as for missing ones */
  async findVisible(actor: MaybeActor, id: number): Promise<Review> {
    const review = await this.visibleTo(actor).andWhere('review.id = :id', { id }).getOne();
    if (!review) throw new NotFound('review');
    return review;
  }

  /** Nobody else changes it until the unit of work ends. @throws NotFound */
  async lock(id: number): Promise<Review> {
    const review = await this.database.locked(this.all().where('review.id = :id', { id })).getOne();
    if (!review) throw new NotFound('review');
    return review;
  }

  ofProduct(productId: number, query: ReviewQuery): Promise<PageOf<Review>> {
    return this.list(this.all().where('review.productId = :productId', { productId }), query);
  }

  /** By the user, of hidden products too. */
  by({ id }: Actor, query: ReviewQuery): Promise<PageOf<Review>> {
    return this.list(this.all().where('review.userId = :id', { id }), query);
  }

  /** Of the vendor's own products. */
  received({ id }: Actor, query: ReceivedReviewQuery): Promise<PageOf<Review>> {
    const products = this.products.ownedBy(id).select('product.id');
    if (query.store) products.andWhere('product.storeId = :storeId', { storeId: query.store });
    const reviews = this.all()
      .where(`review.productId IN (${products.getQuery()})`)
      .setParameters(products.getParameters());
    return this.list(reviews, query);
  }

  async idOf({ id: userId }: Actor, productId: number): Promise<number | null> {
    const review = await this.database.repository(Review).findOneBy({ userId, productId });
    return review?.id ?? null;
  }

  async histogram({ id: productId }: Product): Promise<RatingHistogram> {
    const rows = await this.all()
      .select('review.rating', 'rating')
      .addSelect('COUNT(*)', 'count')
      .where('review.productId = :productId', { productId })
      .groupBy('review.rating')
      .getRawMany<{ rating: RatingValue; count: number | string }>();
    const histogram: RatingHistogram = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
    for (const { rating, count } of rows) histogram[rating] = Number(count);
    return histogram;
  }

  private all(): SelectQueryBuilder<Review> {
    return this.database.repository(Review).createQueryBuilder('review');
  }

  private list(reviews: SelectQueryBuilder<Review>, query: ReviewQuery): Promise<PageOf<Review>> {
    if (query.rating) reviews.andWhere('review.rating = :rating', { rating: query.rating });
    return page(reviews, ORDERS[query.sort ?? 'newest'], query);
  }
}

type RatingValue = keyof RatingHistogram;
