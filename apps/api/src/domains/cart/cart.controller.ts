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
import { CartMapper } from './cart.mapper';
import { CartQueries, type CartHolder } from './cart.queries';
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
    private readonly queries: CartQueries,
    private readonly mapper: CartMapper,
  ) {}

  /** The caller's cart at today's prices; an empty one when there is none yet. */
  @Get()
  async get(
    @Query() { country }: CartQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: MaybeActor,
  ): Promise<CartDto> {
    return this.answer(await this.holders.of(request, reply, actor), country);
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
    return this.answer(owner);
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
    return this.answer(holder);
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

  private async answer(holder: CartHolder, country: string | null = null): Promise<CartDto> {
    const cart = await this.queries.find(holder);
    const token = cart && holder.keepsSecret ? holder.secret : null;
    return this.mapper.toDto(await this.queries.contents(cart, country), token);
  }
}
