import type { StoreBalanceDto } from '@souk/contracts/ledger.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { Select } from '~/components/input';
import { adminBalancesQuery } from '~/features/admin/api/ledger';
import { AdminList } from '~/features/admin/components/admin-list';
import { PayOut } from '~/features/admin/components/pay-out';
import { VerifyBooks } from '~/features/admin/components/verify-books';
import { formatMoney } from '~/lib/format';

const columns: DataColumn<StoreBalanceDto>[] = [
  {
    id: 'store',
    header: 'Store',
    cell: ({ id, name, closed, payoutAccount }) => (
      <>
        {closed ? (
          <span className="inline-flex flex-wrap items-center gap-x-2">
            <span className="font-medium">{name}</span>
            <Badge>Closed</Badge>
          </span>
        ) : (
          <Link to={`/stores/${id}`} className="font-medium hover:underline">
            {name}
          </Link>
        )}
        <span className="block text-sm break-words text-muted">{payoutAccount ?? 'No account yet'}</span>
      </>
    ),
  },
  {
    id: 'pending',
    header: 'Pending',
    align: 'end',
    cell: ({ pending, currency }) => formatMoney(pending, currency),
    wideOnly: true,
  },
  {
    id: 'available',
    header: 'Available',
    align: 'end',
    cell: ({ available, currency }) => formatMoney(available, currency),
  },
  { id: 'act', header: 'Action', align: 'end', cell: (balance) => <PayOut balance={balance} /> },
];

const ONLY = { owed: 'Owed something', owing: 'Owe something' };

export function Component() {
  const [params, setParams] = useSearchParams();
  const only = (['owed', 'owing'] as const).find((known) => known === params.get('only'));
  const list = useInfiniteQuery(adminBalancesQuery(only));
  return (
    <AdminList
      title="Balances"
      lead="What the marketplace owes to its stores, and what they owe after refunds."
      noun="store"
      filters={
        <>
          <VerifyBooks />
          <div className="w-44">
            <Select
              aria-label="Which stores"
              value={only ?? ''}
              onChange={({ target }) => setParams(target.value ? { only: target.value } : {})}
            >
              <option value="">All stores</option>
              {Object.entries(ONLY).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </div>
        </>
      }
      list={list}
      columns={columns}
      rowLabel={({ name }) => name}
    />
  );
}
