import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ReorderDto } from '@souk/contracts/reorder.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { CartHolders } from '../cart/cart-holders';
import { CartView } from '../cart/cart-view';
import { ReorderService } from './reorder.service';

@Controller('orders')
@Allow('user')
@Writes('orders')
export class ReorderController {
  constructor(
    private readonly holders: CartHolders,
    private readonly reordering: ReorderService,
    private readonly view: CartView,
  ) {}

  /**
   * Puts what was ordered into the caller's cart again, as far as it is still sold; the notices say what is missing.
   * Units add up with those that the cart has.
   */
  @Post(':id/reorder')
  @HttpCode(200)
  @ApiErrors('PERMISSION_DENIED')
  async reorder(
    @Param('id', IdPipe) id: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<ReorderDto> {
    const holder = await this.holders.of(request, reply, actor);
    const notices = await this.reordering.reorder(actor, holder, id);
    return { notices, cart: await this.view.of(holder, actor) };
  }
}
