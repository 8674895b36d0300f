import { Body, Controller, Delete, Get, Header, HttpCode, Req, Res } from '@nestjs/common';
import { EraseAccountRequest, OwnDataDto } from '@souk/contracts/own-data.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { InPerson } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { Limiter } from '../../platform/limits/limiter';
import { Limit } from '../../platform/limits/limits';
import { OwnData } from '../users/own-data';
import { OwnDataService } from './own-data.service';
import { clearSessionCookie, readSessionCookie } from './session-cookie';

@Controller('auth')
export class OwnDataController {
  constructor(
    private readonly ownData: OwnData,
    private readonly accounts: OwnDataService,
    private readonly limiter: Limiter,
  ) {}

  /** All that the marketplace holds on the caller, as a file to keep. */
  @Get('export')
  @Allow('user')
  @InPerson()
  @Header('cache-control', 'no-store')
  export(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<OwnDataDto> {
    const day = new Date().toISOString().slice(0, 10);
    void reply.header('content-disposition', `attachment; filename="souk-${actor.username}-${day}.json"`);
    return this.ownData.of(actor);
  }

  /**
   * Erases the caller's account for good. Orders keep their sums and reviews their stars, without a name; stores close.
   * Refused while anybody waits for an order.
   */
  @Delete('profile')
  @HttpCode(204)
  @Limit('reauthenticate')
  @Allow('user')
  @InPerson()
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION', 'REQUEST_IN_PROGRESS')
  async erase(
    @Body() { password }: EraseAccountRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limiter.valid('reauthenticate', request, reply, actor);
    await this.accounts.erase(actor, password);
    if (readSessionCookie(request)) clearSessionCookie(request, reply);
  }
}
