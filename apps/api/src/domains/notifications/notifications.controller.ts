import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  NotificationPage,
  NotificationQuery,
  ReadUpTo,
  UnreadCountDto,
} from '@souk/contracts/notifications.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { InPerson } from '../../platform/access/scopes';
import { IdPipe } from '../../platform/http/validation';
import { toNotificationDto } from './notifications.mapper';
import { NotificationsService } from './notifications.service';

@Controller('notifications')
@Allow('user')
@InPerson()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** What the caller was told, newest first. Read ones are kept for 90 days, all for a year, and 300 at most. */
  @Get()
  async list(@Query() query: NotificationQuery, @CurrentActor() { id }: Actor): Promise<NotificationPage> {
    const { items, ...rest } = await this.notifications.page(id, query);
    const unreadCount = await this.notifications.unreadCount(id);
    return { ...rest, items: items.map(toNotificationDto), unreadCount };
  }

  /** Marks all that the caller has seen as read; what came after it stays unread. */
  @Post('read-all')
  @HttpCode(200)
  async readAll(@Body() { upTo }: ReadUpTo, @CurrentActor() { id }: Actor): Promise<UnreadCountDto> {
    await this.notifications.readUpTo(id, upTo);
    return { unreadCount: await this.notifications.unreadCount(id) };
  }

  /** Marks one as read; again does nothing. */
  @Post(':id/read')
  @HttpCode(200)
  async read(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<UnreadCountDto> {
    await this.notifications.read(actor.id, id);
    return { unreadCount: await this.notifications.unreadCount(actor.id) };
  }
}
