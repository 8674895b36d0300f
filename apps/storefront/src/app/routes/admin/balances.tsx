import type { AdminBalanceDto } from '@souk/contracts/ledger.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Checkbox } from '~/components/choice';
import type { DataColumn } from '~/components/data-table';
import { adminBalancesQuery } from '~/features/admin/api/ledger';
import { AdminList } from '~/features/admin/components/admin-list';
import { PayOut } from '~/features/admin/components/pay-out';
import { VerifyBooks } from '~/features/admin/components/verify-books';
import { formatMoney } from '~/lib/format';

const columns: DataColumn<AdminBalanceDto>[] = [
  {
    id: 'store',
    header: 'Store',
    cell: ({ id, name, payoutAccount }) => (
      <>
        <Link to={`/stores/${id}`} className="font-medium hover:underline">
          {name}
        </Link>
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

export function Component() {
  const [params, setParams] = useSearchParams();
  const owed = params.get('owed') === 'true';
  const list = useInfiniteQuery(adminBalancesQuery(owed));
  return (
    <AdminList
      title="Balances"
      lead="What the marketplace owes to its stores."
      noun="store"
      filters={
        <>
          <VerifyBooks />
          <Checkbox
            checked={owed}
            onChange={({ target }) => setParams(target.checked ? { owed: 'true' } : {})}
            className="self-start"
          >
            Only stores that are owed something
          </Checkbox>
        </>
      }
      list={list}
      columns={columns}
      rowLabel={({ name }) => name}
    />
  );
}
