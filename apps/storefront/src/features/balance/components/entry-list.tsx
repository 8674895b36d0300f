import { LEDGER_KINDS, type LedgerKind } from '@souk/contracts';
import type { LedgerEntryDto } from '@souk/contracts/ledger.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Coins } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { type DataColumn, DataTable } from '~/components/data-table';
import { Select } from '~/components/input';
import { LoadMoreOf } from '~/components/load-more';
import { EmptyState, ErrorState } from '~/components/states';
import { formatDateTime, formatDay, formatMoney } from '~/lib/format';
import { entriesQuery } from '../api/balance';
import { KIND_LABELS } from '../model/words';

interface EntryListProps {
  storeId: number;
  currency: string;
}

export function EntryList({ storeId, currency }: EntryListProps) {
  const [kind, setKind] = useState<LedgerKind>();
  const list = useInfiniteQuery(entriesQuery(storeId, kind));
  const columns = useMemo(() => columnsFor(currency), [currency]);
  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="The entries could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  return (
    <div className="flex flex-col gap-4">
      <Select
        aria-label="Kind of entry"
        value={kind ?? ''}
        onChange={({ target }) => setKind(LEDGER_KINDS.find((known) => known === target.value))}
        className="w-44"
      >
        <option value="">Every entry</option>
        {LEDGER_KINDS.map((each) => (
          <option key={each} value={each}>
            {KIND_LABELS[each]}
          </option>
        ))}
      </Select>
      <div>
        <DataTable<LedgerEntryDto>
          label="Entries"
          rows={list.data?.rows}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowLabel={({ id }) => String(id)}
          empty={
            <EmptyState icon={Coins} title="No entries yet">
              Each sale, refund and payout is listed here with what it did to your balance.
            </EmptyState>
          }
        />
        <LoadMoreOf noun="entry" nouns="entries" list={list} />
      </div>
    </div>
  );
}

const columnsFor = (currency: string): DataColumn<LedgerEntryDto>[] => [
  {
    id: 'kind',
    header: 'Entry',
    cell: ({ kind, bookedAt }) => (
      <>
        <span className="font-medium">{KIND_LABELS[kind]}</span>
        <span className="block text-sm text-muted md:hidden">{formatDay(bookedAt)}</span>
      </>
    ),
  },
  {
    id: 'about',
    header: 'For',
    cell: ({ order, payoutId }) =>
      order ? (
        <Link to={`/orders/${order.id}`} className="whitespace-nowrap hover:underline">
          {order.number}
        </Link>
      ) : (
        <span className="whitespace-nowrap text-muted">Payout {payoutId}</span>
      ),
  },
  { id: 'time', header: 'Booked', cell: ({ bookedAt }) => formatDateTime(bookedAt), wideOnly: true },
  {
    id: 'amount',
    header: 'Amount',
    align: 'end',
    cell: ({ amount }) => formatMoney(amount, currency),
  },
];
