import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Correspondence } from '../platform/mail/correspondence';
import { Notification } from '../domains/notifications/notification.entity';
import { NotificationsService } from '../domains/notifications/notifications.service';
import { OrderNews } from '../domains/notifications/order-news';
import { Order } from '../domains/orders/order.entity';
import { EventRecorder } from '../domains/webhooks/event-recorder';

const LATEST = 12;

/** Of all that has happened, the latest orders that wait to be sent are still news. */
@Injectable()
export class DemoNews {
  constructor(
    private readonly database: Database,
    private readonly mails: Correspondence,
    private readonly notifications: NotificationsService,
    private readonly feeds: EventRecorder,
    private readonly news: OrderNews,
  ) {}

  /** Mails, bells and feeds are still. @param work ends when all of it has been told */
  silently(work: () => Promise<void>): Promise<void> {
    return this.mails.silently(() => this.notifications.silently(() => this.feeds.silently(work)));
  }

  async create(): Promise<void> {
    const waiting = await this.database.repository(Order).find({
      where: { status: 'pending', complete: true },
      order: { dateOrdered: 'DESC', id: 'DESC' },
      take: LATEST,
    });
    for (const { id, dateOrdered } of waiting.reverse()) {
      // no fact has such a number
      const eventId = -id;
      await this.news.placed(eventId, id);
      await this.database.repository(Notification).update({ eventId }, { createdAt: dateOrdered });
    }
  }
}
