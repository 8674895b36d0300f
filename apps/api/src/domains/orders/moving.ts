import { Injectable } from '@nestjs/common';
import type { PartActor } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { StockService } from '../products/stock.service';
import { Order } from './order.entity';
import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import { PartDelivered, PartsCancelled } from './orders.events';
import { Refunding } from './refunding';

/** What follows when parts move. The caller has locked the order. */
@Injectable()
export class Moving {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly refunding: Refunding,
    private readonly stock: StockService,
  ) {}

  /** Stock returns and what is left of the money goes back; all of it is saved. @throws InvalidTransition */
  async cancel(order: Order, parts: OrderPart[], by: PartActor): Promise<void> {
    const now = new Date();
    for (const part of parts) part.moveTo('cancelled', now);
    const partIds = parts.map(({ id }) => id);
    await this.events.publish(new PartsCancelled(order.id, partIds, by));
    if (order.complete) {
      for (const part of parts) await this.refunding.payBackRest(order, part);
    }
    await this.returnGoods(order, parts);
    await this.save(order, parts);
  }

  /** What is left of it are downloads, which its buyer has. @throws InvalidTransition */
  async deliver(order: Order, part: OrderPart): Promise<void> {
    part.moveTo('delivered', new Date());
    await this.events.publish(new PartDelivered(order.id, part.id, 'market'));
    await this.save(order, [part]);
  }

  /** The order follows its parts. */
  async save(order: Order, moved: OrderPart[]): Promise<void> {
    await this.database.repository(OrderPart).save(moved);
    order.follow(await this.database.repository(OrderPart).findBy({ orderId: order.id }));
    await this.database.repository(Order).save(order);
  }

  private async returnGoods(order: Order, parts: OrderPart[]): Promise<void> {
    const items = await this.database.repository(OrderItem).findBy({ orderId: order.id });
    const returned = items.filter(({ partId }) => parts.some((part) => part.id === partId));
    const away = returned
      .map(({ variantId, quantity, restockedQuantity }) => ({
        variantId,
        quantity: quantity - restockedQuantity,
      }))
      .filter(({ quantity }) => quantity > 0);
    await this.stock.giveBack(away, { reason: 'cancelled', orderNumber: order.number });
    if (!order.complete) return;
    // units that were for sale again before still counted as sold
    await this.stock.recordSale(
      returned.map(({ productId, quantity }) => ({ productId, quantity: -quantity })),
    );
  }
}
