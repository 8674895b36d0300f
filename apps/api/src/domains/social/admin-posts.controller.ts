import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AdminPostDto, AdminPostPage, AdminPostQuery } from '@souk/contracts/social.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { PostsService } from './posts.service';
import type { SocialPost } from './social-post.entity';

@Controller('admin/social-posts')
@Allow('staff')
export class AdminPostsController {
  constructor(private readonly posts: PostsService) {}

  /** Every post about a store or a product, newest first. */
  @Get()
  async list(@Query() query: AdminPostQuery): Promise<AdminPostPage> {
    const { items, ...rest } = await this.posts.list(query);
    return { ...rest, items: items.map(toAdminPost) };
  }

  /** Tries at once what waits, failed or was left out. Never posts twice. */
  @Post(':id/retry')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async retry(@Param('id', IdPipe) id: number, @CurrentActor() staff: Actor): Promise<AdminPostDto> {
    return toAdminPost(await this.posts.retry(staff, id));
  }
}

function toAdminPost(post: SocialPost): AdminPostDto {
  const { id, subject, subjectId, status, text, url, reason, attempts } = post;
  return {
    ...{ id, subject, subjectId, status, text, url, reason, attempts },
    canRetry: post.isUnderWay || post.isRepeatable,
    createdAt: post.createdAt.toISOString(),
    runAt: post.runAt.toISOString(),
    postedAt: post.postedAt?.toISOString() ?? null,
  };
}
