import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AnnouncementDto } from '@souk/contracts/social.dto';
import { Allow } from '../../platform/access/access';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { ProductOwnerGuard } from '../products/products.guard';
import { StoreOwnerGuard } from '../stores/stores.guard';
import { AnnouncementsService } from './announcements.service';
import type { Subject } from './social-post.entity';
import { Subjects } from './subjects';

/** What the marketplace's account on X tells of a vendor's stores and products. */
@Controller()
@Writes('products')
export class SocialController {
  constructor(
    private readonly announcements: AnnouncementsService,
    private readonly subjects: Subjects,
  ) {}

  /** The post about the opening of a store, or what it would say. */
  @Get('stores/:id/announcement')
  @Allow('owner', StoreOwnerGuard)
  ofStore(@Param('id', IdPipe) id: number): Promise<AnnouncementDto> {
    return this.read('store', id);
  }

  /** Posts what was not posted, or tries again what failed. Never twice. */
  @Post('stores/:id/announcement')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  @Allow('owner', StoreOwnerGuard)
  async postStore(@Param('id', IdPipe) id: number): Promise<AnnouncementDto> {
    await this.announcements.post('store', id);
    return this.read('store', id);
  }

  /** The post about a product, or what it would say. */
  @Get('products/:id/announcement')
  @Allow('owner', ProductOwnerGuard)
  ofProduct(@Param('id', IdPipe) id: number): Promise<AnnouncementDto> {
    return this.read('product', id);
  }

  /** Posts what was not posted, or tries again what failed. Never twice. */
  @Post('products/:id/announcement')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  @Allow('owner', ProductOwnerGuard)
  async postProduct(@Param('id', IdPipe) id: number): Promise<AnnouncementDto> {
    await this.announcements.post('product', id);
    return this.read('product', id);
  }

  private async read(subject: Subject, id: number): Promise<AnnouncementDto> {
    const { text, isVisible } = await this.subjects.get(subject, id);
    const post = await this.announcements.find(subject, id);
    return {
      status: post?.status ?? 'unannounced',
      text: post?.text ?? text,
      url: post?.url ?? null,
      reason: post?.reason ?? null,
      canPost: this.announcements.canPost(post, isVisible),
      postedAt: post?.postedAt?.toISOString() ?? null,
    };
  }
}
