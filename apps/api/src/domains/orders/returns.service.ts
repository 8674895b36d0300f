import { Injectable } from '@nestjs/common';
import type { ReturnAcceptance, ReturnInput, ReturnRefusal } from '@souk/contracts/returns.dto';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, PermissionDenied, ValidationFailed } from '../../platform/http/errors';
import { Moving } from './moving';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import { OrderReturn, type ReturnLine } from './order-return.entity';
import type { OrderView } from './order-view';
import { InvalidTransition } from './orders.errors';
import { ReturnAnswered, ReturnRequested, ReturnWithdrawn } from './orders.events';
import { canReturnPart, sellsPart } from './orders.policy';
import { OrdersQueries, type Reader } from './orders.queries';
import { refundSum } from './refund-sum';
import { Refunding } from './refunding';
import { returnableUnits } from './returnable';

interface Asked {
  view: OrderView;
  asked: OrderReturn;
  part: OrderPart;
}

/** Goods that were delivered go back: the buyer asks, the vendor answers. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly events: Events,
    private readonly queries: OrdersQueries,
    private readonly refunding: Refunding,
    private readonly moving: Moving,
  ) {}

  /** @throws ValidationFailed for units that cannot go back, InvalidTransition when it is too early or too late */
  ask(reader: Reader, orderId: number, partId: number, input: ReturnInput): Promise<void> {
    return this.database.run(async () => {
      const view = await this.queries.lockVisible(reader, orderId);
      if (!view.standing.isCustomer) throw notTheirs('customer');
      const part = view.parts.find(({ id }) => id === partId);
      if (!part) throw new NotFound('part');
      const { returnDays } = this.config;
      if (!canReturnPart(view.standing, view.order, part, returnDays)) throw notNow(part, returnDays);
      const { id } = await this.database.repository(OrderReturn).save({
        orderId,
        partId,
        status: 'requested' as const,
        reason: input.reason,
        note: input.note || null,
        lines: linesOf(input, view, partId),
        answer: null,
        createdAt: new Date(),
        endedAt: null,
      });
      await this.events.publish(new ReturnRequested(orderId, partId, id));
    });
  }

  /** What was paid for the goods goes back, once. A part of which nothing is left has been returned. @throws ReturnEnded */
  accept(
    actor: Actor,
    orderId: number,
    returnId: number,
    { restock, shipping, message }: ReturnAcceptance,
  ): Promise<void> {
    return this.database.run(async () => {
      const { view, asked, part } = await this.toAnswer(actor, orderId, returnId);
      const items = view.items.filter(({ partId }) => partId === part.id);
      asked.end('accepted', message || null);
      const wanted = {
        lines: comingBack(asked, items).map((line) => ({ ...line, restock: restock ?? false })),
        shipping: shipping ?? false,
        extra: 0,
      };
      const isAllBack = items.every((item) => item.unitsLeft === unitsIn(wanted.lines, item));
      // another return may have brought the last of it
      if (isAllBack && part.status !== 'returned') part.moveTo('returned', new Date());
      await this.answered(asked, 'accepted');
      await this.refunding.giveBack(view.order, part, wanted, {
        sum: refundSum(part, wanted),
        key: `return:${returnId}`,
        actor: 'vendor',
        reason: 'Returned',
        requestHash: '',
      });
      await this.moving.save(view.order, [part]);
    });
  }

  /** @throws ReturnEnded */
  refuse(actor: Actor, orderId: number, returnId: number, { reason }: ReturnRefusal): Promise<void> {
    return this.database.run(async () => {
      const { asked } = await this.toAnswer(actor, orderId, returnId);
      asked.end('refused', reason);
      await this.answered(asked, 'refused');
    });
  }

  /** By who asked. @throws ReturnEnded */
  withdraw(reader: Reader, orderId: number, returnId: number): Promise<void> {
    return this.database.run(async () => {
      const view = await this.queries.lockVisible(reader, orderId);
      if (!view.standing.isCustomer) throw notTheirs('customer');
      const { asked } = askedIn(view, returnId);
      asked.end('withdrawn', null);
      await this.database.repository(OrderReturn).save(asked);
      await this.events.publish(new ReturnWithdrawn(orderId, asked.partId, returnId));
    });
  }

  private async toAnswer(actor: Actor, orderId: number, returnId: number): Promise<Asked> {
    const view = await this.queries.lockVisible({ actor, token: null }, orderId);
    const found = askedIn(view, returnId);
    if (!sellsPart(view.standing, found.part)) throw notTheirs('vendor of this part');
    return { view, ...found };
  }

  private async answered(asked: OrderReturn, answer: 'accepted' | 'refused'): Promise<void> {
    await this.database.repository(OrderReturn).save(asked);
    await this.events.publish(new ReturnAnswered(asked.orderId, asked.partId, asked.id, answer));
  }
}

/** @throws NotFound */
function askedIn({ returns, parts }: OrderView, returnId: number): Omit<Asked, 'view'> {
  const asked = returns.find(({ id }) => id === returnId);
  const part = parts.find(({ id }) => id === asked?.partId);
  if (!asked || !part) throw new NotFound('return');
  return { asked, part };
}

/** @throws ValidationFailed naming the line that asks for more than there is */
function linesOf({ lines }: ReturnInput, { items, returns }: OrderView, partId: number): ReturnLine[] {
  const seen = new Set<number>();
  for (const [index, { itemId, quantity }] of lines.entries()) {
    const refuse = (field: string, message: string) => {
      throw new ValidationFailed({ [`lines.${index}.${field}`]: [message] });
    };
    const item = items.find(({ id }) => id === itemId);
    if (item?.partId !== partId || seen.has(itemId))
      return refuse('itemId', 'must be an item of this part, each once');
    seen.add(itemId);
    if (item.digital) refuse('itemId', 'must not be digital: downloads cannot be returned');
    const left = returnableUnits(item, returns);
    if (quantity > left) refuse('quantity', `must be at most ${left}: more cannot be returned`);
  }
  return lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
}

/** What was asked for, without what was refunded meanwhile. */
const comingBack = ({ lines }: OrderReturn, items: OrderItem[]) =>
  lines.flatMap(({ itemId, quantity }) => {
    const item = items.find(({ id }) => id === itemId);
    const units = item ? Math.min(quantity, item.unitsLeft) : 0;
    return item && units > 0 ? [{ item, quantity: units }] : [];
  });

const unitsIn = (lines: { item: OrderItem; quantity: number }[], { id }: OrderItem): number =>
  lines.find(({ item }) => item.id === id)?.quantity ?? 0;

const notTheirs = (whose: string) => new PermissionDenied(`Only the ${whose} may do this.`);

function notNow(part: OrderPart, returnDays: number): InvalidTransition {
  const refuse = (message: string) => new InvalidTransition(part.status, [], message);
  if (returnDays === 0) return refuse('Nothing is taken back here. Ask the store for help.');
  if (part.status !== 'delivered')
    return refuse(`This part of the order is ${part.status}; only what is delivered can be returned.`);
  return refuse(`Goods can be returned for ${returnDays} days after their delivery, which are over.`);
}
