import { Injectable, Logger } from '@nestjs/common';
import { PartUpdate } from '@souk/contracts/orders.dto';
import type { BulkShipment, Shipment, ShipmentReport, ShipmentResult } from '@souk/contracts/shipping.dto';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { rowOf, toErrorBody } from '../../platform/http/bulk-row';
import { NotFound } from '../../platform/http/errors';
import { checked } from '../../platform/http/validation';
import { FulfilmentService } from './fulfilment.service';
import { OrderPart } from './order-part.entity';

/** Ships many parts. Each is a unit of work of its own: one that is refused spoils no other. */
@Injectable()
export class BulkShippingService {
  private readonly logger = new Logger('BulkShipping');

  constructor(
    private readonly database: Database,
    private readonly fulfilment: FulfilmentService,
  ) {}

  async ship(actor: Actor, { items }: BulkShipment): Promise<ShipmentReport> {
    const orders = await this.ordersOfOwn(actor, items);
    const results: ShipmentResult[] = [];
    for (const shipment of items.toSorted((a, b) => a.partId - b.partId))
      results.push(await this.shipOne(actor, orders.get(shipment.partId), shipment));
    const succeeded = results.filter(({ ok }) => ok).length;
    return { items: results, succeeded, failed: results.length - succeeded };
  }

  private async shipOne(
    actor: Actor,
    orderId: number | undefined,
    shipment: Shipment,
  ): Promise<ShipmentResult> {
    const { partId } = shipment;
    const row = await rowOf(
      async () => {
        if (!orderId) throw new NotFound('part');
        const update = await checked(PartUpdate, { ...shipment, status: 'shipped' });
        await this.fulfilment.advance(actor, orderId, update);
      },
      this.logger,
      { partId },
    );
    const error = 'error' in row ? toErrorBody(row.error) : null;
    return { partId, ok: error === null, error };
  }

  /** Part → order. */
  private async ordersOfOwn({ id }: Actor, items: Shipment[]): Promise<Map<number, number>> {
    const parts = await this.database.repository(OrderPart).find({
      where: { id: In(items.map(({ partId }) => partId)), store: { vendorId: id } },
      select: { id: true, orderId: true },
    });
    return new Map(parts.map((part) => [part.id, part.orderId]));
  }
}
