import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CartDto, CartItemInput, CartItemUpdate, CartQuery } from '@souk/contracts/cart.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { CurrentActor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { setCartCookie } from './cart-cookie';
import { CartHolders } from './cart-holders';
import { CartView } from './cart-view';
import { CartService } from './cart.service';

@Controller('cart')
@Public()
@Writes('orders')
@ApiHeader({
  name: 'X-Cart-Token',
  required: false,
  description: "Secret of a guest's cart, for clients without cookies.",
})
export class CartController {
  constructor(
    private readonly holders: CartHolders,
    private readonly carts: CartService,
    private readonly view: CartView,
  ) {}

  /** The caller's cart at today's prices; an empty one when there is none yet. */
  @Get()
  async get(
    @Query() { country }: CartQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<CartDto> {
    return this.view.of(await this.holders.of(request, reply, actor), actor, country);
  }

  /** Adds to the cart; the same variant adds up. A guest's first item makes the cart and tells its `token`. */
  @Post('items')
  @ApiErrors('PERMISSION_DENIED', 'NOT_FOUND', 'OUT_OF_STOCK')
  async add(
    @Body() input: CartItemInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<CartDto> {
    const holder = await this.holders.of(request, reply, actor);
    const owner = await this.carts.add(holder, input);
    if (owner.secret !== null && owner.secret !== holder.secret) setCartCookie(request, reply, owner.secret);
    void reply.header('location', '/api/cart');
    return this.view.of(owner, actor);
  }

  /** Sets the quantity of a line; 0 removes it. */
  @Put('items/:id')
  @ApiErrors('PERMISSION_DENIED', 'OUT_OF_STOCK')
  async update(
    @Param('id', IdPipe) id: number,
    @Body() { quantity }: CartItemUpdate,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<CartDto> {
    const holder = await this.holders.of(request, reply, actor);
    await this.carts.setQuantity(holder, id, quantity);
    return this.view.of(holder, actor);
  }

  /** Removes a line. */
  @Delete('items/:id')
  @HttpCode(204)
  @ApiErrors('PERMISSION_DENIED')
  async remove(
    @Param('id', IdPipe) id: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<void> {
    await this.carts.remove(await this.holders.of(request, reply, actor), id);
  }

  /** Empties the cart. */
  @Delete()
  @HttpCode(204)
  @ApiErrors('PERMISSION_DENIED')
  async clear(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<void> {
    await this.carts.clear(await this.holders.of(request, reply, actor));
  }
}
