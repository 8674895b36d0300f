import { Injectable } from '@nestjs/common';
import type { CancelRequest, PartUpdate } from '@souk/contracts/orders.dto';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, PermissionDenied } from '../../platform/http/errors';
import { StockService } from '../products/stock.service';
import { NEXT_BY_VENDOR } from './order-status';
import { Order } from './order.entity';
import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import { InvalidTransition } from './orders.errors';
import { PartDelivered, PartShipped, PartsCancelled } from './orders.events';
import { canCancelPart, mayCancelPart, sellsPart } from './orders.policy';
import { OrdersQueries, type Reader } from './orders.queries';
import { Refunding } from './refunding';

/** Moves the parts of paid orders, and cancels those that have not left yet. */
@Injectable()
export class FulfilmentService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly queries: OrdersQueries,
    private readonly refunding: Refunding,
    private readonly stock: StockService,
  ) {}

  /** Every own part that can go there, or the one that is named. @throws InvalidTransition when none can */
  advance(actor: Actor, orderId: number, { status, partId, ...shipment }: PartUpdate): Promise<void> {
    return this.database.run(async () => {
      const { order, parts, standing } = await this.queries.lockVisible({ actor, token: null }, orderId);
      const own = chosen(
        parts.filter((part) => sellsPart(standing, part)),
        partId,
      );
      if (!order.complete) throw unpaid(own[0]);
      const moving = own.filter((part) => NEXT_BY_VENDOR[part.status].includes(status));
      if (moving.length === 0) throw new InvalidTransition(own[0].status, NEXT_BY_VENDOR[own[0].status]);
      const now = new Date();
      for (const part of moving) {
        part.moveTo(status, now);
        part.carrier = shipment.carrier || part.carrier;
        part.trackingNumber = shipment.trackingNumber || part.trackingNumber;
      }
      await this.save(order, moving);
      const factOf = ({ id }: OrderPart) =>
        status === 'shipped' ? new PartShipped(order.id, id) : new PartDelivered(order.id, id, 'vendor');
      await this.events.publish(...moving.map(factOf));
    });
  }

  /** Stock returns and what was paid for the parts goes back. @throws InvalidTransition when none is pending */
  cancel(reader: Reader, orderId: number, { partId }: CancelRequest): Promise<void> {
    return this.database.run(async () => {
      const { order, parts, standing } = await this.queries.lockVisible(reader, orderId);
      const mine = parts.filter((part) => mayCancelPart(standing, part));
      if (mine.length === 0) throw new PermissionDenied('Only the customer or the vendor may cancel.');
      const wanted = chosen(mine, partId);
      const leaving = wanted.filter((part) => canCancelPart(standing, part));
      if (leaving.length === 0) {
        throw new InvalidTransition(wanted[0].status, NEXT_BY_VENDOR[wanted[0].status]);
      }
      const now = new Date();
      for (const part of leaving) part.moveTo('cancelled', now);
      const partIds = leaving.map(({ id }) => id);
      const by = standing.isCustomer ? 'buyer' : 'vendor';
      await this.events.publish(new PartsCancelled(order.id, partIds, by));
      if (order.complete) {
        for (const part of leaving) await this.refunding.payBackRest(order, part);
      }
      await this.returnGoods(order, leaving);
      await this.save(order, leaving);
    });
  }

  private async returnGoods(order: Order, parts: OrderPart[]): Promise<void> {
    const items = await this.database.repository(OrderItem).findBy({ orderId: order.id });
    const returned = items
      .filter(({ partId }) => parts.some((part) => part.id === partId))
      .map(({ productId, variantId, quantity, restockedQuantity }) => {
        return { productId, variantId, quantity: quantity - restockedQuantity };
      });
    await this.stock.giveBack(returned, { reason: 'cancelled', orderNumber: order.number });
    if (!order.complete) return;
    await this.stock.recordSale(
      returned.map(({ productId, quantity }) => ({ productId, quantity: -quantity })),
    );
  }

  private async save(order: Order, moved: OrderPart[]): Promise<void> {
    await this.database.repository(OrderPart).save(moved);
    order.follow(await this.database.repository(OrderPart).findBy({ orderId: order.id }));
    await this.database.repository(Order).save(order);
  }
}

type Some<T> = [T, ...T[]];

function chosen(parts: OrderPart[], partId: number | null | undefined): Some<OrderPart> {
  const [first, ...others] = partId ? parts.filter(({ id }) => id === partId) : parts;
  if (!first) throw new NotFound('part');
  return [first, ...others];
}

const unpaid = ({ status }: OrderPart) =>
  new InvalidTransition(status, [], 'This order is not paid yet. Ship it once its payment is confirmed.');
