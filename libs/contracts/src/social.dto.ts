import { POST_STATUSES, type PostStatus } from './enums';
import { EnumField } from './validators';

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
