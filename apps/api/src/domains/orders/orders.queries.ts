import { Injectable } from '@nestjs/common';
import type { OrderQuery } from '@souk/contracts/orders.dto';
import type { SalesQuery } from '@souk/contracts/sales.dto';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor, MaybeActor } from '../../platform/access/actor';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page, type Order as Sorting, type PageOf } from '../../platform/http/pagination';
import { StoresQueries } from '../stores/stores.queries';
import { lessAdvanced } from './order-status';
import type { OrderView } from './order-view';
import { narrowOrders } from './order-filters';
import { OrderRefund } from './order-refund.entity';
import { Order } from './order.entity';
import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import { OrderReturn } from './order-return.entity';
import { canSeePart, type Standing } from './orders.policy';
import { ShippingAddress } from './shipping-address.entity';

/** Who wants to see an order. */
export interface Reader {
  actor: MaybeActor;
  /** Secret of a guest's order, from the link. */
  token: string | null;
}

const NEWEST: Sorting<Order> = { by: 'placed.id', id: 'placed.id', direction: 'DESC', key: ({ id }) => id };
/** Parts of the order, in a sub-select, that belong to one vendor. */
const OWN_PARTS = `SELECT 1 FROM order_parts part JOIN stores store ON store.id = part.store_id
  WHERE part.order_id = placed.id AND store.vendor_id = :vendorId`;
/** Ids of parts with a return that waits for its vendor. */
export const WAITING_RETURNS = `SELECT asked.part_id FROM order_returns asked WHERE asked.status = 'requested'`;

