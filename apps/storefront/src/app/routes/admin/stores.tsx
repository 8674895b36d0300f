import { LISTING_STATUSES } from '@souk/contracts';
import type { AdminStoreDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { adminStoresQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { Commission } from '~/features/admin/components/commission';
import { moderationColumns } from '~/features/admin/components/moderation-columns';
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
  {
    id: 'commission',
    header: 'Commission',
    align: 'end',
    cell: (store) => <Commission store={store} />,
    wideOnly: true,
  },
  { id: 'created', header: 'Since', cell: ({ createdAt }) => formatDate(createdAt), wideOnly: true },
  ...moderationColumns<AdminStoreDto>('stores', ({ name }) => name),
];

export function Component() {
  const list = useInfiniteQuery(adminStoresQuery(useAdminFilter(LISTING_STATUSES)));
  return (
    <AdminList
      title="Stores"
      noun="store"
      filters={<AdminFilters label="Search by name" statuses={LISTING_STATUSES} />}
      list={list}
      columns={columns}
      rowLabel={({ name }) => name}
    />
  );
}
