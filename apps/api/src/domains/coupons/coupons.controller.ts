import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { PageQuery } from '@souk/contracts/common.dto';
import { CouponDto, CouponInput, CouponPage, CouponPatch } from '@souk/contracts/coupons.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { IdPipe } from '../../platform/http/validation';
import { StoreOwnerGuard } from '../stores/stores.guard';
import { toCouponDto } from './coupons.mapper';
import { CouponsQueries } from './coupons.queries';
import { CouponsService } from './coupons.service';

@Controller('stores/:id/coupons')
@Allow('owner', StoreOwnerGuard)
@Writes('products')
export class CouponsController {
  constructor(
    private readonly coupons: CouponsService,
    private readonly queries: CouponsQueries,
  ) {}

  /** The store's coupons, newest first. */
  @Get()
  async list(@Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<CouponPage> {
    const { items, ...rest } = await this.queries.page(id, query);
    return { ...rest, items: items.map(toCouponDto) };
  }

  /** Makes a coupon for the goods of this store. */
  @Post()
  @ApiErrors('DUPLICATE_ENTRY')
  async create(
    @Param('id', IdPipe) id: number,
    @Body() input: CouponInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CouponDto> {
    const coupon = await this.coupons.create(id, input);
    void reply.header('location', `/api/stores/${id}/coupons/${coupon.id}`);
    return toCouponDto(coupon);
  }

  /** One coupon. */
  @Get(':couponId')
  async get(
    @Param('id', IdPipe) id: number,
    @Param('couponId', IdPipe) couponId: number,
  ): Promise<CouponDto> {
    return toCouponDto(await this.queries.find(id, couponId));
  }

  /** Replaces the editable fields. What was sold keeps its discount. */
  @Put(':couponId')
  @ApiErrors('DUPLICATE_ENTRY')
  async replace(
    @Param('id', IdPipe) id: number,
    @Param('couponId', IdPipe) couponId: number,
    @Body() input: CouponInput,
    @IfMatch() seen: Seen,
  ): Promise<CouponDto> {
    return toCouponDto(await this.coupons.replace(id, couponId, input, seen.checkedBy(toCouponDto)));
  }

  /** Changes the fields that are given. */
  @Patch(':couponId')
  @ApiErrors('DUPLICATE_ENTRY')
  async update(
    @Param('id', IdPipe) id: number,
    @Param('couponId', IdPipe) couponId: number,
    @Body() input: CouponPatch,
    @IfMatch() seen: Seen,
  ): Promise<CouponDto> {
    return toCouponDto(await this.coupons.update(id, couponId, input, seen.checkedBy(toCouponDto)));
  }

  /** Takes a coupon out of every cart. What was sold keeps its discount. */
  @Delete(':couponId')
  @HttpCode(204)
  async delete(
    @Param('id', IdPipe) id: number,
    @Param('couponId', IdPipe) couponId: number,
    @IfMatch() seen: Seen,
  ): Promise<void> {
    await this.coupons.delete(id, couponId, seen.checkedBy(toCouponDto));
  }
}
