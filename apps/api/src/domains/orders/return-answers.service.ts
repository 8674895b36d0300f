import { Injectable } from '@nestjs/common';
import { formatMinor, LIMITS, type RefundActor } from '@souk/contracts';
import type { ReturnAcceptance, ReturnRefusal } from '@souk/contracts/returns.dto';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { NotFound, PermissionDenied } from '../../platform/http/errors';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import type { OrderReturn, ReturnLine } from './order-return.entity';
import type { OrderView } from './order-view';
import { mayRefundPart, sellsPart } from './orders.policy';
import { OrdersQueries } from './orders.queries';
import { refundSum } from './refund-sum';
import { Refunding } from './refunding';
import { Returning } from './returning';

interface Asked {
  view: OrderView;
  asked: OrderReturn;
  part: OrderPart;
  by: RefundActor;
}

/** What becomes of a return that was asked for: its vendor says so, or staff where the vendor is silent or gone. */
@Injectable()
export class ReturnAnswersService {
  constructor(
    private readonly database: Database,
    private readonly queries: OrdersQueries,
    private readonly refunding: Refunding,
    private readonly returning: Returning,
    private readonly audit: AuditLog,
  ) {}

  /** What was paid for the goods goes back, once. @throws ReturnEnded */
  accept(
    actor: Actor,
    orderId: number,
    returnId: number,
    { restock, shipping, message }: ReturnAcceptance,
  ): Promise<void> {
    return this.database.run(async () => {
      const { view, asked, part, by } = await this.toAnswer(actor, orderId, returnId);
      const back = comingBack(asked, view.items);
      const before = restock ? refundedBefore(asked, view.items) : [];
      const wanted = {
        lines: back.map((line) => ({ ...line, restock: restock ?? false })),
        shipping: shipping ?? false,
        extra: 0,
      };
      const sum = refundSum(part, wanted);
      await this.returning.answer(asked, 'accepted', message || null, by);
      await this.refunding.giveBack(view.order, part, wanted, {
        sum,
        key: `return:${returnId}`,
        actor: by,
        reason: 'Returned',
        requestHash: '',
      });
      await this.refunding.restock(view.order, before);
      await this.returning.follow(view, part, by);
      if (by !== 'staff') return;
      const words = [`${view.order.currency} ${formatMinor(sum.amount)}`, message].filter(Boolean).join(': ');
      await this.audit.record(
        actor,
        'accept_return',
        { type: 'order', id: orderId },
        words.slice(0, LIMITS.auditReason.max),
      );
    });
  }

  /** @throws ReturnEnded */
  refuse(actor: Actor, orderId: number, returnId: number, { reason }: ReturnRefusal): Promise<void> {
    return this.database.run(async () => {
      const { asked, by } = await this.toAnswer(actor, orderId, returnId);
      await this.returning.answer(asked, 'refused', reason, by);
      if (by === 'staff')
        await this.audit.record(actor, 'refuse_return', { type: 'order', id: orderId }, reason);
    });
  }

  private async toAnswer(actor: Actor, orderId: number, returnId: number): Promise<Asked> {
    const view = await this.queries.lockVisible({ actor, token: null }, orderId);
    const isTheirs = (each: OrderPart) => mayRefundPart(view.standing, each);
    if (!view.parts.some(isTheirs)) throw notTheirs();
    const asked = view.returns.find(({ id }) => id === returnId);
    const part = view.parts.find(({ id }) => id === asked?.partId);
    if (!asked || !part) throw new NotFound('return');
    if (!isTheirs(part)) throw notTheirs();
    return { view, asked, part, by: sellsPart(view.standing, part) ? 'vendor' : 'staff' };
  }
}

/** What was asked for, without what was refunded meanwhile. */
const comingBack = ({ lines }: OrderReturn, items: OrderItem[]) =>
  unitsOf(lines, items, ({ unitsLeft }, quantity) => Math.min(quantity, unitsLeft));

/** Of what was asked for, what was refunded meanwhile and is not for sale again. */
const refundedBefore = ({ lines }: OrderReturn, items: OrderItem[]) =>
  unitsOf(lines, items, ({ unitsLeft, refundedQuantity, restockedQuantity }, quantity) =>
    Math.min(Math.max(0, quantity - unitsLeft), refundedQuantity - restockedQuantity),
  );

const unitsOf = (
  lines: ReturnLine[],
  items: OrderItem[],
  count: (item: OrderItem, quantity: number) => number,
): { item: OrderItem; quantity: number }[] =>
  lines.flatMap((line) => {
    const item = items.find(({ id }) => id === line.itemId);
    const quantity = item ? count(item, line.quantity) : 0;
    return item && quantity > 0 ? [{ item, quantity }] : [];
  });

const notTheirs = () =>
  new PermissionDenied('Only the vendor of this part and staff may answer its returns.');
