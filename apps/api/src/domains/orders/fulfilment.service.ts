import { Injectable } from '@nestjs/common';
import type { CancelRequest, PartUpdate } from '@souk/contracts/orders.dto';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, PermissionDenied } from '../../platform/http/errors';
import { Moving } from './moving';
import { NEXT_BY_VENDOR } from './order-status';
import type { OrderPart } from './order-part.entity';
import { InvalidTransition } from './orders.errors';
import { PartDelivered, PartShipped } from './orders.events';
import { canCancelPart, mayCancelPart, sellsPart } from './orders.policy';
import { OrdersQueries, type Reader } from './orders.queries';
import { SettlementService } from './settlement.service';

/** Moves the parts of paid orders, and cancels those that have not left yet. */
@Injectable()
export class FulfilmentService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly queries: OrdersQueries,
    private readonly moving: Moving,
    private readonly settlement: SettlementService,
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
      await this.moving.save(order, moving);
      const factOf = ({ id }: OrderPart) =>
        status === 'shipped' ? new PartShipped(order.id, id) : new PartDelivered(order.id, id, 'vendor');
      await this.events.publish(...moving.map(factOf));
    });
  }

  /**
   * Stock returns and what was paid for the parts goes back. A buyer who leaves nothing of an order that is not paid yet
   * is not charged any more. @throws InvalidTransition when none is pending
   */
  async cancel(reader: Reader, orderId: number, { partId }: CancelRequest): Promise<void> {
    const isOver = await this.database.run(async () => {
      const { order, parts, standing } = await this.queries.lockVisible(reader, orderId);
      const mine = parts.filter((part) => mayCancelPart(standing, part));
      if (mine.length === 0) throw new PermissionDenied('Only the customer or the vendor may cancel.');
      const wanted = chosen(mine, partId);
      const leaving = wanted.filter((part) => canCancelPart(standing, part));
      if (leaving.length === 0) {
        throw new InvalidTransition(wanted[0].status, NEXT_BY_VENDOR[wanted[0].status]);
      }
      await this.moving.cancel(order, leaving, standing.isCustomer ? 'buyer' : 'vendor');
      return standing.isCustomer && order.paymentStatus === 'pending' && order.status === 'cancelled';
    });
    if (isOver) await this.settlement.end(orderId);
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