@Injectable()
export class OrdersQueries {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresQueries,
  ) {}

  /** The own purchases, the own sales, and what the secret opens. */
  visibleTo({ actor, token }: Reader): SelectQueryBuilder<Order> {
    const orders = this.database.repository(Order).createQueryBuilder('placed');
    if (actor?.isStaff) return orders;
    return orders.where(
      `(placed.customerId = :customerId OR placed.accessHash = :accessHash
        OR (placed.paymentStatus <> :failed AND EXISTS (${OWN_PARTS})))`,
      {
        customerId: actor?.id ?? 0,
        accessHash: token === null ? '' : hashSecret(token),
        failed: 'failed',
        vendorId: actor?.id ?? 0,
      },
    );
  }

  /** @throws NotFound, for other people's orders as for missing ones */
  async findVisible(reader: Reader, id: number): Promise<OrderView> {
    const order = await this.visibleTo(reader).andWhere('placed.id = :id', { id }).getOne();
    if (!order) throw new NotFound('order');
    const storeIds = await this.storesOf(reader.actor);
    const accessHash = reader.token === null ? null : hashSecret(reader.token);
    const standing = {
      isCustomer:
        (order.customerId !== null && order.customerId === reader.actor?.id) ||
        (order.accessHash !== null && order.accessHash === accessHash),
      isStaff: reader.actor?.isStaff ?? false,
      storeIds,
    };
    const [view] = await this.views([order], standing);
    if (!view) throw new NotFound('order');
    return view;
  }

  /** The same of an order that nobody else changes until the unit of work ends. @throws NotFound */
  async lockVisible(reader: Reader, id: number): Promise<OrderView> {
    await this.findVisible(reader, id);
    const order = this.database.repository(Order).createQueryBuilder('placed').where({ id });
    await this.database.locked(order).getOneOrFail();
    return this.findVisible(reader, id);
  }

  /** Attempts whose payment failed are left out. */
  async purchases(actor: Actor, query: OrderQuery): Promise<PageOf<OrderView>> {
    const orders = this.paidOrPending().andWhere('placed.customerId = :customerId', { customerId: actor.id });
    if (query.status) orders.andWhere('placed.status = :status', { status: query.status });
    narrowOrders(orders, query);
    const standing = { isCustomer: true, isStaff: false, storeIds: await this.storesOf(actor) };
    const { items, ...rest } = await page(orders, NEWEST, query);
    return { ...rest, items: await this.views(items, standing) };
  }

  /** Every purchase, failed attempts too, oldest first. */
  async heldOn(customerId: number): Promise<OrderView[]> {
    const orders = await this.database
      .repository(Order)
      .find({ where: { customerId }, order: { id: 'ASC' } });
    return this.views(orders, { isCustomer: true, isStaff: false, storeIds: new Set() });
  }

  /** Orders with own parts, and nothing but those of each. */
  async sales(actor: Actor, query: SalesQuery): Promise<PageOf<OrderView>> {
    const own = query.store ? `${OWN_PARTS} AND part.store_id = :storeId` : OWN_PARTS;
    const orders = this.paidOrPending().andWhere(`EXISTS (${own})`, {
      vendorId: actor.id,
      storeId: query.store ?? 0,
    });
    if (query.status) {
      orders.andWhere(`EXISTS (${own} AND part.status = :status)`, { status: query.status });
      const earlier = lessAdvanced(query.status);
      if (earlier.length > 0) {
        orders.andWhere(`NOT EXISTS (${own} AND part.status IN (:...earlier))`, { earlier });
      }
    }
    if (query.returnsWaiting !== undefined) {
      const waiting = `EXISTS (${own} AND part.id IN (${WAITING_RETURNS}))`;
      orders.andWhere(query.returnsWaiting ? waiting : `NOT ${waiting}`);
    }
    // what others sold in the same order is not found by it
    narrowOrders(orders, query, { parts: own, buyers: true });
    const ownIds = await this.storesOf(actor);
    const storeIds = query.store ? new Set([query.store].filter((id) => ownIds.has(id))) : ownIds;
    const { items, ...rest } = await page(orders, NEWEST, query);
    return { ...rest, items: await this.views(items, { isCustomer: false, isStaff: false, storeIds }) };
  }

  /** Of these products, the ones that the user has paid for and not cancelled. */
  async paidProductIds(userId: number, productIds: number[]): Promise<Set<number>> {
    const pairs = await this.paidPairs(productIds.map((productId) => ({ userId, productId })));
    return new Set(productIds.filter((productId) => pairs.has(`${userId}:${productId}`)));
  }

  /** Of these pairs, as "userId:productId", the ones that were paid for and not cancelled. */
  async paidPairs(pairs: { userId: number; productId: number }[]): Promise<Set<string>> {
    if (pairs.length === 0) return new Set();
    const rows = await this.database
      .repository(OrderItem)
      .createQueryBuilder('item')
      .innerJoin('item.order', 'placed')
      .innerJoin('item.part', 'part')
      .select('placed.customerId', 'userId')
      .addSelect('item.productId', 'productId')
      .distinct(true)
      .where('placed.complete = :yes AND part.status <> :cancelled', { yes: true, cancelled: 'cancelled' })
      .andWhere('placed.customerId IN (:...userIds)', { userIds: pairs.map(({ userId }) => userId) })
      .andWhere('item.productId IN (:...productIds)', { productIds: pairs.map(({ productId }) => productId) })
      .getRawMany<{ userId: number; productId: number }>();
    const paid = new Set(rows.map(({ userId, productId }) => `${userId}:${productId}`));
    return new Set(
      pairs.map(({ userId, productId }) => `${userId}:${productId}`).filter((pair) => paid.has(pair)),
    );
  }

  private paidOrPending(): SelectQueryBuilder<Order> {
    return this.database
      .repository(Order)
      .createQueryBuilder('placed')
      .where('placed.paymentStatus <> :failed', { failed: 'failed' });
  }

  private async storesOf(actor: MaybeActor): Promise<ReadonlySet<number>> {
    return new Set(actor?.userType === 'vendor' ? await this.stores.idsOwnedBy(actor.id) : []);
  }

  private async views(orders: Order[], standing: Standing): Promise<OrderView[]> {
    if (orders.length === 0) return [];
    const ofThese = { orderId: In(orders.map(({ id }) => id)) };
    const byId = { id: 'ASC' as const };
    const parts = await this.database.repository(OrderPart).find({ where: ofThese, order: byId });
    const items = await this.database.repository(OrderItem).find({ where: ofThese, order: byId });
    const refunds = await this.database.repository(OrderRefund).find({ where: ofThese, order: byId });
    const returns = await this.database.repository(OrderReturn).find({ where: ofThese, order: byId });
    const addresses = await this.database.repository(ShippingAddress).findBy(ofThese);
    return orders.map((order) => {
      const seen = parts.filter((part) => part.orderId === order.id && canSeePart(standing, order, part));
      const partIds = new Set(seen.map(({ id }) => id));
      return {
        order,
        parts: seen,
        items: items.filter(({ partId }) => partIds.has(partId)),
        refunds: refunds.filter(({ partId }) => partIds.has(partId)),
        returns: returns.filter(({ partId }) => partIds.has(partId)),
        address: addresses.find(({ orderId }) => orderId === order.id) ?? null,
        standing,
      };
    });
  }
}
