import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatMinor, toMinor } from '@souk/contracts';
import type { RefundInput } from '@souk/contracts/refunds.dto';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { NotFound, PermissionDenied, ValidationFailed } from '../../platform/http/errors';
import { canonical } from './idempotency.service';
import { Moving } from './moving';
import { OrderRefund } from './order-refund.entity';
import type { Order } from './order.entity';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import { IdempotencyKeyReused, InvalidTransition } from './orders.errors';
import { canRefundPart, mayRefundPart, sellsPart } from './orders.policy';
import { OrdersQueries } from './orders.queries';
import { refundSum, type Wanted } from './refund-sum';
import { Refunding } from './refunding';
import { Returning } from './returning';

/** Gives back some of what was paid for a part: by its vendor, or by staff. */
@Injectable()
export class RefundsService {
  constructor(
    private readonly database: Database,
    private readonly queries: OrdersQueries,
    private readonly refunding: Refunding,
    private readonly moving: Moving,
    private readonly returning: Returning,
    private readonly audit: AuditLog,
  ) {}

  /** A part of which nothing is left is cancelled or returned, one with nothing left to send is delivered. @param key the same one twice is one refund */
  refund(actor: Actor, orderId: number, partId: number, key: string | null, input: RefundInput) {
    return this.database.run(async () => {
      const reader = { actor, token: null };
      const view = await this.queries.lockVisible(reader, orderId);
      const { order, parts, items, standing } = view;
      const isTheirs = (each: OrderPart) => mayRefundPart(standing, each);
      if (!parts.some(isTheirs)) throw notTheirs();
      const part = parts.find(({ id }) => id === partId);
      if (!part) throw new NotFound('part');
      if (!isTheirs(part)) throw notTheirs();
      const paymentKey = keyOf(partId, key);
      const requestHash = sha256(canonical(input));
      const known = await this.database.repository(OrderRefund).findOneBy({ key: paymentKey });
      if (known) {
        if (known.requestHash !== requestHash) throw new IdempotencyKeyReused();
        return;
      }
      const own = items.filter((item) => item.partId === partId);
      if (!canRefundPart(standing, order, part, own)) throw nothingLeft(order, part);
      const wanted = wantedOf(input, own);
      const sum = refundSum(part, wanted);
      refuseWrong(part, wanted, sum.amount);
      const by = sellsPart(standing, part) ? 'vendor' : 'staff';
      await this.refunding.giveBack(order, part, wanted, {
        sum,
        key: paymentKey,
        requestHash,
        reason: input.reason,
        actor: by,
      });
      if (by === 'staff') await this.record(actor, order, sum.amount, input.reason);
      await this.returning.follow(view, part, by);
      if (part.status !== 'pending') return;
      const left = own.filter(({ unitsLeft }) => unitsLeft > 0);
      if (left.length === 0) await this.moving.cancel(order, [part], by);
      else if (left.every(({ digital }) => digital)) await this.moving.deliver(order, part);
    });
  }

  private record(actor: Actor, { id, currency }: Order, amount: number, reason: string): Promise<void> {
    const what = `${currency} ${formatMinor(amount)}: ${reason}`;
    return this.audit.record(actor, 'refund', { type: 'order', id }, what);
  }
}

/** @throws ValidationFailed naming the line that asks for more than there is */
function wantedOf({ lines, shipping, amount }: RefundInput, items: OrderItem[]): Wanted {
  const seen = new Set<number>();
  const wanted = (lines ?? []).map(({ itemId, quantity, restock }, index) => {
    const item = items.find(({ id }) => id === itemId);
    if (!item || seen.has(itemId)) {
      throw new ValidationFailed({ [`lines.${index}.itemId`]: ['must be an item of this part, each once'] });
    }
    seen.add(itemId);
    const left = item.unitsLeft;
    if (quantity > left) {
      throw new ValidationFailed({
        [`lines.${index}.quantity`]: [`must be at most ${left}: more is not left`],
      });
    }
    if (restock && item.digital) {
      throw new ValidationFailed({ [`lines.${index}.restock`]: ['must be false for a digital item'] });
    }
    return { item, quantity, restock: restock ?? false };
  });
  return { lines: wanted, shipping: shipping ?? false, extra: amount == null ? 0 : toMinor(amount) };
}

function refuseWrong({ refundable }: OrderPart, { lines }: Wanted, amount: number): void {
  if (amount === 0 && lines.length === 0) {
    throw new ValidationFailed({ amount: ['must be more than nothing, where no lines or shipping go back'] });
  }
  if (amount <= refundable) return;
  const left = formatMinor(refundable);
  throw new ValidationFailed({ amount: [`must leave the refund at no more than ${left}, which is left`] });
}

const notTheirs = () => new PermissionDenied('Only the vendor of this part and staff may refund it.');

const nothingLeft = ({ complete }: Order, { status }: OrderPart) =>
  new InvalidTransition(
    status,
    [],
    complete
      ? 'All that was paid for this part has gone back.'
      : 'This order is not paid, so nothing can go back. Cancel it instead.',
  );

/** Keys of different parts never meet, and none is longer than the payments take. */
const keyOf = (partId: number, key: string | null) =>
  `refund:${partId}:${sha256(key ?? randomUUID()).slice(0, 32)}`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
