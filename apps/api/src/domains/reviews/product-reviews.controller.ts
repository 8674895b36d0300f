import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ProductReviewPage, ReviewDto, ReviewInput, ReviewQuery } from '@souk/contracts/reviews.dto';
import type { FastifyReply } from 'fastify';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { Cached } from '../../platform/cache/cached';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { ProductsQueries } from '../products/products.queries';
import { ReviewStanding } from './review-standing';
import { ReviewerGuard } from './reviews.guard';
import { ReviewsMapper, toReviewSummary } from './reviews.mapper';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

@Controller('products/:id/reviews')
@Writes('reviews')
export class ProductReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
    private readonly products: ProductsQueries,
    private readonly standing: ReviewStanding,
    private readonly mapper: ReviewsMapper,
  ) {}

  /** A product's reviews with their summary, and whether the caller may add one. */
  @Get()
  @Public()
  @Cached({ any: ['review', 'store', 'user'], one: { product: 'id' } })
  async list(
    @Param('id', IdPipe) id: number,
    @Query() query: ReviewQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<ProductReviewPage> {
    const product = await this.products.findVisible(actor, id);
    const summary = toReviewSummary(await this.queries.histogram(product));
    const { items, total, nextCursor } = await this.queries.ofProduct(id, query);
    return {
      items: await this.mapper.toDtos(items),
      total,
      nextCursor,
      summary,
      permissions: await this.standing.permissions(actor, product),
    };
  }

  /** Reviews a product, once. */
  @Post()
  @Allow('reviewer', ReviewerGuard)
  @ApiErrors('DUPLICATE_ENTRY')
  async create(
    @Param('id', IdPipe) id: number,
    @Body() input: ReviewInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewDto> {
    const review = await this.reviews.post(actor, id, input);
    void reply.header('location', `/api/reviews/${review.id}`);
    return this.mapper.toDto(review);
  }
}
