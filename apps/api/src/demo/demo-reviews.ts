import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Order } from '../domains/orders/order.entity';
import { OrderItem } from '../domains/orders/order-item.entity';
import { Product } from '../domains/products/product.entity';
import { Review } from '../domains/reviews/review.entity';
import { ReviewsService } from '../domains/reviews/reviews.service';
import { StoresQueries } from '../domains/stores/stores.queries';
import { DEMO_STORES, DEMO_USERS, reviewsOf, type DemoReview } from './content';
import { DemoActors } from './demo-actors';
import { random } from './pictures/random';

const REVIEWS = 270;
const MOST_PER_PRODUCT = 12;
const DAY_MS = 24 * 3600_000;

interface Occasion {
  author: Actor;
  product: Product;
  /** When the author could have an opinion, at the earliest. */
  from: Date;
}

/** Buyers write about what they bought; vendors about what their neighbours make. */
@Injectable()
export class DemoReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly stores: StoresQueries,
    private readonly actors: DemoActors,
  ) {}

  async create(): Promise<void> {
    const reviews = this.database.repository(Review);
    const texts = new Map(
      products().map((product) => [product.name, [...reviewsOf(product, MOST_PER_PRODUCT)]]),
    );
    let count = await reviews.count();
    for (const { author, product, from } of [...(await this.purchases()), ...(await this.visits())]) {
      if (count >= REVIEWS) return;
      if (await reviews.existsBy({ userId: author.id, productId: product.id })) continue;
      const text = texts.get(product.name)?.shift();
      if (!text) continue;
      await this.write({ author, product, from }, text);
      count += 1;
    }
  }

  private async write(
    { author, product, from }: Occasion,
    { rating, comment, reply }: DemoReview,
  ): Promise<void> {
    const rng = random('review', author.username, product.name);
    const { id } = await this.reviews.post(author, product.id, { rating, comment });
    if (reply !== null) await this.reviews.reply(id, reply);
    const createdAt = new Date(Math.min(from.getTime() + rng.range(0.3, 8) * DAY_MS, Date.now() - 3600_000));
    const repliedAt = reply === null ? null : new Date(Math.min(createdAt.getTime() + DAY_MS, Date.now()));
    await this.database.repository(Review).update({ id }, { createdAt, updatedAt: createdAt, repliedAt });
  }

  private async purchases(): Promise<Occasion[]> {
    const buyers = new Map((await this.everybody()).map((actor) => [actor.id, actor]));
    const items = await this.database.repository(OrderItem).find({
      where: { order: { complete: true, status: Not('cancelled') } },
      relations: { order: true, product: true, part: true },
      order: { id: 'ASC' },
    });
    return items.flatMap(({ order, product, part }) => {
      const author = buyers.get((order as Order).customerId ?? 0);
      return author && product && part?.deliveredAt ? [{ author, product, from: part.deliveredAt }] : [];
    });
  }

  private async visits(): Promise<Occasion[]> {
    const vendors = (await this.everybody()).filter(({ userType }) => userType === 'vendor');
    const goods = await this.database.repository(Product).find({ order: { id: 'ASC' } });
    const stores = await this.stores.byIds(goods.map(({ storeId }) => storeId));
    const rng = random('visits');
    const from = new Date(Date.now() - 30 * DAY_MS);
    return goods.flatMap((product) => {
      const others = vendors.filter(({ id }) => stores.get(product.storeId)?.vendorId !== id);
      return rng.chance(0.6) ? [{ author: rng.pick(others), product, from }] : [];
    });
  }

  private everybody(): Promise<Actor[]> {
    return this.actors.all(DEMO_USERS.map(({ username }) => username));
  }
}

const products = () => DEMO_STORES.flatMap((store) => store.products);
