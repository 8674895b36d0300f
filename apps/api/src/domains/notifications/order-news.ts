import { Injectable } from '@nestjs/common';
import { formatMinor, type NotificationData, type NotificationKind } from '@souk/contracts';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OrderItem } from '../orders/order-item.entity';
import { OrderPart } from '../orders/order-part.entity';
import { Order } from '../orders/order.entity';
import {
  LatePaymentReturned,
  OrderPlaced,
  PartDelivered,
  PartRefunded,
  PartsCancelled,
  PartShipped,
  PaymentFellThrough,
  ReturnAnswered,
  ReturnRequested,
  ReturnWithdrawn,
} from '../orders/orders.events';
import { StoresQueries } from '../stores/stores.queries';
import { NotificationsService, type News } from './notifications.service';

/** A fact about a part of an order. */
interface OfPart {
  orderId: number;
  partId: number;
}

interface Told {
  order: Order;
  part: OrderPart;
}

/** Tells buyers of what they bought, and vendors of what they sold. Guests have no bell. */
@Injectable()
export class OrderNews {
  constructor(
    events: Events,
    private readonly database: Database,
    private readonly stores: StoresQueries,
    private readonly notifications: NotificationsService,
  ) {
    events.on(OrderPlaced, 'notifications', ({ orderId }, eventId) => this.placed(eventId, orderId));
    events.on(PaymentFellThrough, 'notifications', ({ orderId }, eventId) => this.unpaid(eventId, orderId));
    events.on(LatePaymentReturned, 'notifications', (fact, eventId) => this.cameTooLate(eventId, fact));
    events.on(PartsCancelled, 'notifications', (fact, eventId) => this.cancelled(eventId, fact));
    events.on(PartShipped, 'notifications', (fact, eventId) =>
      this.toBuyer(eventId, fact, 'order_shipped', (told) => ({
        ...ofStore(told),
        carrier: told.part.carrier,
      })),
    );
    events.on(PartDelivered, 'notifications', (fact, eventId) => this.delivered(eventId, fact));
    events.on(PartRefunded, 'notifications', (fact, eventId) =>
      this.toBuyer(eventId, fact, 'order_refunded', (told) => ({
        ...ofStore(told),
        ...amount(told.order, fact.amount),
      })),
    );
    events.on(ReturnRequested, 'notifications', (fact, eventId) =>
      this.toVendor(eventId, fact, 'return_requested', (told) => ({
        ...ofStore(told),
        returnId: fact.returnId,
      })),
    );
    events.on(ReturnWithdrawn, 'notifications', (fact, eventId) =>
      this.toVendor(eventId, fact, 'return_withdrawn', (told) => ({
        ...ofStore(told),
        returnId: fact.returnId,
      })),
    );
    events.on(ReturnAnswered, 'notifications', (fact, eventId) =>
      this.toBuyer(eventId, fact, 'return_answered', (told) => ({ ...ofStore(told), answer: fact.answer })),
    );
  }

  async placed(eventId: number, orderId: number): Promise<void> {
    const order = await this.order(orderId);
    const parts = await this.database.repository(OrderPart).findBy({ orderId });
    const items = await this.database
      .repository(OrderItem)
      .find({ where: { orderId }, order: { id: 'ASC' } });
    const sales = [...(await this.byVendor(parts))].map(([userId, sold]): News => {
      const goods = items.filter(({ partId }) => sold.some(({ id }) => id === partId));
      const total = sold.reduce((sum, part) => sum + part.total, 0);
      const units = goods.reduce((sum, { quantity }) => sum + quantity, 0);
      const data = { ...ofOrder(order), ...amount(order, total), firstItem: goods[0]?.name ?? '', units };
      return { userId, kind: 'sale', data };
    });
    const bought = ofBuyer(order, 'order_placed', { ...ofOrder(order), ...amount(order, order.totalAmount) });
    await this.notifications.tell(eventId, ...bought, ...sales);
  }

