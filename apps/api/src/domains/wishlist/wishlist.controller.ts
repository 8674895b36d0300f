import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { PageQuery } from '@souk/contracts/common.dto';
import { WishDto, WishedProducts, WishInput, WishPage } from '@souk/contracts/wishlist.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { WishlistMapper } from './wishlist.mapper';
import { WishlistService } from './wishlist.service';

@Controller('wish-list')
@Allow('user')
@Writes('orders')
export class WishlistController {
  constructor(
    private readonly wishlist: WishlistService,
    private readonly mapper: WishlistMapper,
  ) {}

  /** The caller's wish list, newest first. */
  @Get()
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<WishPage> {
    const { items, ...rest } = await this.wishlist.page(actor.id, query);
    return { ...rest, items: await this.mapper.toDtos(items) };
  }

  /** What is on the list and no more, for pages that only mark it. */
  @Get('product-ids')
  async productIds(@CurrentActor() actor: Actor): Promise<WishedProducts> {
    return { productIds: await this.wishlist.productIds(actor.id) };
  }

  /** Puts a product on the list; up to 500. One that is there already stays as it was. */
  @Post()
  @ApiErrors('NOT_FOUND')
  async add(
    @Body() { productId }: WishInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WishDto> {
    const wish = await this.wishlist.add(actor.id, productId);
    void reply.header('location', '/api/wish-list');
    const [dto] = await this.mapper.toDtos([wish]);
    if (!dto) throw new Error(`Wish ${wish.id} has no product.`);
    return dto;
  }

  /** Takes a product off the list, by the product's id. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.wishlist.remove(actor.id, id);
  }
}
