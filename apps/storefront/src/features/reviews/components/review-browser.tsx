import type { ReviewSort } from '@souk/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { Chip } from '~/components/chip';
import { Select } from '~/components/input';
import { LoadMoreOf } from '~/components/load-more';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { plural } from '~/lib/format';
import { productReviewsQuery } from '../api/reviews';
import { useReviewFilters } from '../review-filters';
import { RatingSummary } from './rating-summary';
import { ReviewItem } from './review-item';
import { WriteReview } from './write-review';

interface ReviewBrowserProps {
  productId: number;
  storeName: string;
  loginPath: string | undefined;
}

const columns = 'grid gap-x-12 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]';
const SORTS: { value: ReviewSort; label: string }[] = [
  { value: 'newest', label: 'Newest' },
  { value: '-rating', label: 'Highest rated' },
  { value: 'rating', label: 'Lowest rated' },
];

/** A product's reviews: histogram and filter, the list, and the way to one's own. */
export function ReviewBrowser({ productId, storeName, loginPath }: ReviewBrowserProps) {
  const { filters, change } = useReviewFilters();
  const list = useInfiniteQuery(productReviewsQuery(productId, filters));
  const { data, error } = list;

  if (error && !data)
    return (
      <ErrorState error={error} title="The reviews could not be loaded" onRetry={() => void list.refetch()} />
    );
  if (!data?.first) return <ReviewsSkeleton />;

  const { rows: reviews, total, first } = data;
  const { summary, permissions } = first;
  const write = <WriteReview productId={productId} permissions={permissions} loginPath={loginPath} />;
  if (summary.count === 0)
    return (
      <EmptyState icon={MessageSquare} title="No reviews yet" action={write} className="py-10">
        What buyers think of it will stand here.
      </EmptyState>
    );

  return (
    <div className={columns}>
      <div className="flex flex-col items-start gap-5 self-start lg:sticky lg:top-24 [&>:first-child]:w-full">
        <RatingSummary summary={summary} chosen={filters.rating} onChoose={(rating) => change({ rating })} />
        {write}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <div className="flex min-h-11 flex-wrap items-center gap-3">
          {filters.rating ? (
            <Chip label={plural(filters.rating, 'star')} onRemove={() => change({ rating: undefined })} />
          ) : null}
          <p role="status" className="text-muted tabular-nums">
            {filters.rating ? `${total} of ${plural(summary.count, 'review')}` : plural(total, 'review')}
          </p>
          <Select
            aria-label="Sort reviews by"
            className="ml-auto w-44"
            value={filters.sort ?? 'newest'}
            onChange={(event) => {
              const sort = SORTS.find(({ value }) => value === event.target.value)?.value;
              change({ sort: sort === 'newest' ? undefined : sort });
            }}
          >
            {SORTS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <div className={cn('transition-opacity', list.isPlaceholderData && 'opacity-50')}>
          {reviews.map((review) => (
            <ReviewItem
              key={review.id}
              review={review}
              storeName={storeName}
              own={review.id === permissions.reviewId}
            />
          ))}
          {total > reviews.length && <LoadMoreOf noun="review" list={list} />}
        </div>
      </div>
    </div>
  );
}

const ReviewsSkeleton = () => (
  <Loading label="Loading reviews" className={columns}>
    <div className="flex flex-col gap-4">
      <Skeleton className="h-11 w-40" />
      <Skeleton className="h-44" />
    </div>
    <div className="flex flex-col gap-6">
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} className="h-24" />
      ))}
    </div>
  </Loading>
);
