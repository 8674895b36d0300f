import { Injectable } from '@nestjs/common';
import { EVENT_TYPES, LIMITS } from '@souk/contracts';
import type { FeedQuery } from '@souk/contracts/webhooks.dto';
import { In, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { PageOf } from '../../platform/http/pagination';
import { WebhookEvent } from './webhook-event.entity';

@Injectable()
export class FeedQueries {
  constructor(private readonly database: Database) {}

  /** A user's own events, oldest first. */
  async page(
    userId: number,
    { after = 0, cursor = after, types, limit }: FeedQuery,
  ): Promise<PageOf<WebhookEvent>> {
    const most = limit ?? LIMITS.page.default;
    const events = this.database.repository(WebhookEvent);
    const own = { userId, type: In(types ?? [...EVENT_TYPES]) };
    const total = await events.countBy(own);
    const rows = await events.find({
      where: { ...own, id: MoreThan(cursor) },
      order: { id: 'ASC' },
      take: most + 1,
    });
    const items = rows.slice(0, most);
    return { items, total, nextCursor: rows.length > most ? String(items.at(-1)?.id) : null };
  }
}
