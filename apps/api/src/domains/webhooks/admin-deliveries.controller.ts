import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AdminDeliveryDto, AdminDeliveryPage, DeliveryQuery } from '@souk/contracts/webhooks.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { AdminDeliveriesService } from './admin-deliveries.service';

/** What goes to the programs of all users. */
@Controller('admin/webhook-deliveries')
@Allow('staff')
export class AdminDeliveriesController {
  constructor(private readonly deliveries: AdminDeliveriesService) {}

  /** Deliveries of the last 30 days to whomever, newest first. */
  @Get()
  list(@Query() query: DeliveryQuery): Promise<AdminDeliveryPage> {
    return this.deliveries.page(query);
  }

  /** As the webhook's owner could: at once, and as often as at first. */
  @Post(':id/redeliver')
  @HttpCode(202)
  @ApiErrors('INVALID_TRANSITION')
  redeliver(@Param('id', IdPipe) id: number, @CurrentActor() staff: Actor): Promise<AdminDeliveryDto> {
    return this.deliveries.redeliver(staff, id);
  }
}
