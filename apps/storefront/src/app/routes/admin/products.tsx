import { LISTING_STATUSES } from '@souk/contracts';
import type { AdminProductDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { adminProductsQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { AdminStatus } from '~/features/admin/components/admin-status';
import { Moderate } from '~/features/admin/components/moderate';
import { formatMoney } from '~/lib/format';

const columns: DataColumn<AdminProductDto>[] = [
  {
    id: 'name',
    header: 'Product',
    cell: ({ id, name, store }) => (
      <>
        <Link to={`/products/${id}`} className="font-medium hover:underline">
          {name}
        </Link>
        <p className="text-sm text-muted">{store.name}</p>
      </>
    ),
  },
  {
    id: 'price',
    header: 'Price from',
    align: 'end',
    cell: ({ price, currency }) => formatMoney(price, currency),
    wideOnly: true,
  },
  { id: 'status', header: 'Status', cell: ({ status }) => <AdminStatus status={status} />, wideOnly: true },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: ({ id, name, status }) => (
      <Moderate
        act={status === 'deactivated' ? 'reactivate products' : 'deactivate products'}
        id={id}
        name={name}
      />
    ),
  },
];

export function Component() {
  const list = useInfiniteQuery(adminProductsQuery(useAdminFilter(LISTING_STATUSES)));
  return (
    <AdminList
      title="Products"
      noun="products"
      filters={<AdminFilters label="Name" statuses={LISTING_STATUSES} />}
      list={list}
      columns={columns}
      rowLabel={({ name }) => name}
    />
  );
}
