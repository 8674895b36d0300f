import { Injectable } from '@nestjs/common';
import { formatMinor, type EventType } from '@souk/contracts';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events, type FactClass } from '../../platform/events/events';
import { OrderItem } from '../orders/order-item.entity';
import { OrderPart } from '../orders/order-part.entity';
import { OrderReturn } from '../orders/order-return.entity';
import { Order } from '../orders/order.entity';
import {
  OrderPlaced,
  PartDelivered,
  PartRefunded,
  PartsCancelled,
  PartShipped,
  ReturnAnswered,
  ReturnRequested,
  ReturnWithdrawn,
} from '../orders/orders.events';
import { Product } from '../products/product.entity';
import { ProductPublished, ProductWithdrawn, StockLow } from '../products/products.events';
import { Review } from '../reviews/review.entity';
import { ReviewPosted } from '../reviews/reviews.events';
import type { Store } from '../stores/store.entity';
import { StoreOpened } from '../stores/stores.events';
import { StoresQueries } from '../stores/stores.queries';
import { orderData, partData, productData, returnData, reviewData, storeData } from './event-data';
import { EventRecorder, type EventDraft } from './event-recorder';

/** A fact, as all of its readers are told of it. */
interface PartNews {
  type: EventType;
  eventId: number;
  orderId: number;
  partIds: number[];
  more?: object;
}

/** Hears the facts that integrators are told of, and says who is told what. */
@Injectable()
export class EventSources {
  constructor(
    events: Events,
    private readonly config: Config,
    private readonly database: Database,
    private readonly stores: StoresQueries,
    private readonly recorder: EventRecorder,
  ) {
    const on = <T extends object>(fact: FactClass<T>, tell: (fact: T, eventId: number) => Promise<void>) =>
      events.on(fact, 'event-feed', tell);
    on(OrderPlaced, ({ orderId }, eventId) => this.placed(orderId, eventId));
    on(PartShipped, (fact, eventId) => this.moved('order_part.shipped', fact, eventId));
    on(PartDelivered, (fact, eventId) => this.moved('order_part.delivered', fact, eventId));
    on(PartsCancelled, ({ orderId, partIds }, eventId) =>
      this.tellOfParts({ type: 'order_part.cancelled', eventId, orderId, partIds }),
    );
    on(PartRefunded, ({ amount, ...fact }, eventId) =>
      this.moved('order_part.refunded', fact, eventId, { refund: { amount: formatMinor(amount) } }),
    );
    on(ReturnRequested, (fact, eventId) => this.returned('return.requested', fact, eventId));
    on(ReturnAnswered, (fact, eventId) => this.returned(`return.${fact.answer}`, fact, eventId));
    on(ReturnWithdrawn, (fact, eventId) => this.returned('return.withdrawn', fact, eventId));
    on(ProductPublished, (fact, eventId) => this.product('product.published', fact, eventId));
    on(ProductWithdrawn, (fact, eventId) => this.product('product.withdrawn', fact, eventId));
    on(StockLow, (fact, eventId) =>
      this.product('stock.low', fact, eventId, { variant: { id: fact.variantId, stockQuantity: fact.left } }),
    );
    on(StoreOpened, ({ storeId }, eventId) => this.opened(storeId, eventId));
    on(ReviewPosted, (fact, eventId) => this.reviewed(fact, eventId));
  }

  private async placed(orderId: number, eventId: number): Promise<void> {
    const found = await this.orderOf(orderId);
    if (!found) return;
    const { order, parts, items, vendorOf } = found;
    const draft = (role: 'vendor' | 'customer', userId: number, own: OrderPart[]): EventDraft => ({
      ...{ userId, cause: `${eventId}:${role}`, type: 'order.placed' },
      data: { role, order: orderData(order), parts: own.map((part) => partData(part, items)) },
    });
    const vendors = [...new Set(parts.map((part) => vendorOf(part)))];
    await this.recorder.record([
      ...vendors.map((id) =>
        draft(
          'vendor',
          id,
          parts.filter((part) => vendorOf(part) === id),
        ),
      ),
      ...(order.customerId === null ? [] : [draft('customer', order.customerId, parts)]),
    ]);
  }

