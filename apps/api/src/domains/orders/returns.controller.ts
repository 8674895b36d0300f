import { Body, Controller, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { OrderAccessQuery, OrderDto } from '@souk/contracts/orders.dto';
import { ReturnAcceptance, ReturnInput, ReturnRefusal } from '@souk/contracts/returns.dto';
import type { FastifyReply } from 'fastify';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { OrdersMapper } from './orders.mapper';
import { OrdersQueries, type Reader } from './orders.queries';
import { ReturnAnswersService } from './return-answers.service';
import { ReturnsService } from './returns.service';

@Controller('orders/:id')
@Writes('orders')
export class ReturnsController {
  constructor(
    private readonly returns: ReturnsService,
    private readonly answers: ReturnAnswersService,
    private readonly queries: OrdersQueries,
    private readonly mapper: OrdersMapper,
  ) {}

  /** For the customer, also with a guest's token, for some days after the delivery: asks the vendor to take goods back. One at a time, three for a part. */
  @Post('parts/:partId/returns')
  @Public()
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION')
  async ask(
    @Param('id', IdPipe) id: number,
    @Param('partId', IdPipe) partId: number,
    @Query() { token }: OrderAccessQuery,
    @Body() input: ReturnInput,
    @CurrentActor() actor: MaybeActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderDto> {
    const reader = { actor, token: token ?? null };
    await this.returns.ask(reader, id, partId, input);
    void reply.header('location', `/api/orders/${id}`);
    return this.order(reader, id);
  }

  /** By the part's vendor or staff. Takes the goods back: what was paid for them is refunded, and they are for sale again if the vendor says so. */
  @Post('returns/:returnId/accept')
  @HttpCode(200)
  @Allow('user')
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION')
  async accept(
    @Param('id', IdPipe) id: number,
    @Param('returnId', IdPipe) returnId: number,
    @Body() input: ReturnAcceptance,
    @CurrentActor() actor: Actor,
  ): Promise<OrderDto> {
    await this.answers.accept(actor, id, returnId, input);
    return this.order({ actor, token: null }, id);
  }

  /** By the part's vendor or staff. Does not take them back, and says why. */
  @Post('returns/:returnId/refuse')
  @HttpCode(200)
  @Allow('user')
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION')
  async refuse(
    @Param('id', IdPipe) id: number,
    @Param('returnId', IdPipe) returnId: number,
    @Body() input: ReturnRefusal,
    @CurrentActor() actor: Actor,
  ): Promise<OrderDto> {
    await this.answers.refuse(actor, id, returnId, input);
    return this.order({ actor, token: null }, id);
  }

  /** For the customer, while the vendor has not answered. */
  @Post('returns/:returnId/withdraw')
  @HttpCode(200)
  @Public()
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION')
  async withdraw(
    @Param('id', IdPipe) id: number,
    @Param('returnId', IdPipe) returnId: number,
    @Query() { token }: OrderAccessQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<OrderDto> {
    const reader = { actor, token: token ?? null };
    await this.returns.withdraw(reader, id, returnId);
    return this.order(reader, id);
  }

  private async order(reader: Reader, id: number): Promise<OrderDto> {
    return this.mapper.toDto(await this.queries.findVisible(reader, id));
  }
}
