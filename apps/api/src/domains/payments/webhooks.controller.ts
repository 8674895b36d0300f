import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { ApiErrors } from '../../platform/http/api-errors';
import { Limit } from '../../platform/limits/limits';
import { WebhooksService } from './webhooks.service';

@Controller('payments/webhook')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  /** For the payment provider alone: signed messages about charges. A message that does not fit changes nothing. */
  @Post(':provider')
  @HttpCode(204)
  @Limit('none')
  @Public()
  @ApiErrors('NOT_FOUND', 'VALIDATION_ERROR')
  receive(@Param('provider') provider: string, @Req() request: FastifyRequest): Promise<void> {
    return this.webhooks.receive(provider, request.rawBody, request.headers);
  }
}