  private moved(
    type: EventType,
    { orderId, partId }: { orderId: number; partId: number },
    eventId: number,
    more?: object,
  ): Promise<void> {
    return this.tellOfParts({ type, eventId, orderId, partIds: [partId], more });
  }

  private async returned(type: EventType, fact: ReturnRequested, eventId: number): Promise<void> {
    const asked = await this.database.repository(OrderReturn).findOneByOrFail({ id: fact.returnId });
    await this.moved(type, fact, eventId, { return: returnData(asked) });
  }

  /** An event for each part, for its vendor and for its buyer; who is both is told in both roles. */
  private async tellOfParts({ type, eventId, orderId, partIds, more }: PartNews): Promise<void> {
    const found = await this.orderOf(orderId);
    if (!found) return;
    const { order, parts, items, vendorOf } = found;
    const drafts = parts
      .filter(({ id }) => partIds.includes(id))
      .flatMap((part) => {
        const about = { order: orderData(order), part: partData(part, items), ...more };
        const draft = (role: 'vendor' | 'customer', userId: number): EventDraft => ({
          ...{ userId, type, cause: `${eventId}:${role}:${part.id}` },
          data: { role, ...about },
        });
        const customer = order.customerId === null ? [] : [draft('customer', order.customerId)];
        return [draft('vendor', vendorOf(part)), ...customer];
      });
    await this.recorder.record(drafts);
  }

  /** Null for one that was never paid: nobody was told that it was placed. */
  private async orderOf(orderId: number) {
    const order = await this.database.repository(Order).findOneByOrFail({ id: orderId });
    if (!order.complete && order.paymentStatus !== 'refunded') return null;
    const [parts, items] = await Promise.all([
      this.database.repository(OrderPart).find({ where: { orderId }, order: { id: 'ASC' } }),
      this.database.repository(OrderItem).find({ where: { orderId }, order: { id: 'ASC' } }),
    ]);
    const stores = await this.stores.byIds(parts.map(({ storeId }) => storeId));
    return {
      ...{ order, parts, items },
      vendorOf: ({ storeId }: OrderPart) => sure(stores.get(storeId)).vendorId,
    };
  }

  private async product(
    type: EventType,
    { productId }: { productId: number },
    eventId: number,
    more?: object,
  ): Promise<void> {
    const product = await this.database.repository(Product).findOneByOrFail({ id: productId });
    const store = await this.storeOf(product.storeId);
    const data = productData(product, store, this.config.currency, more);
    await this.recorder.record([{ userId: store.vendorId, cause: `${eventId}`, type, data }]);
  }

  private async opened(storeId: number, eventId: number): Promise<void> {
    const store = await this.storeOf(storeId);
    const about = { type: 'store.opened' as const, data: storeData(store) };
    await this.recorder.record([{ userId: store.vendorId, cause: `${eventId}`, ...about }]);
  }

  private async reviewed({ reviewId, productId }: ReviewPosted, eventId: number): Promise<void> {
    const review = await this.database.repository(Review).findOneBy({ id: reviewId });
    const product = await this.database.repository(Product).findOneByOrFail({ id: productId });
    // deleted already
    if (!review) return;
    const { vendorId } = await this.storeOf(product.storeId);
    const about = { type: 'review.created' as const, data: reviewData(review) };
    await this.recorder.record([{ userId: vendorId, cause: `${eventId}`, ...about }]);
  }

  private async storeOf(id: number): Promise<Store> {
    return sure((await this.stores.byIds([id])).get(id));
  }
}

function sure(store: Store | undefined): Store {
  if (!store) throw new Error('What was sold or reviewed has a store.');
  return store;
}
