import { useInfiniteQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Button } from '~/components/button';
import { LoadMoreOf } from '~/components/load-more';
import { Loading } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { type StoreFilters, storeListQuery } from '../api/stores';
import { StoreBanner } from './store-banner';
import { StoreTile, StoreTileSkeleton } from './store-tile';

interface StoreListProps {
  filters: StoreFilters;
  onShowAll: () => void;
}

const grid = 'grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3';

export function StoreList({ filters, onShowAll }: StoreListProps) {
  const list = useInfiniteQuery(storeListQuery(filters));
  const { data, error } = list;
  if (!data) {
    if (error)
      return (
        <ErrorState
          error={error}
          title="The stores could not be loaded"
          onRetry={() => void list.refetch()}
        />
      );
    return (
      <Loading label="Loading stores" className={grid}>
        {Array.from({ length: 6 }, (_, index) => (
          <StoreTileSkeleton key={index} shape="aspect-16/5" />
        ))}
      </Loading>
    );
  }

  const { rows: stores } = data;
  if (stores.length === 0) return <NoStores search={filters.search} onShowAll={onShowAll} />;
  return (
    <div
      aria-busy={list.isPlaceholderData}
      className={cn('transition-opacity', list.isPlaceholderData && 'opacity-50')}
    >
      <div className={grid}>
        {stores.map((store) => (
          <StoreTile key={store.id} store={store} headingLevel="h2">
            <StoreBanner store={store} />
          </StoreTile>
        ))}
      </div>
      <LoadMoreOf noun="store" list={list} />
    </div>
  );
}

function NoStores({ search, onShowAll }: { search: string | undefined; onShowAll: () => void }) {
  if (!search) {
    return (
      <EmptyState icon={Store} title="No store is open yet">
        Stores appear here as soon as the first vendor opens one.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Store}
      title={`No store matches “${search}”`}
      action={
        <Button variant="secondary" onClick={onShowAll}>
          Show all stores
        </Button>
      }
    >
      Names and descriptions were searched. Try another word.
    </EmptyState>
  );
}
