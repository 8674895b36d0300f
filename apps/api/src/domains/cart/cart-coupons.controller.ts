import { Body, Controller, Delete, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CartCouponInput, CartCouponQuery, CartDto, CartQuery } from '@souk/contracts/cart.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { CurrentActor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { CartCouponsService } from './cart-coupons.service';
import { CartHolders } from './cart-holders';
import { CartView } from './cart-view';

@Controller('cart/coupon')
@Public()
@Writes('orders')
@ApiHeader({
  name: 'X-Cart-Token',
  required: false,
  description: "Secret of a guest's cart, for clients without cookies.",
})
export class CartCouponsController {
  constructor(
    private readonly holders: CartHolders,
    private readonly coupons: CartCouponsService,
    private readonly view: CartView,
  ) {}

  /**
   * Enters a code for every store in the cart that has such a coupon, in place of the one before. A coupon that does
   * not apply, or not yet, says why in the cart.
   */
  @Put()
  @ApiErrors('PERMISSION_DENIED')
  async enter(
    @Body() { code }: CartCouponInput,
    @Query() { country }: CartQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<CartDto> {
    const holder = await this.holders.of(request, reply, actor);
    await this.coupons.enter(holder, code);
    return this.view.of(holder, actor, country);
  }

  /** Takes the coupons out of the cart, or that of one store. */
  @Delete()
  @HttpCode(204)
  @ApiErrors('PERMISSION_DENIED')
  async remove(
    @Query() { store }: CartCouponQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<void> {
    await this.coupons.remove(await this.holders.of(request, reply, actor), store ?? null);
  }
}
