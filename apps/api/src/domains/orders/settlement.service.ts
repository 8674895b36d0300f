import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { CartFillingService } from '../cart/cart-filling.service';
import { CartsMerged } from '../cart/cart.events';
import { CartService } from '../cart/cart.service';
import type { ChargeResult } from '../payments/gateway';
import { PaymentSettled } from '../payments/payments.events';
import { PaymentsService } from '../payments/payments.service';
import { StockService } from '../products/stock.service';
import { Order } from './order.entity';
import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import {
  LatePaymentReturned,
  OrderPaid,
  OrderPlaced,
  PartDelivered,
  PartsCancelled,
  PaymentFellThrough,
} from './orders.events';
import { Refunding, subjectOf } from './refunding';

const SWEPT_AT_ONCE = 50;
const SUBJECT = /^order:(\d+)$/;

/** Carries out what became of an order's payment. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly payments: PaymentsService,
    private readonly refunding: Refunding,
    private readonly stock: StockService,
    private readonly carts: CartService,
    private readonly filling: CartFillingService,
  ) {
    // in the unit of work that records it: no moment lies between the money and the order
    events.during(PaymentSettled, async ({ subject, ...result }) => {
      const [, orderId] = SUBJECT.exec(subject) ?? [];
      if (orderId) await this.settle(Number(orderId), result);
    });
    events.during(CartsMerged, async ({ fromCartId, cartId }) => {
      await this.repoint('cartId', fromCartId, cartId);
      await this.repoint('emptiedCartId', fromCartId, cartId);
    });
  }

  /**
   * The one place where a payment's outcome reaches an order: for the request that waits, for the gateway's late
   * word and for the sweeper, in any order and any number of times.
   */
  settle(orderId: number, { status, reference }: ChargeResult): Promise<void> {
    return this.database.run(async () => {
      const order = await this.lock(orderId);
      if (order.paymentStatus === 'pending') {
        if (status === 'succeeded') await this.confirm(order, reference);
        if (status === 'failed') await this.giveUp(order);
        if (status === 'pending') await this.awaitPayment(order);
      } else if (order.paymentStatus === 'failed' && status === 'succeeded') {
        await this.returnLateMoney(order, reference);
      }
    });
  }

  /** Gives back what unpaid orders have held for too long. */
  async sweep(at = new Date()): Promise<void> {
    const overdue = await this.database.repository(Order).find({
      where: { paymentStatus: 'pending', reservedUntil: LessThanOrEqual(at) },
      order: { reservedUntil: 'ASC' },
      take: SWEPT_AT_ONCE,
    });
    // all at once: a gateway that does not answer keeps nobody's goods longer than it can
    await Promise.all(overdue.map(({ id }) => this.end(id)));
  }

  /** The gateway is told first, so that no money comes for goods that are somebody else's; if it does, it goes back. */
  async end(orderId: number): Promise<void> {
    const outcome = await this.payments.cancel(subjectOf(orderId));
    await this.settle(
      orderId,
      outcome.status === 'succeeded' ? outcome : { status: 'failed', reference: null },
    );
  }

  /** The order's row, locked until the unit of work ends. */
  lock(orderId: number): Promise<Order> {
    const query = this.database.repository(Order).createQueryBuilder('placed').where({ id: orderId });
    return this.database.locked(query).getOneOrFail();
  }

  private async confirm(order: Order, reference: string | null): Promise<void> {
    const parts = await this.partsOf(order);
    const items = await this.itemsOf(order);
    const now = new Date();
    order.complete = true;
    order.paymentStatus = 'paid';
    order.transactionId = reference;
    order.reservedUntil = null;
    await this.events.publish(
      new OrderPaid(
        order.id,
        parts.map(({ id }) => id),
      ),
    );
    for (const part of parts) {
      if (part.status === 'cancelled') await this.refunding.payBackRest(order, part);
      else if (items.every((item) => item.partId !== part.id || item.digital)) part.moveTo('delivered', now);
    }
    order.follow(parts);
    const live = new Set(parts.filter((part) => part.status !== 'cancelled').map(({ id }) => id));
    const sold = items.filter(({ partId }) => live.has(partId));
    if (live.size > 0) await this.emptyCart(order, items);
    await this.write(order);
    const changed = parts.filter(({ status }) => status !== 'pending');
    if (changed.length > 0) await this.database.repository(OrderPart).save(changed);
    await this.stock.recordSale(sold);
    if (live.size > 0) await this.events.publish(new OrderPlaced(order.id));
    for (const { id, status } of parts) {
      if (status === 'delivered') await this.events.publish(new PartDelivered(order.id, id, 'market'));
    }
  }

  private async giveUp(order: Order): Promise<void> {
    const parts = await this.database
      .repository(OrderPart)
      .findBy({ orderId: order.id, status: Not('cancelled') });
    const now = new Date();
    for (const part of parts) part.moveTo('cancelled', now);
    order.paymentStatus = 'failed';
    order.status = 'cancelled';
    order.reservedUntil = null;
    await this.database.repository(Order).save(order);
    await this.database.repository(OrderPart).save(parts);
    const cause = { reason: 'released', orderNumber: order.number } as const;
    const items = await this.itemsOf(order, parts);
    // nothing more follows when they were cancelled before
    if (parts.length === 0) return;
    await this.stock.giveBack(items, cause);
    await this.events.publish(
      new PartsCancelled(
        order.id,
        parts.map(({ id }) => id),
        'market',
      ),
    );
    if (order.emptiedCartId !== null) {
      const isInCart = await this.filling.putBack(order.emptiedCartId, items);
      await this.events.publish(
        new PaymentFellThrough(
          order.id,
          parts.map(({ id }) => id),
          isInCart,
        ),
      );
    }
  }

  /** The goods may be somebody else's by now. */
  private async returnLateMoney(order: Order, reference: string | null): Promise<void> {
    const { id, totalAmount } = order;
    await this.payments.refund({ subject: subjectOf(id), key: `late:${id}`, amount: totalAmount });
    await this.events.publish(new LatePaymentReturned(id, totalAmount));
    order.transactionId = reference;
    order.noteRefund(totalAmount);
    const parts = await this.partsOf(order);
    for (const part of parts) part.refundedAmount = part.total;
    await this.database.repository(Order).save(order);
    await this.database.repository(OrderPart).save(parts);
  }

  private async awaitPayment(order: Order): Promise<void> {
    if (order.cartId === null) return;
    order.emptiedCartId = order.cartId;
    await this.emptyCart(order, await this.itemsOf(order));
    await this.write(order);
  }

  /** Once: what is put into the cart afterwards is another purchase. Saves nothing of the order. */
  private async emptyCart(order: Order, items: OrderItem[]): Promise<void> {
    if (order.cartId === null) return;
    await this.carts.takeOut(order.cartId, items);
    await this.repoint('cartId', order.cartId, null);
    order.cartId = null;
  }

  /** What is still to be paid was placed from a cart that has moved, or that another order has emptied. */
  private async repoint(field: 'cartId' | 'emptiedCartId', from: number, to: number | null): Promise<void> {
    const orders = this.database.repository(Order);
    const open = await orders.find({
      select: { id: true },
      where: { paymentStatus: 'pending', [field]: from },
      order: { id: 'ASC' },
    });
    if (open.length > 0) await orders.update({ id: In(open.map(({ id }) => id)) }, { [field]: to });
  }

  /** All that a payment changes; the row is locked, so nothing needs to be read before. */
  private async write(order: Order): Promise<void> {
    await this.database.repository(Order).update(
      { id: order.id },
      {
        complete: order.complete,
        paymentStatus: order.paymentStatus,
        transactionId: order.transactionId,
        reservedUntil: order.reservedUntil,
        status: order.status,
        refundedAmount: order.refundedAmount,
        cartId: order.cartId,
        emptiedCartId: order.emptiedCartId,
      },
    );
  }

  private partsOf({ id }: Order): Promise<OrderPart[]> {
    return this.database.repository(OrderPart).find({ where: { orderId: id }, order: { id: 'ASC' } });
  }

  private async itemsOf({ id }: Order, parts?: OrderPart[]): Promise<OrderItem[]> {
    const items = await this.database.repository(OrderItem).findBy({ orderId: id });
    return parts ? items.filter(({ partId }) => parts.some((part) => part.id === partId)) : items;
  }
}
