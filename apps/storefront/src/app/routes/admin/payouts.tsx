import { PAYOUT_STATUSES } from '@souk/contracts';
import type { PayoutDto } from '@souk/contracts/ledger.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { Select } from '~/components/input';
import { PayoutStatusBadge } from '~/components/payout-status';
import { adminPayoutsQuery } from '~/features/admin/api/ledger';
import { AdminList } from '~/features/admin/components/admin-list';
import { PayoutActions } from '~/features/admin/components/payout-actions';
import { formatDay, formatMoney } from '~/lib/format';

const LABELS = { pending: 'On their way', paid: 'Paid', failed: 'Came back' };

const columns: DataColumn<PayoutDto>[] = [
  {
    id: 'store',
    header: 'Store',
    cell: ({ store, account, id, requestedAt }) => (
      <>
        <Link to={`/stores/${store.id}`} className="font-medium hover:underline">
          {store.name}
        </Link>
        <span className="block text-sm break-words text-muted">
          {id} · {formatDay(requestedAt)} · {account ?? 'no account'}
        </span>
      </>
    ),
  },
  {
    id: 'reference',
    header: 'Reference',
    cell: ({ reference, failure }) => reference ?? failure ?? '–',
    wideOnly: true,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <PayoutStatusBadge status={status} />,
    wideOnly: true,
  },
  {
    id: 'amount',
    header: 'Amount',
    align: 'end',
    cell: ({ amount, currency }) => formatMoney(amount, currency),
  },
  { id: 'act', header: 'Action', align: 'end', cell: (payout) => <PayoutActions payout={payout} /> },
];

export function Component() {
  const [params, setParams] = useSearchParams();
  const status = PAYOUT_STATUSES.find((known) => known === params.get('status'));
  const list = useInfiniteQuery(adminPayoutsQuery(status));
  return (
    <AdminList
      title="Payouts"
      lead="Send what is on its way, and confirm it with the bank’s reference."
      noun="payout"
      filters={
        <div className="w-44">
          <Select
            aria-label="Status"
            value={status ?? ''}
            onChange={({ target }) => setParams(target.value ? { status: target.value } : {})}
          >
            <option value="">Every status</option>
            {PAYOUT_STATUSES.map((each) => (
              <option key={each} value={each}>
                {LABELS[each]}
              </option>
            ))}
          </Select>
        </div>
      }
      list={list}
      columns={columns}
      rowLabel={({ id }) => `Payout ${id}`}
    />
  );
}
