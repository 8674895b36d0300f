import type { PayoutDto } from '@souk/contracts/ledger.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Landmark } from 'lucide-react';
import { type DataColumn, DataTable } from '~/components/data-table';
import { LoadMoreOf } from '~/components/load-more';
import { PayoutStatusBadge } from '~/components/payout-status';
import { EmptyState, ErrorState } from '~/components/states';
import { formatDay, formatMoney } from '~/lib/format';
import { payoutsQuery } from '../api/balance';

export function PayoutList({ storeId }: { storeId: number }) {
  const list = useInfiniteQuery(payoutsQuery(storeId));
  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="The payouts could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  return (
    <div>
      <DataTable<PayoutDto>
        label="Payouts"
        rows={list.data?.rows}
        columns={COLUMNS}
        rowId={({ id }) => String(id)}
        rowLabel={({ id }) => `Payout ${id}`}
        empty={
          <EmptyState icon={Landmark} title="No payouts yet">
            Ask for one as soon as something is available.
          </EmptyState>
        }
      />
      <LoadMoreOf noun="payout" list={list} />
    </div>
  );
}

const COLUMNS: DataColumn<PayoutDto>[] = [
  {
    id: 'payout',
    header: 'Payout',
    cell: ({ id, requestedAt, failure }) => (
      <>
        <span className="font-medium">{id}</span>
        <span className="block text-sm text-muted">{formatDay(requestedAt)}</span>
        {failure && <span className="block max-w-prose text-sm break-words">{failure}</span>}
      </>
    ),
  },
  { id: 'account', header: 'To', cell: ({ account }) => account ?? '–', wideOnly: true },
  { id: 'reference', header: 'Reference', cell: ({ reference }) => reference ?? '–', wideOnly: true },
  { id: 'status', header: 'Status', cell: ({ status }) => <PayoutStatusBadge status={status} /> },
  {
    id: 'amount',
    header: 'Amount',
    align: 'end',
    cell: ({ amount, currency }) => formatMoney(amount, currency),
  },
];
