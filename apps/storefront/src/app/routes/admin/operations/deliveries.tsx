import type { AdminDeliveryDto } from '@souk/contracts/webhooks.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { deliveriesQuery } from '~/features/admin/api/operations';
import { AdminList } from '~/features/admin/components/admin-list';
import { OperationsFilters, useStatusFilter } from '~/features/admin/components/operations-filters';
import { Retry } from '~/features/admin/components/retry';
import { DELIVERY_LOOKS } from '~/features/webhooks/model/words';
import { formatDate, plural } from '~/lib/format';

const answerOf = ({ reason, responseStatus }: AdminDeliveryDto) =>
  reason ?? (responseStatus && `It answered ${responseStatus}.`);

const columns: DataColumn<AdminDeliveryDto>[] = [
  {
    id: 'event',
    header: 'Event',
    cell: (delivery) => (
      <>
        <span className="font-medium [overflow-wrap:anywhere]">{delivery.eventType}</span>
        <span className="block text-sm [overflow-wrap:anywhere] text-muted">
          {delivery.owner.username} · {delivery.origin} · {formatDate(delivery.createdAt)}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 text-sm md:hidden">
          <Badge tone={DELIVERY_LOOKS[delivery.status].tone}>{DELIVERY_LOOKS[delivery.status].label}</Badge>
          {answerOf(delivery)}
        </span>
      </>
    ),
  },
  {
    id: 'answer',
    header: 'Answer',
    cell: (delivery) => (
      <>
        {answerOf(delivery)}
        {delivery.attempts > 0 && (
          <span className="block text-sm text-muted">{plural(delivery.attempts, 'attempt')}</span>
        )}
      </>
    ),
    wideOnly: true,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status, active }) => (
      <>
        <Badge tone={DELIVERY_LOOKS[status].tone}>{DELIVERY_LOOKS[status].label}</Badge>
        {!active && <span className="block text-sm text-muted">Webhook is off</span>}
      </>
    ),
    wideOnly: true,
  },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: ({ id, status, active }) =>
      active && status !== 'delivered' && <Retry kind="deliveries" id={id} name={`delivery ${id}`} />,
  },
];

export function Component() {
  const status = useStatusFilter(DELIVERY_LOOKS);
  return (
    <AdminList
      title="Webhook deliveries"
      lead="What was sent to the programs of vendors and others in the last 30 days, or will be."
      noun="delivery"
      nouns="deliveries"
      filters={<OperationsFilters statuses={DELIVERY_LOOKS} />}
      list={useInfiniteQuery(deliveriesQuery(status))}
      columns={columns}
      rowLabel={({ id }) => `Delivery ${id}`}
    />
  );
}
