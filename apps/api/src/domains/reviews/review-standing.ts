import { Injectable } from '@nestjs/common';
import type { ReviewPermissions } from '@souk/contracts/reviews.dto';
import type { MaybeActor } from '../../platform/access/actor';
import { OrdersQueries } from '../orders/orders.queries';
import type { Product } from '../products/product.entity';
import { StoresQueries } from '../stores/stores.queries';
import { reviewRefusal } from './reviews.policy';
import { ReviewsQueries } from './reviews.queries';

/** Where somebody stands with a product: owner, buyer, reviewer. */
@Injectable()
export class ReviewStanding {
  constructor(
    private readonly stores: StoresQueries,
    private readonly orders: OrdersQueries,
    private readonly reviews: ReviewsQueries,
  ) {}

  /** Why the actor may not review the product at all; null when they may. */
  async refusal(actor: MaybeActor, { id, storeId }: Product): Promise<string | null> {
    const store = (await this.stores.byIds([storeId])).get(storeId);
    if (!store) throw new Error('A product has a store.');
    const hasBought = actor !== null && (await this.orders.paidProductIds(actor.id, [id])).has(id);
    return reviewRefusal(actor, store, hasBought);
  }

  async permissions(actor: MaybeActor, product: Product): Promise<ReviewPermissions> {
    const reviewId = actor && (await this.reviews.idOf(actor, product.id));
    const reason = reviewId === null ? await this.refusal(actor, product) : ALREADY;
    return { create: reason === null, reason, reviewId };
  }
}

export const ALREADY = 'You have reviewed this product already. Change that review instead.';
