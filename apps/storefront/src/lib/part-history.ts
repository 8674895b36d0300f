import type { PartEventKind, PartActor } from '@souk/contracts';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { TimelineEntryDto } from '@souk/contracts/timeline.dto';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TimelineStep } from '~/components/timeline';
import { api, unwrap } from './api';
import { formatDateTime, formatMoney } from './format';

/** What became of an order's parts, oldest first. @param token opens a guest's order */
export const timelineQuery = (order: OrderDto, token: string | null) =>
  queryOptions({
    // the timeline of an order that has changed is another one
    queryKey: ['orders', order.id, 'timeline', token, standOf(order)],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/orders/{id}/timeline', {
          params: { path: { id: order.id }, query: { token: token ?? undefined } },
          signal,
        }),
      ),
  });

const standOf = ({ paymentStatus, refundedAmount, parts }: OrderDto) => [
  paymentStatus,
  refundedAmount,
  ...parts.map(({ status, returns }) => [status, ...returns.map((asked) => asked.status)]),
];

const TITLES: Record<PartEventKind, string> = {
  placed: 'Ordered',
  paid: 'Paid',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  return_requested: 'Return asked for',
  return_accepted: 'Return accepted',
  return_refused: 'Return refused',
  return_withdrawn: 'Return withdrawn',
};

const BY: Record<PartActor, string> = {
  buyer: 'by the buyer',
  vendor: 'by the store',
  staff: 'by the marketplace',
  market: '',
};

/** Where it could have been several. */
const NAMED: readonly PartEventKind[] = ['cancelled', 'refunded', 'return_accepted', 'return_refused'];

/** What happened, as steps of a timeline. */
export const historySteps = (entries: readonly TimelineEntryDto[], currency: string): TimelineStep[] =>
  entries.map(({ kind, by, at, amount, carrier, trackingNumber, text }) => ({
    title: [TITLES[kind], amount && formatMoney(amount, currency)].filter(Boolean).join(' '),
    description: [
      [formatDateTime(at), NAMED.includes(kind) && by && BY[by]].filter(Boolean).join(', '),
      [carrier, trackingNumber].filter(Boolean).join(' '),
      text && `“${text}”`,
    ]
      .filter(Boolean)
      .join('\n'),
    state: kind === 'cancelled' ? 'failed' : 'done',
  }));
