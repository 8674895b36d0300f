import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OrderRefund } from './order-refund.entity';
import {
  OrderPaid,
  PartDelivered,
  PartRefunded,
  PartsCancelled,
  PartShipped,
  ReturnAnswered,
  ReturnRequested,
  ReturnWithdrawn,
} from './orders.events';
import { PartEvent } from './part-event.entity';

type Noted = Pick<PartEvent, 'kind' | 'actor'> & Partial<Pick<PartEvent, 'subjectId'>>;

/** Notes what becomes of the parts of orders, in the unit of work in which it does. */
@Injectable()
export class PartHistory {
  constructor(
    private readonly database: Database,
    events: Events,
  ) {
    events.during(OrderPaid, ({ orderId, partIds }) =>
      this.note(orderId, partIds, { kind: 'paid', actor: 'buyer' }),
    );
    events.during(PartShipped, ({ orderId, partId }) =>
      this.note(orderId, [partId], { kind: 'shipped', actor: 'vendor' }),
    );
    events.during(PartDelivered, ({ orderId, partId, by }) =>
      this.note(orderId, [partId], { kind: 'delivered', actor: by }),
    );
    events.during(PartsCancelled, ({ orderId, partIds, by }) =>
      this.note(orderId, partIds, { kind: 'cancelled', actor: by }),
    );
    events.during(PartRefunded, (fact) => this.noteRefund(fact));
    events.during(ReturnRequested, ({ orderId, partId, returnId }) =>
      this.note(orderId, [partId], { kind: 'return_requested', actor: 'buyer', subjectId: returnId }),
    );
    events.during(ReturnAnswered, ({ orderId, partId, returnId, answer, by }) =>
      this.note(orderId, [partId], { kind: `return_${answer}`, actor: by, subjectId: returnId }),
    );
    events.during(ReturnWithdrawn, ({ orderId, partId, returnId }) =>
      this.note(orderId, [partId], { kind: 'return_withdrawn', actor: 'buyer', subjectId: returnId }),
    );
  }

  private async noteRefund({ orderId, partId, key }: PartRefunded): Promise<void> {
    const refund = await this.database.repository(OrderRefund).findOneBy({ key });
    const [actor, subjectId] = [refund?.actor ?? null, refund?.id ?? null];
    await this.note(orderId, [partId], { kind: 'refunded', actor, subjectId });
  }

  private async note(orderId: number, partIds: number[], noted: Noted): Promise<void> {
    if (partIds.length === 0) return;
    const createdAt = new Date();
    await this.database
      .repository(PartEvent)
      .insert(partIds.map((partId) => ({ ...noted, orderId, partId, createdAt })));
  }
}
