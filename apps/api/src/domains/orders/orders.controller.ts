import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import {
  CancelRequest,
  OrderAccessQuery,
  OrderClaim,
  OrderDto,
  OrderInput,
  OrderPage,
  OrderQuery,
  PartUpdate,
} from '@souk/contracts/orders.dto';
import { SalesQuery, SalesSummary, SalesSummaryQuery } from '@souk/contracts/sales.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { Limit } from '../../platform/limits/limits';
import { IdPipe } from '../../platform/http/validation';
import { CartHolders } from '../cart/cart-holders';
import { CheckoutService } from './checkout.service';
import { FulfilmentService } from './fulfilment.service';
import { GuestOrders } from './guest-orders.service';
import { idempotencyKey } from './idempotency-key';
import { OrderVendorGuard } from './orders.guard';
import { OrdersMapper } from './orders.mapper';
import { OrdersQueries } from './orders.queries';
import { PayingService } from './paying.service';
import { SalesQueries } from './sales.queries';

@Controller('orders')
@Writes('orders')
export class OrdersController {
  constructor(
    private readonly holders: CartHolders,
    private readonly checkout: CheckoutService,
    private readonly fulfilment: FulfilmentService,
    private readonly paying: PayingService,
    private readonly guestOrders: GuestOrders,
    private readonly queries: OrdersQueries,
    private readonly salesQueries: SalesQueries,
    private readonly mapper: OrdersMapper,
  ) {}

  /**
   * Orders and pays what is in the cart. Sent again with the same Idempotency-Key it answers the same order; after a
   * refusal or a decline the key is free again. `paymentStatus` is `pending` while the gateway has not decided; with a
   * `paymentAction` it waits for the buyer.
   */
  @Post()
  @Limit('checkout')
  @Public()
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Up to 128 visible characters, remembered for a day.',
  })
  @ApiHeader({ name: 'X-Cart-Token', required: false, description: "Secret of a guest's cart." })
  @ApiErrors(
    'PAYMENT_DECLINED',
    'PERMISSION_DENIED',
    'CART_EMPTY',
    'CART_CHANGED',
    'OUT_OF_STOCK',
    'REQUEST_IN_PROGRESS',
    'IDEMPOTENCY_KEY_REUSED',
  )
  async place(
    @Body() input: OrderInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() buyer: MaybeActor,
  ): Promise<OrderDto> {
    const key = idempotencyKey(request);
    const holder = await this.holders.of(request, reply, buyer);
    const { orderId, accessToken } = await this.checkout.place({ holder, buyer, key, input });
    void reply.header('location', `/api/orders/${orderId}`);
    const view = await this.queries.findVisible({ actor: buyer, token: accessToken }, orderId);
    return this.mapper.toDto(view, accessToken);
  }

  /** The caller's purchases, newest first. */
  @Get()
  @Allow('user')
  async purchases(@Query() query: OrderQuery, @CurrentActor() actor: Actor): Promise<OrderPage> {
    return this.mapper.toPage(await this.queries.purchases(actor, query));
  }

  /** Orders with goods of the caller, newest first; of each only the caller's part. */
  @Get('my-sales')
  @Allow('vendor')
  async sales(@Query() query: SalesQuery, @CurrentActor() actor: Actor): Promise<OrderPage> {
    return this.mapper.toPage(await this.queries.sales(actor, query));
  }

  /** The caller's last days in figures. */
  @Get('my-sales/summary')
  @Allow('vendor')
  summary(@Query() query: SalesSummaryQuery, @CurrentActor() actor: Actor): Promise<SalesSummary> {
    return this.salesQueries.summary(actor, query);
  }

  /** For its customer, for vendors with goods in it (their own part only), for staff, and with a guest's token. */
  @Get(':id')
  @Public()
  async get(
    @Param('id', IdPipe) id: number,
    @Query() { token }: OrderAccessQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<OrderDto> {
    return this.mapper.toDto(await this.queries.findVisible({ actor, token: token ?? null }, id));
  }

  /** Moves the caller's part from pending to shipped, and from shipped to delivered. */
  @Put(':id')
  @Allow('vendor', OrderVendorGuard)
  @ApiErrors('INVALID_TRANSITION')
  async advance(
    @Param('id', IdPipe) id: number,
    @Body() input: PartUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<OrderDto> {
    await this.fulfilment.advance(actor, id, input);
    return this.mapper.toDto(await this.queries.findVisible({ actor, token: null }, id));
  }

  /** Cancels pending parts: the customer's all, or the vendor's own. The exact share of what was paid goes back. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Public()
  @ApiErrors('PERMISSION_DENIED', 'INVALID_TRANSITION')
  async cancel(
    @Param('id', IdPipe) id: number,
    @Query() { token }: OrderAccessQuery,
    @Body() input: CancelRequest,
    @CurrentActor() actor: MaybeActor,
  ): Promise<OrderDto> {
    const reader = { actor, token: token ?? null };
    await this.fulfilment.cancel(reader, id, input);
    return this.mapper.toDto(await this.queries.findVisible(reader, id));
  }

  /**
   * For its customer, who has done what `paymentAction` asked for: asks the gateway how the payment stands now. Without
   * this call the order learns it a little later.
   */
  @Post(':id/check-payment')
  @HttpCode(200)
  @Limit('checkout')
  @Public()
  @ApiErrors('PERMISSION_DENIED')
  async checkPayment(
    @Param('id', IdPipe) id: number,
    @Query() { token }: OrderAccessQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<OrderDto> {
    const reader = { actor, token: token ?? null };
    await this.paying.check(reader, id);
    return this.mapper.toDto(await this.queries.findVisible(reader, id));
  }

  /**
   * Makes an order that was placed without an account the caller's, who proves by the secret of its link to be its
   * buyer. Orders that were placed with the account's own address become its own by themselves once it is confirmed.
   */
  @Post(':id/claim')
  @HttpCode(200)
  @Allow('user')
  @ApiErrors('PERMISSION_DENIED')
  async claim(
    @Param('id', IdPipe) id: number,
    @Body() { token }: OrderClaim,
    @CurrentActor() actor: Actor,
  ): Promise<OrderDto> {
    await this.guestOrders.claim(actor, id, token);
    return this.mapper.toDto(await this.queries.findVisible({ actor, token: null }, id));
  }
}
