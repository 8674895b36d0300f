import { PartialType } from '@nestjs/swagger';
import { Page, PageQuery } from './common.dto';
import { REVIEW_SORTS, USER_TYPES, type ReviewSort, type UserType } from './enums';
import { LIMITS, RATING } from './limits';
import { QueryCount, QueryId } from './query-validators';
import { Optional, Count, EnumField, OneOf, Text } from './validators';

export class ReviewInput {
  /** 1 to 5. @example 5 */
  @Count(RATING.min, RATING.max)
  rating: number;

  /** Plain text. @example The glaze is deeper than in the picture. */
  @Text(LIMITS.reviewComment)
  comment: string;
}

export class ReviewPatch extends PartialType(ReviewInput, { skipNullProperties: false }) {}

export class ReplyInput {
  /** Plain text. @example Thank you! */
  @Text(LIMITS.reviewReply)
  text: string;
}

export class ReviewQuery extends PageQuery {
  /** Default `newest`. */
  @Optional()
  @OneOf(REVIEW_SORTS, 'ReviewSort')
  sort?: ReviewSort;

  /** Only reviews with this rating. */
  @Optional()
  @QueryCount(RATING.min, RATING.max)
  rating?: number;
}

export class ReceivedReviewQuery extends ReviewQuery {
  /** Only products of this store of yours. */
  @Optional()
  @QueryId()
  store?: number;
}

export class ReviewUser {
  /** @example 9 */
  id: number;
  /** @example jo */
  username: string;
  @EnumField(USER_TYPES, 'UserType')
  userType: UserType;
}

export class ReviewReply {
  text: string;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class ReviewDto {
  /** @example 31 */
  id: number;
  /** @example 12 */
  productId: number;
  /** @example Ember stoneware mug */
  productName: string;
  user: ReviewUser;
  /** 1 to 5. @example 5 */
  rating: number;
  comment: string;
  /** The author has a paid order with the product. */
  isVerified: boolean;
  /** By the store. */
  reply: ReviewReply | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** @example 2026-11-02T09:30:00.000Z */
  updatedAt: string;
}

export class RatingHistogram {
  1: number;
  2: number;
  3: number;
  4: number;
  5: number;
}

export class ReviewSummary {
  /** One decimal. @example 4.6 */
  average: number | null;
  /** @example 9 */
  count: number;
  /** Reviews per rating. */
  histogram: RatingHistogram;
}

export class ReviewPermissions {
  /** The caller may review this product now. */
  create: boolean;
  /** Why not, in words; `null` when allowed. */
  reason: string | null;
  /** The caller's own review of this product. */
  reviewId: number | null;
}

export class ReviewPage extends Page {
  items: ReviewDto[];
}

export class ProductReviewPage extends ReviewPage {
  summary: ReviewSummary;
  permissions: ReviewPermissions;
}
