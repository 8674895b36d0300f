import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Correspondence, type Words } from '../../platform/mail/correspondence';
import { Pictures } from '../../platform/storage/pictures';
import { accessTokenOf } from '../orders/order-number';
import { Order } from '../orders/order.entity';
import { OrderItem } from '../orders/order-item.entity';
import { OrderPart } from '../orders/order-part.entity';
import { OrderReturn } from '../orders/order-return.entity';
import {
  LatePaymentReturned,
  OrderPlaced,
  PartDelivered,
  PartRefunded,
  PartShipped,
  PartsCancelled,
  PaymentFellThrough,
  ReturnAnswered,
  ReturnRequested,
  ReturnWithdrawn,
} from '../orders/orders.events';
import { ShippingAddress } from '../orders/shipping-address.entity';
import { StoresQueries } from '../stores/stores.queries';
import { erasedAddress } from '../users/erasure.service';
import { UsersService } from '../users/users.service';
import * as letters from './order-letters';
import type { Told } from './order-letters';

/** Writes to buyers and vendors about their orders: one mail per fact and reader, however often the fact is told. */
@Injectable()
export class OrderMails {
  constructor(
    events: Events,
    private readonly config: Config,
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly stores: StoresQueries,
    private readonly pictures: Pictures,
    private readonly correspondence: Correspondence,
  ) {
    events.on(OrderPlaced, 'order-mails', ({ orderId }) => this.placed(orderId));
    events.on(PartShipped, 'order-mails', (fact) => this.moved('shipped', fact, letters.shippedLetter));
    events.on(PartDelivered, 'order-mails', (fact) => this.moved('delivered', fact, letters.deliveredLetter));
    events.on(PartsCancelled, 'order-mails', (fact) => this.cancelled(fact));
    events.on(PartRefunded, 'order-mails', ({ orderId, partId, key, amount, reason }) =>
      this.toBuyer(`refunded:${key}`, orderId, [partId], (told) =>
        letters.refundedLetter(told, amount, reason),
      ),
    );
    events.on(ReturnRequested, 'order-mails', (fact) => this.returnAsked(fact));
    events.on(ReturnAnswered, 'order-mails', (fact) => this.returnAnswered(fact));
    events.on(ReturnWithdrawn, 'order-mails', (fact) => this.returnWithdrawn(fact));
    events.on(PaymentFellThrough, 'order-mails', ({ orderId, partIds, inCart }) =>
      this.toBuyer(`unpaid:${orderId}`, orderId, partIds, (told) =>
        letters.unpaidLetter(told, inCart ? `${this.config.siteUrl}/cart` : null),
      ),
    );
    events.on(LatePaymentReturned, 'order-mails', ({ orderId, amount }) =>
      this.toBuyer(`late:${orderId}`, orderId, [], (told) => letters.lateLetter(told, amount)),
    );
    events.lane('order-mails', 4);
  }

  private async placed(orderId: number): Promise<void> {
    const found = await this.database.repository(OrderPart).findBy({ orderId });
    const parts = found.filter(({ status }) => status !== 'cancelled');
    if (parts.length === 0) return;
    const ids = parts.map(({ id }) => id);
    await this.toBuyer(`placed:${orderId}`, orderId, ids, letters.placedLetter);
    for (const part of parts) await this.toVendor(`sale:${part.id}`, part, letters.saleLetter);
  }

  private moved(
    kind: string,
    { orderId, partId }: PartShipped | PartDelivered,
    words: (told: Told) => Words,
  ): Promise<void> {
    return this.toBuyer(`${kind}:${partId}`, orderId, [partId], words);
  }

  /** What was never paid for and given up with the whole order was told when the payment failed. */
  private async cancelled({ orderId, partIds, by }: PartsCancelled): Promise<void> {
    const order = await this.database.repository(Order).findOneByOrFail({ id: orderId });
    // who was declined has been told, and PaymentFellThrough tells the others
    if (by === 'market' && order.paymentStatus === 'failed') return;
    await this.toBuyer(`cancelled:${partIds[0]}`, orderId, partIds, letters.cancelledLetter);
    if (!order.complete) return;
    for (const part of await this.database.repository(OrderPart).findBy({ id: In(partIds) }))
      await this.toVendor(`called-off:${part.id}`, part, letters.calledOffLetter);
  }

