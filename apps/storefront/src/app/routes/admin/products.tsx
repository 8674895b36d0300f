import { LISTING_STATUSES } from '@souk/contracts';
import type { AdminProductDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { adminProductsQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { moderationColumns } from '~/features/admin/components/moderation-columns';
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
  ...moderationColumns<AdminProductDto>('products', ({ name }) => name),
];

export function Component() {
  const list = useInfiniteQuery(adminProductsQuery(useAdminFilter(LISTING_STATUSES)));
  return (
    <AdminList
      title="Products"
      noun="product"
      filters={<AdminFilters label="Search by name" statuses={LISTING_STATUSES} />}
      list={list}
      columns={columns}
      rowLabel={({ name }) => name}
    />
  );
}
