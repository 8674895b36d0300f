import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Query } from '@nestjs/common';
import {
  ReceivedReviewQuery,
  ReplyInput,
  ReviewDto,
  ReviewInput,
  ReviewPage,
  ReviewPatch,
  ReviewQuery,
} from '@souk/contracts/reviews.dto';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { Cached } from '../../platform/cache/cached';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { IdPipe } from '../../platform/http/validation';
import type { Review } from './review.entity';
import { ReviewAuthorGuard, ReviewedVendorGuard } from './reviews.guard';
import { ReviewsMapper } from './reviews.mapper';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

@Controller('reviews')
@Writes('reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
    private readonly mapper: ReviewsMapper,
  ) {}

  /** The caller's own reviews. */
  @Get('mine')
  @Allow('user')
  async mine(@Query() query: ReviewQuery, @CurrentActor() actor: Actor): Promise<ReviewPage> {
    const { items, ...rest } = await this.queries.by(actor, query);
    return { ...rest, items: await this.mapper.toDtos(items) };
  }

  /** Reviews of the caller's own products. */
  @Get('received')
  @Allow('vendor')
  async received(@Query() query: ReceivedReviewQuery, @CurrentActor() actor: Actor): Promise<ReviewPage> {
    const { items, ...rest } = await this.queries.received(actor, query);
    return { ...rest, items: await this.mapper.toDtos(items) };
  }

  /** One review. */
  @Get(':id')
  @Public()
  @Cached({ any: ['review', 'product', 'stock', 'store', 'user'] })
  async get(@Param('id', IdPipe) id: number, @CurrentActor() actor: MaybeActor): Promise<ReviewDto> {
    return this.mapper.toDto(await this.queries.findVisible(actor, id));
  }

  /** Replaces rating and comment. */
  @Put(':id')
  @Allow('author', ReviewAuthorGuard)
  async replace(
    @Param('id', IdPipe) id: number,
    @Body() input: ReviewInput,
    @IfMatch() seen: Seen,
  ): Promise<ReviewDto> {
    return this.mapper.toDto(await this.reviews.update(id, input, this.checkedBy(seen)));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  @Allow('author', ReviewAuthorGuard)
  async update(
    @Param('id', IdPipe) id: number,
    @Body() input: ReviewPatch,
    @IfMatch() seen: Seen,
  ): Promise<ReviewDto> {
    return this.mapper.toDto(await this.reviews.update(id, input, this.checkedBy(seen)));
  }

  /** Takes a review back. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('author', ReviewAuthorGuard)
  async delete(@Param('id', IdPipe) id: number, @IfMatch() seen: Seen): Promise<void> {
    await this.reviews.delete(id, this.checkedBy(seen));
  }

  /** The store's public answer, in place of an earlier one. */
  @Put(':id/reply')
  @Allow('owner', ReviewedVendorGuard)
  async reply(@Param('id', IdPipe) id: number, @Body() { text }: ReplyInput): Promise<ReviewDto> {
    return this.mapper.toDto(await this.reviews.reply(id, text));
  }

  private checkedBy(seen: Seen) {
    return seen.checkedBy((review: Review) => this.mapper.toDto(review));
  }
}
