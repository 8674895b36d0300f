import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { BulkShipment, ShipmentReport } from '@souk/contracts/shipping.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { BulkShippingService } from './bulk-shipping.service';

@Controller('orders/my-sales/ship')
@Writes('orders')
export class BulkShippingController {
  constructor(private readonly shipping: BulkShippingService) {}

  /** Ships parts of the caller, each with its carrier and tracking number. Rows that are refused spoil no others. */
  @Post()
  @HttpCode(200)
  @Allow('vendor')
  ship(@Body() input: BulkShipment, @CurrentActor() actor: Actor): Promise<ShipmentReport> {
    return this.shipping.ship(actor, input);
  }
}
