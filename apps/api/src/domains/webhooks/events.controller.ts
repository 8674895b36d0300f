import { Controller, Get, Query } from '@nestjs/common';
import { EventPage, FeedQuery } from '@souk/contracts/webhooks.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { FeedQueries } from './feed.queries';
import { toEventDto } from './webhooks.mapper';

@Controller('events')
@Allow('user')
export class EventsController {
  constructor(private readonly feed: FeedQueries) {}

  /**
   * What happened to the caller's stores, products and orders in the last 30 days, oldest first: the same ids and bodies
   * that webhooks are sent. Ask again with the last id that you have as `after`: no event appears before it later.
   */
  @Get()
  async list(@Query() query: FeedQuery, @CurrentActor() actor: Actor): Promise<EventPage> {
    const { items, ...rest } = await this.feed.page(actor.id, query);
    return { ...rest, items: items.map(toEventDto) };
  }
}
