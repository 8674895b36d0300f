import { Page, PageQuery } from './common.dto';
import { POST_STATUSES, POST_SUBJECTS, type PostStatus, type PostSubject } from './enums';
import { EnumField, OneOf, Optional } from './validators';

/** What X is told of a store or a product. */
export class AnnouncementDto {
  @EnumField(POST_STATUSES, 'PostStatus')
  status: PostStatus;
  /** What was posted, or would be. @example 🆕 New product! Ember mug at Ember and Ash - $19.90 #shopping #newproduct */
  text: string;
  /** Where the post is; `null` unless it was posted. @example https://x.com/i/web/status/1790000000000000000 */
  url: string | null;
  /** Why it waits, failed or was left out, in a sentence for the vendor. */
  reason: string | null;
  /** It can be posted now, or tried again. */
  canPost: boolean;
  /** @example 2026-11-02T09:30:00.000Z */
  postedAt: string | null;
}

export class AdminPostQuery extends PageQuery {
  @Optional()
  @OneOf(POST_STATUSES, 'PostStatus')
  status?: PostStatus;
}

/** The post about a store or a product, for staff. */
export class AdminPostDto {
  /** @example 12 */
  id: number;
  @EnumField(POST_SUBJECTS, 'PostSubject')
  subject: PostSubject;
  /** @example 3 */
  subjectId: number;
  @EnumField(POST_STATUSES, 'PostStatus')
  status: PostStatus;
  /** @example 🏪 New store opened! Ember and Ash - Stoneware from one kiln #ecommerce #newstore */
  text: string;
  /** Where the post is; `null` unless it was posted. @example https://x.com/i/web/status/1790000000000000000 */
  url: string | null;
  /** Why it waits, failed or was left out. @example X does not answer. It is tried again by itself. */
  reason: string | null;
  /** Failed ones since it last got an answer. @example 3 */
  attempts: number;
  /** It waits, failed or was left out. */
  canRetry: boolean;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** When it is tried next, or was to be. @example 2026-11-02T09:32:00.000Z */
  runAt: string;
  /** @example 2026-11-02T09:32:00.000Z */
  postedAt: string | null;
}

export class AdminPostPage extends Page {
  items: AdminPostDto[];
}
