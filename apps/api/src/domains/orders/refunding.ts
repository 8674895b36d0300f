import { Injectable } from '@nestjs/common';
import type { RefundActor } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { PaymentsService } from '../payments/payments.service';
import { OrderRefund } from './order-refund.entity';
import type { Order } from './order.entity';
import type { OrderPart } from './order-part.entity';
import { PartRefunded } from './orders.events';
import type { RefundSum } from './refund-sum';

/** What a charge is known by to the payments. Every attempt to pay is an order of its own, so it has its own charge. */
export const subjectOf = (orderId: number) => `order:${orderId}`;

export interface PayBack extends RefundSum {
  /** At most 60 characters. */
  key: string;
  actor: RefundActor;
  reason: string | null;
  requestHash: string;
}

/** The one way by which money of a part goes back. The caller has locked the order, and saves it and the part. */
@Injectable()
export class Refunding {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly payments: PaymentsService,
  ) {}

  async payBack(order: Order, part: OrderPart, { lines, ...refund }: PayBack): Promise<void> {
    const { key, amount, shipping, reason } = refund;
    if (amount > part.refundable) throw new RangeError('More than was paid for a part cannot go back.');
    await this.payments.refund({ subject: subjectOf(order.id), key, amount });
    order.noteRefund(amount);
    part.refundedAmount += amount;
    part.refundedShipping += shipping;
    await this.database
      .repository(OrderRefund)
      .insert({ ...refund, items: lines, orderId: order.id, partId: part.id, createdAt: new Date() });
    await this.events.publish(new PartRefunded(order.id, part.id, key, amount, reason));
  }

  /** All that is left of a part that was cancelled; nothing when all of it went back before. */
  async payBackRest(order: Order, part: OrderPart): Promise<void> {
    const amount = part.refundable;
    if (amount === 0 && part.refundedAmount > 0) return;
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
}
