import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { OrderDto } from '@souk/contracts/orders.dto';
import { RefundInput } from '@souk/contracts/refunds.dto';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { idempotencyKey } from './idempotency-key';
import { OrdersMapper } from './orders.mapper';
import { OrdersQueries } from './orders.queries';
import { RefundsService } from './refunds.service';

@Controller('orders')
@Writes('orders')
export class RefundsController {
  constructor(
    private readonly refunds: RefundsService,
    private readonly queries: OrdersQueries,
    private readonly mapper: OrdersMapper,
  ) {}

  /**
   * For the part's vendor and staff. Units go back at what was paid for them: unit by unit they come to exactly what
   * the line cost. Sent again with the same Idempotency-Key it gives nothing back a second time.
   */
  @Post(':id/parts/:partId/refunds')
  @Allow('user')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Up to 128 visible characters.',
  })
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION', 'IDEMPOTENCY_KEY_REUSED')
  async refund(
    @Param('id', IdPipe) id: number,
    @Param('partId', IdPipe) partId: number,
    @Body() input: RefundInput,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<OrderDto> {
    await this.refunds.refund(actor, id, partId, idempotencyKey(request), input);
    return this.mapper.toDto(await this.queries.findVisible({ actor, token: null }, id));
  }
}
