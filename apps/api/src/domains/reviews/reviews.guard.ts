import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../platform/access/actor';
import { NotFound, PermissionDenied } from '../../platform/http/errors';
import { parseId } from '../../platform/http/validation';
import { ProductsQueries } from '../products/products.queries';
import { StoresQueries } from '../stores/stores.queries';
import { ReviewStanding } from './review-standing';
import { canReply, isAuthor } from './reviews.policy';
import { ReviewsQueries } from './reviews.queries';

const pathId = (context: ExecutionContext) =>
  parseId(context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params.id);

/** May review the product in the path. */
@Injectable()
export class ReviewerGuard implements CanActivate {
  constructor(
    private readonly products: ProductsQueries,
    private readonly standing: ReviewStanding,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const actor = actorOf(context);
    const product = await this.products.findVisible(actor, pathId(context));
    const refusal = await this.standing.refusal(actor, product);
    if (refusal !== null) throw new PermissionDenied(refusal);
    return true;
  }
}

/** Wrote the review in the path. */
@Injectable()
export class ReviewAuthorGuard implements CanActivate {
  constructor(private readonly reviews: ReviewsQueries) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const actor = actorOf(context);
    const review = await this.reviews.findVisible(actor, pathId(context));
    if (!isAuthor(actor, review)) throw new PermissionDenied('Only the author of this review may do this.');
    return true;
  }
}

/** Owns the store of the product that the review in the path is about. */
@Injectable()
export class ReviewedVendorGuard implements CanActivate {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly products: ProductsQueries,
    private readonly stores: StoresQueries,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const actor = actorOf(context);
    const { productId } = await this.reviews.findVisible(actor, pathId(context));
    const product = (await this.products.byIds([productId])).get(productId);
    const store = product && (await this.stores.byIds([product.storeId])).get(product.storeId);
    if (!store) throw new NotFound('review');
    if (!canReply(actor, store))
      throw new PermissionDenied('Only the vendor of the reviewed product may reply.');
    return true;
  }
}
