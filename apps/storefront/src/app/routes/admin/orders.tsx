import { ORDER_STATUSES } from '@souk/contracts';
import type { AdminOrderDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { adminOrdersQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { EmailAddress } from '~/features/admin/components/email-address';
import { formatDate, formatMoney } from '~/lib/format';

const columns: DataColumn<AdminOrderDto>[] = [
  {
    id: 'number',
    header: 'Order',
    cell: ({ id, number, email }) => (
      <>
        <Link to={`/orders/${id}`} className="font-medium hover:underline">
          {number}
        </Link>
        <EmailAddress>{email}</EmailAddress>
      </>
    ),
  },
  {
    id: 'customer',
    header: 'Customer',
    cell: ({ customer }) => customer?.username ?? <span className="text-muted">Guest</span>,
    wideOnly: true,
  },
  { id: 'ordered', header: 'Ordered', cell: ({ dateOrdered }) => formatDate(dateOrdered), wideOnly: true },
  {
    id: 'payment',
    header: 'Payment',
    cell: ({ paymentStatus }) => (
      <span className="inline-block first-letter:uppercase">{paymentStatus.replace('_', ' ')}</span>
    ),
    wideOnly: true,
  },
  { id: 'status', header: 'Status', cell: ({ status }) => <Badge className="capitalize">{status}</Badge> },
  {
    id: 'total',
    header: 'Total',
    align: 'end',
    cell: ({ totalAmount, currency }) => formatMoney(totalAmount, currency),
  },
];

/** Stands among the statuses, for it is looked for as one. */
const RETURNS = 'returns waiting';

export function Component() {
  const filter = useAdminFilter(ORDER_STATUSES);
  const [params] = useSearchParams();
  const returnsWaiting = params.get('status') === RETURNS && { returnsWaiting: true };
  const list = useInfiniteQuery(adminOrdersQuery({ ...filter, ...returnsWaiting }));
  return (
    <AdminList
      title="Orders"
      noun="order"
      filters={
        <AdminFilters label="Search by order number or e-mail" statuses={[...ORDER_STATUSES, RETURNS]} />
      }
      list={list}
      columns={columns}
      rowLabel={({ number }) => number}
    />
  );
}
