import { Injectable } from '@nestjs/common';
import type { ReturnInput } from '@souk/contracts/returns.dto';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, PermissionDenied, ValidationFailed } from '../../platform/http/errors';
import type { OrderPart } from './order-part.entity';
import { OrderReturn, type ReturnLine } from './order-return.entity';
import type { OrderView } from './order-view';
import { InvalidTransition } from './orders.errors';
import { ReturnRequested, ReturnWithdrawn } from './orders.events';
import { canReturnPart } from './orders.policy';
import { OrdersQueries, type Reader } from './orders.queries';
import { isUsedUp, isWaiting, returnableUnits } from './returnable';

/** What a buyer wants to send back of goods that were delivered. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly events: Events,
    private readonly queries: OrdersQueries,
  ) {}

  /** @throws ValidationFailed for units that cannot go back, InvalidTransition when it is too early, too late or too often */
  ask(reader: Reader, orderId: number, partId: number, input: ReturnInput): Promise<void> {
    return this.database.run(async () => {
      const view = await this.queries.lockVisible(reader, orderId);
      if (!view.standing.isCustomer) throw notTheirs('customer');
      const part = view.parts.find(({ id }) => id === partId);
      if (!part) throw new NotFound('part');
      const { returnDays } = this.config;
      if (!canReturnPart(view.standing, view.order, part, returnDays)) throw notNow(part, returnDays);
      refuseAnother(part, view.returns);
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

  /** By who asked. @throws ReturnEnded */
  withdraw(reader: Reader, orderId: number, returnId: number): Promise<void> {
    return this.database.run(async () => {
      const view = await this.queries.lockVisible(reader, orderId);
      if (!view.standing.isCustomer) throw notTheirs('customer');
      const asked = view.returns.find(({ id }) => id === returnId);
      if (!asked) throw new NotFound('return');
      asked.end('withdrawn', null);
      await this.database.repository(OrderReturn).save(asked);
      await this.events.publish(new ReturnWithdrawn(orderId, asked.partId, returnId));
    });
  }
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

const notTheirs = (whose: string) => new PermissionDenied(`Only the ${whose} may do this.`);

function notNow(part: OrderPart, returnDays: number): InvalidTransition {
  const refuse = (message: string) => new InvalidTransition(part.status, [], message);
  if (returnDays === 0) return refuse('Nothing is taken back here. Ask the store for help.');
  if (part.status !== 'delivered')
    return refuse(`This part of the order is ${part.status}; only what is delivered can be returned.`);
  return refuse(`Goods can be returned for ${returnDays} days after their delivery, which are over.`);
}

/** @throws InvalidTransition */
function refuseAnother(part: OrderPart, all: OrderReturn[]): void {
  const returns = all.filter(({ partId }) => partId === part.id);
  const refuse = (message: string) => {
    throw new InvalidTransition(part.status, [], message);
  };
  if (isWaiting(returns))
    refuse(
      'You have asked already, and the store has not answered yet. Withdraw that return to ask for another.',
    );
  if (isUsedUp(returns))
    refuse(
      `You have asked ${returns.length} times, which is as often as you can. Write to the store instead.`,
    );
}
