import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { FulfilmentService } from '../domains/orders/fulfilment.service';
import { Order } from '../domains/orders/order.entity';
import { OrderItem } from '../domains/orders/order-item.entity';
import { OrderPart } from '../domains/orders/order-part.entity';
import { PartEvent } from '../domains/orders/part-event.entity';
import { StockService } from '../domains/products/stock.service';
import { ProductVariant } from '../domains/products/product.entity';
import { DEMO_STORES, DEMO_USERS } from './content';
import { bookedAt } from '../domains/ledger/booking-time';
import { DemoActors } from './demo-actors';
import { DemoPayouts } from './demo-payouts';
import { DemoPurchases } from './demo-purchases';
import { random, type Random } from './pictures/random';

const ORDERS = 170;
const DAYS = 45;
/** Everything that was available by then. */
const PAID_OUT_AT = 110;
const CANCELLED_AFTER_DAYS = 0.4;
const EVENT_AFTER_DAYS: Partial<Record<PartEvent['kind'], number>> = {
  shipped: 1.2,
  delivered: 4,
  cancelled: CANCELLED_AFTER_DAYS,
  refunded: CANCELLED_AFTER_DAYS,
};
const DAY_MS = 24 * 3600_000;
const CARRIERS = ['DHL', 'UPS', 'USPS', 'FedEx'];

/** Buys through the same checkout as everybody, then moves the orders into the past. */
@Injectable()
export class DemoOrders {
  constructor(
    private readonly database: Database,
    private readonly purchases: DemoPurchases,
    private readonly fulfilment: FulfilmentService,
    private readonly stock: StockService,
    private readonly actors: DemoActors,
    private readonly payouts: DemoPayouts,
  ) {}

  async create(): Promise<void> {
    const buyers = await this.actors.all(
      DEMO_USERS.filter(({ userType }) => userType === 'buyer').map(({ username }) => username),
    );
    const vendors = new Map(
      (await this.actors.all([...new Set(DEMO_STORES.map(({ vendor }) => vendor))])).map((actor) => [
        actor.id,
        actor,
      ]),
    );
    const variants = await this.database.repository(ProductVariant).find({ order: { id: 'ASC' } });
    const start = await this.database.repository(Order).count();
    for (let number = start; number < ORDERS; number += 1) {
      const rng = random('order', number);
      const buyer = number % 11 === 0 ? buyers[0] : rng.pick(buyers);
      if (!buyer) throw new Error('The demo has no buyers.');
      // the oldest first, so that numbers and dates rise together
      const age = Math.round((DAYS * (ORDERS - number)) / ORDERS);
      const hours = random('hour of order', number).int(0, 10);
      const ordered = new Date(Date.now() - age * DAY_MS - hours * 3600_000);
      const orderId = await bookedAt(ordered, () => this.purchases.place(buyer, rng, variants));
      if (orderId === null) continue;
      await bookedAt(after(ordered, CANCELLED_AFTER_DAYS), () =>
        this.live(orderId, age, rng, vendors, buyer),
      );
      await this.backdate(orderId, ordered);
      if (number === PAID_OUT_AT) await this.payouts.payAll(after(ordered, 1));
    }
    await this.payouts.ask();
    await this.restock();
  }

  /** What went out is on the shelf again, so that the demo is not sold out. */
  private restock(): Promise<void> {
    return this.database.run(async () => {
      const gone = { part: { status: Not('cancelled' as const) } };
      const items = await this.database.repository(OrderItem).find({ where: gone });
      await this.stock.giveBack(items, { reason: 'restocked' });
    });
  }

  /** What became of it, by age: the old ones arrived, the new ones wait, a few were called off. */
  private async live(
    orderId: number,
    age: number,
    rng: Random,
    vendors: Map<number, Actor>,
    buyer: Actor,
  ): Promise<void> {
    const parts = await this.database
      .repository(OrderPart)
      .find({ where: { orderId }, relations: { store: true } });
    for (const part of parts.filter(({ status }) => status === 'pending')) {
      const vendor = vendors.get(part.store?.vendorId ?? 0);
      if (!vendor) continue;
      if (rng.chance(0.08)) {
        await this.fulfilment.cancel({ actor: buyer, token: null }, orderId, { partId: part.id });
        continue;
      }
      const shipment = {
        carrier: rng.pick(CARRIERS),
        trackingNumber: String(rng.int(1e9, 9e9)),
        partId: part.id,
      };
      const shipped = age > 6 || (age > 1 && rng.chance(0.6));
      if (shipped) await this.fulfilment.advance(vendor, orderId, { status: 'shipped', ...shipment });
      if (shipped && (age > 14 || (age > 4 && rng.chance(0.6)))) {
        await this.fulfilment.advance(vendor, orderId, { status: 'delivered', partId: part.id });
      }
    }
  }

  private async backdate(orderId: number, ordered: Date): Promise<void> {
    await this.database.run(async () => {
      await this.database.repository(Order).update({ id: orderId }, { dateOrdered: ordered });
      await this.database.repository(OrderItem).update({ orderId }, { dateAdded: ordered });
      const parts = this.database.repository(OrderPart);
      for (const part of await parts.findBy({ orderId })) {
        await parts.update(
          { id: part.id },
          {
            shippedAt: part.shippedAt && after(ordered, 1.2),
            deliveredAt: part.deliveredAt && after(ordered, part.shippedAt ? 4 : 0),
            cancelledAt: part.cancelledAt && after(ordered, CANCELLED_AFTER_DAYS),
          },
        );
      }
      await this.backdateEvents(orderId, ordered);
    });
  }

  private async backdateEvents(orderId: number, ordered: Date): Promise<void> {
    const events = this.database.repository(PartEvent);
    const shipped = await events.findBy({ orderId, kind: 'shipped' });
    const sent = new Set(shipped.map(({ partId }) => partId));
    for (const { id, partId, kind } of await events.findBy({ orderId })) {
      const days = kind === 'delivered' && !sent.has(partId) ? 0 : EVENT_AFTER_DAYS[kind];
      await events.update({ id }, { createdAt: after(ordered, days ?? 0) });
    }
  }
}

const after = (time: Date, days: number) => new Date(Math.min(time.getTime() + days * DAY_MS, Date.now()));
