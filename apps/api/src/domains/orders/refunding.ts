import { Injectable } from '@nestjs/common';
import type { RefundActor } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { PaymentsService } from '../payments/payments.service';
import { StockService } from '../products/stock.service';
import { OrderRefund } from './order-refund.entity';
import { OrderItem } from './order-item.entity';
import { Order } from './order.entity';
import { OrderPart } from './order-part.entity';
import { PartRefunded } from './orders.events';
import type { RefundSum, Wanted } from './refund-sum';

/** What a charge is known by to the payments. Every attempt to pay is an order of its own, so it has its own charge. */
export const subjectOf = (orderId: number) => `order:${orderId}`;

export interface PayBack extends RefundSum {
  /** At most 60 characters. */
  key: string;
  actor: RefundActor;
  reason: string | null;
  requestHash: string;
}

/** The one way by which money of a part goes back. The caller has locked the order. */
@Injectable()
export class Refunding {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly payments: PaymentsService,
    private readonly stock: StockService,
  ) {}

  /** Units of the part's items go back, with what they are worth and the rest of what is wanted; all of it is saved. */
  async giveBack(
    order: Order,
    part: OrderPart,
    { lines }: Wanted,
    { sum, ...refund }: Omit<PayBack, keyof RefundSum> & { sum: RefundSum },
  ): Promise<void> {
    // of what was paid for there may be nothing left, and the goods come back all the same
    if (sum.amount > 0) await this.payBack(order, part, { ...refund, ...sum });
    else if (lines.length > 0) await this.note(part, { ...refund, ...sum });
    for (const [index, { item, quantity }] of lines.entries()) {
      item.refundedQuantity += quantity;
      item.refundedAmount += sum.lines[index]?.amount ?? 0;
    }
    await this.database.repository(OrderItem).save(lines.map(({ item }) => item));
    await this.database.repository(OrderPart).save(part);
    await this.database.repository(Order).save(order);
    await this.restock(
      order,
      lines.filter(({ restock }) => restock),
    );
  }

  /** Units that went back, now or before, are for sale again. */
  async restock(
    { number }: Order,
    lines: Pick<Wanted['lines'][number], 'item' | 'quantity'>[],
  ): Promise<void> {
    if (lines.length === 0) return;
    for (const { item, quantity } of lines) item.restockedQuantity += quantity;
    await this.database.repository(OrderItem).save(lines.map(({ item }) => item));
    await this.stock.giveBack(
      lines.map(({ item: { variantId }, quantity }) => ({ variantId, quantity })),
      { reason: 'returned', orderNumber: number },
    );
  }

  /** All that is left of a part that was cancelled; nothing when all of it went back before, or it was free. */
  async payBackRest(order: Order, part: OrderPart): Promise<void> {
    const amount = part.refundable;
    if (amount === 0) return;
    const shipping = part.refundableShipping;
    const key = `part:${part.id}`;
    await this.payBack(order, part, {
      key,
      amount,
      shipping,
      lines: [],
      reason: null,
      actor: 'market',
      requestHash: '',
    });
  }

  /** Saves neither order nor part. */
  private async payBack(order: Order, part: OrderPart, refund: PayBack): Promise<void> {
    const { key, amount, shipping, reason } = refund;
    if (amount > part.refundable) throw new RangeError('More than was paid for a part cannot go back.');
    await this.payments.refund({ subject: subjectOf(order.id), key, amount });
    order.noteRefund(amount);
    part.refundedAmount += amount;
    part.refundedShipping += shipping;
    await this.note(part, refund);
    await this.events.publish(new PartRefunded(order.id, part.id, key, amount, reason));
  }

  /** The same key is known again by it. */
  private async note({ id, orderId }: OrderPart, { lines, ...refund }: PayBack): Promise<void> {
    await this.database
      .repository(OrderRefund)
      .insert({ ...refund, items: lines, orderId, partId: id, createdAt: new Date() });
  }
}
