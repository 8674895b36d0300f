import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { UnsubscribedDto, UnsubscribeRequest } from '@souk/contracts/unsubscribe.dto';
import { Public } from '../../../platform/access/access';
import { ApiErrors } from '../../../platform/http/api-errors';
import { Unsubscribing } from './unsubscribing';

@Controller('notifications/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  /**
   * Ends one kind of mails to the user who got this link with one, without signing in. Mail programs may post to
   * the mailed address itself instead (RFC 8058).
   */
  @Post()
  @HttpCode(200)
  @ApiErrors('NOT_FOUND')
  @Public()
  async end(@Body() { token }: UnsubscribeRequest): Promise<UnsubscribedDto> {
    return { kind: await this.unsubscribing.end(token) };
  }
}
