import { Injectable } from '@nestjs/common';
import type { AdminPostQuery } from '@souk/contracts/social.dto';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { AnnouncementsService } from './announcements.service';
import { SocialPost } from './social-post.entity';
import { PostsWaiting } from './social.events';

const NEWEST: Order<SocialPost> = { by: 'post.id', id: 'post.id', direction: 'DESC', key: ({ id }) => id };
const REASON_LENGTH = 500;

/** All posts, for staff. */
@Injectable()
export class PostsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly announcements: AnnouncementsService,
    private readonly audit: AuditLog,
  ) {}

  list({ status, ...request }: AdminPostQuery): Promise<PageOf<SocialPost>> {
    const posts = this.posts.createQueryBuilder('post');
    if (status) posts.where('post.status = :status', { status });
    return page(posts, NEWEST, request);
  }

  /** What waits at once, and what failed or was left out as its vendor could. @throws NotFound, CodedError */
  async retry(staff: Actor, id: number): Promise<SocialPost> {
    return this.database.run(async () => {
      const post = await this.posts.findOneBy({ id });
      if (!post) throw new NotFound('post');
      const { subject, subjectId, status, reason } = post;
      const what = `${subject} ${subjectId}, ${status}: ${reason ?? 'never tried'}`;
      await this.audit.record(staff, 'retry_post', { type: 'post', id }, what.slice(0, REASON_LENGTH));
      if (post.isUnderWay) await this.hasten(id);
      else await this.announcements.post(subject, subjectId);
      return this.posts.findOneByOrFail({ id });
    });
  }

  private async hasten(id: number): Promise<void> {
    await this.posts.update({ id }, { runAt: new Date(), held: false });
    await this.events.publish(new PostsWaiting(id));
  }

  private get posts() {
    return this.database.repository(SocialPost);
  }
}
