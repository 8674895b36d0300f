import { LISTING_STATUSES } from '@souk/contracts';
import type { AdminStoreDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { adminStoresQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { AdminStatus } from '~/features/admin/components/admin-status';
import { Moderate } from '~/features/admin/components/moderate';
import { formatDate, formatNumber } from '~/lib/format';

const columns: DataColumn<AdminStoreDto>[] = [
  {
    id: 'name',
    header: 'Store',
    cell: ({ id, name, vendor }) => (
      <>
        <Link to={`/stores/${id}`} className="font-medium hover:underline">
          {name}
        </Link>
        <p className="text-sm text-muted">by {vendor.username}</p>
      </>
    ),
  },
  {
    id: 'products',
    header: 'Products',
    align: 'end',
    cell: ({ productCount }) => formatNumber(productCount),
    wideOnly: true,
  },
  { id: 'created', header: 'Since', cell: ({ createdAt }) => formatDate(createdAt), wideOnly: true },
  { id: 'status', header: 'Status', cell: ({ status }) => <AdminStatus status={status} />, wideOnly: true },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: ({ id, name, status }) => (
      <Moderate
        act={status === 'deactivated' ? 'reactivate stores' : 'deactivate stores'}
        id={id}
        name={name}
      />
    ),
  },
];

export function Component() {
  const list = useInfiniteQuery(adminStoresQuery(useAdminFilter(LISTING_STATUSES)));
  return (
    <AdminList
      title="Stores"
      noun="stores"
      filters={<AdminFilters label="Name" statuses={LISTING_STATUSES} />}
      list={list}
      columns={columns}
      rowLabel={({ name }) => name}
    />
  );
}
