import { Injectable } from '@nestjs/common';
import type { ReviewInput, ReviewPatch } from '@souk/contracts/reviews.dto';
import type { Actor } from '../../platform/access/actor';
import { Database, isDuplicate } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { Check } from '../../platform/http/conditional';
import { DuplicateEntry } from '../../platform/http/errors';
import { ProductsService } from '../products/products.service';
import { ALREADY } from './review-standing';
import { Review } from './review.entity';
import { ReviewPosted, ReviewReplied } from './reviews.events';
import { ReviewsQueries } from './reviews.queries';

/** Averages move in the same unit of work as the review that moves them. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly queries: ReviewsQueries,
    private readonly products: ProductsService,
  ) {}

  /** @throws DuplicateEntry for a second review of the same product */
  async post(actor: Actor, productId: number, { rating, comment }: ReviewInput): Promise<Review> {
    try {
      return await this.database.run(async () => {
        // the parent rows first: the other way round reviewers of one product would block each other
        await this.products.rate(productId, rating, 1);
        const now = new Date();
        const review = await this.database.repository(Review).save(
          Object.assign(new Review(), {
            productId,
            userId: actor.id,
            rating,
            comment,
            reply: null,
            repliedAt: null,
            createdAt: now,
            updatedAt: now,
          }),
        );
        await this.events.publish(new ReviewPosted(review.id, productId));
        return review;
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new DuplicateEntry(ALREADY, { reviewId: await this.queries.idOf(actor, productId) });
    }
  }

  /** Fields that are undefined stay as they are. */
  update(id: number, { rating, comment }: ReviewPatch, check?: Check<Review>): Promise<Review> {
    return this.database.run(async () => {
      const review = await this.queries.lock(id);
      await check?.(review);
      const change = (rating ?? review.rating) - review.rating;
      if (change !== 0) await this.products.rate(review.productId, change, 0);
      review.rating += change;
      review.comment = comment ?? review.comment;
      review.updatedAt = new Date();
      return this.database.repository(Review).save(review);
    });
  }

  delete(id: number, check?: Check<Review>): Promise<void> {
    return this.database.run(async () => {
      const review = await this.queries.lock(id);
      await check?.(review);
      const { productId, rating } = review;
      await this.products.rate(productId, -rating, -1);
      await this.database.repository(Review).delete({ id });
    });
  }

  /** In place of an earlier reply, if there is one. */
  reply(id: number, text: string): Promise<Review> {
    return this.database.run(async () => {
      const review = await this.queries.lock(id);
      if (review.reply === null) await this.events.publish(new ReviewReplied(id));
      review.reply = text;
      review.repliedAt ??= new Date();
      return this.database.repository(Review).save(review);
    });
  }
}
