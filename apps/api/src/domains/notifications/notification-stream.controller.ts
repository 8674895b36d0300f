import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { LIMITS } from '@souk/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { InPerson } from '../../platform/access/scopes';
import { ApiUnavailable } from '../../platform/http/api-errors';
import { ValidationFailed } from '../../platform/http/errors';
import { describeEventStream, EventStream } from '../../platform/http/event-stream';
import { LiveNotifications } from './live-notifications';

@Controller('notifications/stream')
@Allow('user')
@InPerson()
export class NotificationStreamController {
  constructor(private readonly live: LiveNotifications) {}

  /**
   * What the caller is told, as it happens: server-sent events until the session ends. `notification` has one, as
   * `GET /api/notifications` shows it; `unread` has `{unreadCount}`, at first and when it has changed. A user has four
   * streams at most.
   */
  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last notification that was seen: those that came after it are sent first.',
    schema: { type: 'string' },
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiUnavailable()
  async listen(
    @Headers('last-event-id') lastEventId: string | undefined,
    @CurrentActor() actor: Actor,
    @Req() { method }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lastId = await this.live.lastId(actor.id);
    // one from before a backup was restored is none of today's
    const seenId = lastEventId ? Math.min(idOf(lastEventId), lastId) : lastId;
    if (method === 'HEAD') describeEventStream(reply);
    else this.live.add(actor, seenId, () => new EventStream(reply));
  }
}

function idOf(text: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : Infinity;
  if (id > LIMITS.id)
    throw new ValidationFailed({ 'Last-Event-ID': ['is not an id that was sent here; leave it out'] });
  return id;
}