  private async unpaid(eventId: number, orderId: number): Promise<void> {
    const order = await this.order(orderId);
    await this.notifications.tell(eventId, ...ofBuyer(order, 'order_unpaid', ofOrder(order)));
  }

  private async cameTooLate(eventId: number, { orderId, amount: paid }: LatePaymentReturned): Promise<void> {
    const order = await this.order(orderId);
    const data = { ...ofOrder(order), ...amount(order, paid) };
    await this.notifications.tell(eventId, ...ofBuyer(order, 'payment_returned', data));
  }

  /** Nobody needs to hear what they have done themselves, nor vendors of what was never paid for. */
  private async cancelled(eventId: number, { orderId, partIds, by }: PartsCancelled): Promise<void> {
    const order = await this.order(orderId);
    if (order.paymentStatus === 'failed') return;
    const parts = await this.database.repository(OrderPart).findBy({ id: In(partIds) });
    const storeNames = parts.map(({ storeName }) => storeName);
    const forBuyer = ofBuyer(order, 'order_cancelled', { ...ofOrder(order), storeNames });
    const forVendors = [...(await this.byVendor(parts))].flatMap(([userId, [part]]): News[] =>
      part ? [{ userId, kind: 'sale_cancelled', data: ofStore({ order, part }) }] : [],
    );
    await this.notifications.tell(
      eventId,
      ...(by === 'buyer' ? [] : forBuyer),
      ...(by === 'vendor' || !order.complete ? [] : forVendors),
    );
  }

  /** What is downloaded is there at once, which the order says. */
  private async delivered(eventId: number, fact: PartDelivered): Promise<void> {
    if (fact.by === 'vendor' || fact.by === 'staff')
      await this.toBuyer(eventId, fact, 'order_delivered', ofStore);
  }

  private async toBuyer<K extends NotificationKind>(
    eventId: number,
    fact: OfPart,
    kind: K,
    words: (told: Told) => NotificationData[K],
  ): Promise<void> {
    const told = await this.told(fact);
    await this.notifications.tell(eventId, ...ofBuyer(told.order, kind, words(told)));
  }

  private async toVendor<K extends NotificationKind>(
    eventId: number,
    fact: OfPart,
    kind: K,
    words: (told: Told) => NotificationData[K],
  ): Promise<void> {
    const told = await this.told(fact);
    const [userId] = (await this.byVendor([told.part])).keys();
    if (userId) await this.notifications.tell(eventId, newsFor(userId, kind, words(told)));
  }

  private async told({ orderId, partId }: OfPart): Promise<Told> {
    const part = await this.database.repository(OrderPart).findOneByOrFail({ id: partId });
    return { order: await this.order(orderId), part };
  }

  private order(id: number): Promise<Order> {
    return this.database.repository(Order).findOneByOrFail({ id });
  }

  private async byVendor(parts: OrderPart[]): Promise<Map<number, OrderPart[]>> {
    const stores = await this.stores.byIds(parts.map(({ storeId }) => storeId));
    const groups = new Map<number, OrderPart[]>();
    for (const part of parts) {
      const vendorId = stores.get(part.storeId)?.vendorId;
      if (vendorId) groups.set(vendorId, [...(groups.get(vendorId) ?? []), part]);
    }
    return groups;
  }
}

const newsFor = <K extends NotificationKind>(userId: number, kind: K, data: NotificationData[K]): News =>
  ({ userId, kind, data }) as News;

/** Nothing for guests. */
const ofBuyer = <K extends NotificationKind>(
  { customerId }: Order,
  kind: K,
  data: NotificationData[K],
): News[] => (customerId === null ? [] : [newsFor(customerId, kind, data)]);

const ofOrder = ({ id, number }: Order) => ({ orderId: id, orderNumber: number });

const ofStore = ({ order, part }: Told) => ({ ...ofOrder(order), storeName: part.storeName });

/** @param minor minor units */
const amount = ({ currency }: Order, minor: number) => ({ amount: formatMinor(minor), currency });
