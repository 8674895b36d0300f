import type { DeliveryStatus } from '@souk/contracts';
import type { DeliveryDto } from '@souk/contracts/webhooks.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useMemo } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { type DataColumn, DataTable } from '~/components/data-table';
import { LoadMoreOf } from '~/components/load-more';
import { EmptyState, ErrorState } from '~/components/states';
import { formatDate } from '~/lib/format';
import { deliveriesQuery } from '../api/webhooks';
import { DELIVERY_LOOKS } from '../model/words';

interface DeliveryTableProps {
  webhookId: number;
  status: DeliveryStatus | undefined;
  onOpen: (deliveryId: number) => void;
}

export function DeliveryTable({ webhookId, status, onOpen }: DeliveryTableProps) {
  const list = useInfiniteQuery(deliveriesQuery(webhookId, status));
  const columns = useMemo(() => columnsFor(onOpen), [onOpen]);
  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="The deliveries could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  return (
    <>
      <DataTable<DeliveryDto>
        label="Deliveries"
        rows={list.data?.rows}
        columns={columns}
        rowId={({ id }) => String(id)}
        rowLabel={({ eventType, eventId }) => `${eventType} ${eventId}`}
        empty={
          <EmptyState icon={Send} title={status ? 'No such deliveries' : 'Nothing was sent yet'}>
            {status
              ? 'Deliveries of the last 30 days are kept.'
              : 'What happens from now on is sent there and listed here. A ping shows whether it arrives.'}
          </EmptyState>
        }
      />
      <LoadMoreOf noun="delivery" nouns="deliveries" list={list} />
    </>
  );
}

const columnsFor = (onOpen: (deliveryId: number) => void): DataColumn<DeliveryDto>[] => [
  {
    id: 'event',
    header: 'Event',
    cell: ({ id, eventId, eventType, createdAt, reason }) => (
      <div className="flex min-w-28 flex-col items-start">
        <Button
          variant="link"
          className="text-left break-all whitespace-normal"
          aria-label={`${eventType} ${eventId}`}
          onClick={() => onOpen(id)}
        >
          {eventType}
        </Button>
        <span className="text-sm text-muted">
          {eventId} · {formatDate(createdAt)}
        </span>
        {reason && <span className="text-sm md:hidden">{reason}</span>}
      </div>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <Badge tone={DELIVERY_LOOKS[status].tone}>{DELIVERY_LOOKS[status].label}</Badge>,
  },
  { id: 'answer', header: 'Answer', wideOnly: true, cell: answerOf },
  { id: 'attempts', header: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
  {
    id: 'next',
    header: 'Next attempt',
    align: 'end',
    wideOnly: true,
    cell: ({ nextAttemptAt }) => (nextAttemptAt ? soon(nextAttemptAt) : '–'),
  },
];

const answerOf = ({ reason, responseStatus }: DeliveryDto) =>
  reason ?? (responseStatus === null ? '–' : `It answered ${responseStatus}.`);

const soon = (at: string) => (new Date(at).getTime() - Date.now() < 60_000 ? 'in a moment' : formatDate(at));
