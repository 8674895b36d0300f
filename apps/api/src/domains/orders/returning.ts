import { Injectable } from '@nestjs/common';
import type { RefundActor } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Moving } from './moving';
import type { OrderPart } from './order-part.entity';
import { OrderReturn } from './order-return.entity';
import type { OrderView } from './order-view';
import { ReturnAnswered } from './orders.events';

/** What becomes of returns and of their part. The caller has locked the order. */
@Injectable()
export class Returning {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly moving: Moving,
  ) {}

  /** @throws ReturnEnded */
  async answer(
    asked: OrderReturn,
    answer: 'accepted' | 'refused',
    words: string | null,
    by: RefundActor,
  ): Promise<void> {
    asked.end(answer, words);
    await this.database.repository(OrderReturn).save(asked);
    await this.events.publish(new ReturnAnswered(asked.orderId, asked.partId, asked.id, answer, by));
  }

  /**
   * After units of a delivered part were refunded: a return that waits for nothing else is accepted by it, and a part
   * of which no unit is left has been returned if any of it came back by a return, whichever was first.
   */
  async follow({ order, items, returns }: OrderView, part: OrderPart, by: RefundActor): Promise<void> {
    const isLeft = (itemId: number) => items.some(({ id, unitsLeft }) => id === itemId && unitsLeft > 0);
    const asked = returns.filter(({ partId }) => partId === part.id);
    for (const waiting of asked.filter(({ status }) => status === 'requested')) {
      if (!waiting.lines.some(({ itemId }) => isLeft(itemId)))
        await this.answer(waiting, 'accepted', null, by);
    }
    const isAllBack = items.every((item) => item.partId !== part.id || !isLeft(item.id));
    if (part.status !== 'delivered' || !isAllBack) return;
    if (!asked.some(({ status }) => status === 'accepted')) return;
    part.moveTo('returned', new Date());
    await this.moving.save(order, [part]);
  }
}
