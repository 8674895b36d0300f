import type { AdminReviewDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { adminReviewsQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { Moderate } from '~/features/admin/components/moderate';
import { formatDate } from '~/lib/format';

const columns: DataColumn<AdminReviewDto>[] = [
  {
    id: 'review',
    header: 'Review',
    cell: ({ productId, productName, user, rating, comment }) => (
      <div className="flex max-w-prose flex-col gap-1">
        <p className="line-clamp-3 break-words">{comment}</p>
        <p className="text-sm text-muted">
          {rating} of 5 by {user.username} on{' '}
          <Link to={`/products/${productId}`} className="underline hover:text-ink">
            {productName}
          </Link>
        </p>
      </div>
    ),
  },
  { id: 'written', header: 'Written', cell: ({ createdAt }) => formatDate(createdAt), wideOnly: true },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: ({ id, user }) => <Moderate act="remove reviews" id={id} name={`the review by ${user.username}`} />,
  },
];

export function Component() {
  const list = useInfiniteQuery(adminReviewsQuery(useAdminFilter([])));
  return (
    <AdminList
      title="Reviews"
      noun="review"
      filters={<AdminFilters label="Search the comments" />}
      list={list}
      columns={columns}
      rowLabel={({ user }) => user.username}
    />
  );
}
