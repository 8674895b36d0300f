import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadMoreOf } from '~/components/load-more';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { type ReceivedFilter, receivedQuery } from '../api/received';
import { ReceivedReview } from './received-review';

interface ReceivedListProps {
  filter: ReceivedFilter;
  empty: ReactNode;
}

export function ReceivedList({ filter, empty }: ReceivedListProps) {
  const list = useInfiniteQuery(receivedQuery(filter));
  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="The reviews could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  if (!list.data) {
    return (
      <Loading label="Loading reviews" className="flex flex-col gap-4">
        <Skeleton className="h-36 rounded-lg" />
        <Skeleton className="h-36 rounded-lg" />
        <Skeleton className="h-36 rounded-lg" />
      </Loading>
    );
  }
  const { rows: reviews } = list.data;
  if (reviews.length === 0) return empty;
  return (
    <div className={cn('flex flex-col gap-4 transition-opacity', list.isPlaceholderData && 'opacity-60')}>
      {reviews.map((review) => (
        <ReceivedReview key={review.id} review={review} />
      ))}
      <LoadMoreOf noun="review" list={list} />
    </div>
  );
}
