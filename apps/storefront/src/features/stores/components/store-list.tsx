import { useInfiniteQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Button } from '~/components/button';
import { LoadMore } from '~/components/load-more';
import { Loading } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
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

  const stores = data.pages.flatMap(({ items }) => items);
  if (stores.length === 0) return <NoStores search={filters.search} onShowAll={onShowAll} />;
  const loadMore = async () => {
    const { isFetchNextPageError, error: failed } = await list.fetchNextPage();
    if (isFetchNextPageError) toast.error(failed?.message ?? 'More stores could not be loaded.');
  };
  const total = data.pages[0]?.total ?? 0;
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
      <LoadMore
        noun={total === 1 ? 'store' : 'stores'}
        shown={stores.length}
        total={total}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void loadMore()}
      />
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
