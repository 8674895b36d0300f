import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { PageQuery } from '@souk/contracts/common.dto';
import { SessionPage } from '@souk/contracts/sessions.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { InPerson } from '../../platform/access/scopes';
import { IdPipe } from '../../platform/http/validation';
import { deviceOf } from './device';
import { SessionsService } from './sessions.service';

/** The devices on which the caller is signed in. */
@Controller('auth/sessions')
@Allow('user')
@InPerson()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** The caller's live sessions, the latest sign-in first. */
  @Get()
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<SessionPage> {
    const { items, ...rest } = await this.sessions.live(actor.id, query);
    return {
      ...rest,
      items: items.map(({ id, userAgent, createdAt, lastUsedAt, expiresAt }) => ({
        id,
        device: deviceOf(userAgent),
        current: id === actor.sessionId,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  /** Signs a device out; its access token stops working at once. The caller's own session may end so too. */
  @Delete(':id')
  @HttpCode(204)
  async end(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.end(actor.id, id);
  }
}
