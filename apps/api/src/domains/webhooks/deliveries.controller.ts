import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DeliveryDetailDto, DeliveryDto, DeliveryPage, DeliveryQuery } from '@souk/contracts/webhooks.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { Limit } from '../../platform/limits/limits';
import { DeliveriesService } from './deliveries.service';
import { toDeliveryDetail, toDeliveryDto } from './webhooks.mapper';

/** What was sent to one webhook, or will be. */
@Controller('webhooks/:id/deliveries')
@Allow('user')
@Writes('webhooks')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  /** Deliveries of the last 30 days, newest first. */
  @Get()
  async list(
    @Param('id', IdPipe) id: number,
    @Query() query: DeliveryQuery,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryPage> {
    const { items, ...rest } = await this.deliveries.page(actor.id, id, query);
    return { ...rest, items: items.map(toDeliveryDto) };
  }

  /** One delivery with what was sent, and what came back each time. */
  @Get(':deliveryId')
  async get(
    @Param('id', IdPipe) id: number,
    @Param('deliveryId', IdPipe) deliveryId: number,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryDetailDto> {
    const delivery = await this.deliveries.find(actor.id, id, deliveryId);
    return toDeliveryDetail(delivery, await this.deliveries.log(delivery));
  }

  /** Sends the same event again at once, under the same `webhook-id`, and tries as often as at first. */
  @Post(':deliveryId/redeliver')
  @HttpCode(202)
  @Limit('deliver')
  @ApiErrors('INVALID_TRANSITION')
  async redeliver(
    @Param('id', IdPipe) id: number,
    @Param('deliveryId', IdPipe) deliveryId: number,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.redeliver(actor.id, id, deliveryId));
  }
}
