import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { TimelineEntryDto } from '@souk/contracts/timeline.dto';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { OrderView } from './order-view';
import { OrdersQueries, type Reader } from './orders.queries';
import { PartEvent } from './part-event.entity';

@Injectable()
export class TimelineQueries {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersQueries,
  ) {}

  /** Of the parts that the reader sees, oldest first. @throws NotFound */
  async of(reader: Reader, orderId: number): Promise<TimelineEntryDto[]> {
    const view = await this.orders.findVisible(reader, orderId);
    const events = await this.database.repository(PartEvent).find({
      where: { orderId, partId: In([0, ...view.parts.map(({ id }) => id)]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return [...placed(view), ...events.map((event) => toEntry(event, view))];
  }
}

const NOTHING = { carrier: null, trackingNumber: null, amount: null, text: null };

const placed = ({ order, parts }: OrderView): TimelineEntryDto[] =>
  parts.map(({ id }) => ({
    ...NOTHING,
    partId: id,
    kind: 'placed',
    by: 'buyer',
    at: order.dateOrdered.toISOString(),
  }));

const toEntry = (event: PartEvent, view: OrderView): TimelineEntryDto => ({
  ...NOTHING,
  partId: event.partId,
  kind: event.kind,
  by: event.actor,
  at: event.createdAt.toISOString(),
  ...detailsOf(event, view),
});

function detailsOf({ kind, partId, subjectId }: PartEvent, view: OrderView): Partial<TimelineEntryDto> {
  const isSubject = ({ id }: { id: number }) => id === subjectId;
  if (kind === 'shipped') {
    const part = view.parts.find(({ id }) => id === partId);
    return { carrier: part?.carrier ?? null, trackingNumber: part?.trackingNumber ?? null };
  }
  if (kind === 'refunded') {
    const refund = view.refunds.find(isSubject);
    return refund ? { amount: formatMinor(refund.amount), text: refund.reason } : {};
  }
  const asked = view.returns.find(isSubject);
  if (kind === 'return_requested') return { text: asked?.note ?? null };
  if (kind === 'return_accepted' || kind === 'return_refused') return { text: asked?.answer ?? null };
  return {};
}