  /** Unless it was withdrawn before. */
  private async returnAsked({ partId, returnId }: ReturnRequested): Promise<void> {
    const { asked, part } = await this.returnOf(partId, returnId);
    if (asked.status === 'withdrawn') return;
    const url = `${this.config.siteUrl}/dashboard/orders?status=returns`;
    await this.toVendor(`return-asked:${returnId}`, part, (told) =>
      letters.returnAskedLetter({ ...told, url }, asked),
    );
  }

  private async returnWithdrawn({ partId, returnId }: ReturnWithdrawn): Promise<void> {
    const { asked, part } = await this.returnOf(partId, returnId);
    await this.toVendor(`return-withdrawn:${returnId}`, part, (told) =>
      letters.returnWithdrawnLetter(told, asked),
    );
  }

  private async returnOf(partId: number, returnId: number): Promise<{ asked: OrderReturn; part: OrderPart }> {
    const asked = await this.database.repository(OrderReturn).findOneByOrFail({ id: returnId });
    return { asked, part: await this.database.repository(OrderPart).findOneByOrFail({ id: partId }) };
  }

  private async returnAnswered({ orderId, partId, returnId }: ReturnAnswered): Promise<void> {
    const asked = await this.database.repository(OrderReturn).findOneByOrFail({ id: returnId });
    await this.toBuyer(`return-answered:${returnId}`, orderId, [partId], (told) =>
      letters.returnAnsweredLetter(told, asked),
    );
  }

  private async toBuyer(
    cause: string,
    orderId: number,
    partIds: number[],
    words: (told: Told) => Words,
  ): Promise<void> {
    const order = await this.database.repository(Order).findOneByOrFail({ id: orderId });
    const { customerId, number, email } = order;
    if (customerId !== null && email === erasedAddress(customerId)) return;
    const secret = customerId === null ? `?token=${accessTokenOf(number, this.config.jwtSecret)}` : '';
    await this.correspondence.once(cause, email, async () => words(await this.told(order, partIds, secret)));
  }

  private async toVendor(cause: string, part: OrderPart, words: (told: Told) => Words): Promise<void> {
    const store = (await this.stores.byIds([part.storeId])).get(part.storeId);
    const vendor = store && (await this.users.byIds([store.vendorId])).get(store.vendorId)?.user;
    if (!vendor?.isActive) return;
    const order = await this.database.repository(Order).findOneByOrFail({ id: part.orderId });
    const url = `${this.config.siteUrl}/dashboard/orders?search=${order.number}`;
    await this.correspondence.once(cause, vendor.email, async () =>
      words({ ...(await this.told(order, [part.id], '')), url }),
    );
  }

  private async told(order: Order, partIds: number[], secret: string): Promise<Told> {
    const ofThese = { id: In([0, ...partIds]) };
    const byId = { id: 'ASC' as const };
    const [parts, items, address] = await Promise.all([
      this.database.repository(OrderPart).find({ where: ofThese, order: byId }),
      this.database.repository(OrderItem).find({ where: { partId: ofThese.id }, order: byId }),
      this.database.repository(ShippingAddress).findOneBy({ orderId: order.id }),
    ]);
    const pictures = new Map(
      await Promise.all(items.map(async (item) => [item.id, await this.pictureOf(item)] as const)),
    );
    return {
      order,
      parts,
      items,
      address,
      url: `${this.config.siteUrl}/orders/${order.id}${secret}`,
      pictureOf: ({ id }) => pictures.get(id) ?? null,
    };
  }

  private async pictureOf({ imageKey, imageWidth }: OrderItem): Promise<string | null> {
    if (!imageKey || !imageWidth) return null;
    const url = await this.pictures.thumbnailUrl(`${imageKey}-${imageWidth}`);
    return url ? new URL(url, this.config.siteUrl).href : null;
  }
}
