import type { ProductPage } from '@souk/contracts/products.dto';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { LoadMore } from '~/components/load-more';
import { ProductGrid, ProductGridSkeleton } from '~/components/product-card';
import { Loading } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { cn } from '~/lib/cn';
import { ProductTile, type QuickAdd } from './product-tile';

interface ProductResultsProps {
  list: UseInfiniteQueryResult<InfiniteData<ProductPage>>;
  /** Skeletons while loading: as tall as what will come, so that a reload finds its place again. */
  shown: number;
  quickAdd: QuickAdd;
  /** Called with how many are shown then. */
  onMore: (shown: number) => void;
  onClear: () => void;
  otherwise?: ReactNode;
}

const FIRST_ROW = 4;

export function ProductResults({ list, shown, quickAdd, onMore, onClear, otherwise }: ProductResultsProps) {
  const { data, error, isPlaceholderData } = list;
  if (!data) {
    if (error)
      return (
        <ErrorState
          error={error}
          title="The products could not be loaded"
          onRetry={() => void list.refetch()}
        />
      );
    return (
      <Loading label="Loading products">
        <ProductGridSkeleton count={shown} />
      </Loading>
    );
  }

  const products = data.pages.flatMap(({ items }) => items);
  const total = data.pages[0]?.total ?? 0;
  if (products.length === 0) {
    return (
      <>
        <EmptyState
          icon={SearchX}
          title="No product matches all of this"
          action={
            <Button variant="secondary" onClick={onClear}>
              Clear all filters
            </Button>
          }
        >
          Take a filter away above, or try other words.
        </EmptyState>
        {otherwise}
      </>
    );
  }

  const loadMore = async () => {
    const { data: longer, isFetchNextPageError, error: failed } = await list.fetchNextPage();
    if (isFetchNextPageError) toast.error(failed?.message ?? 'More products could not be loaded.');
    else onMore(longer?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? shown);
  };
  return (
    <div
      aria-busy={isPlaceholderData}
      className={cn('transition-opacity', isPlaceholderData && 'opacity-50')}
    >
      <ProductGrid>
        {products.map((product, index) => (
          <ProductTile
            key={product.id}
            product={product}
            quickAdd={quickAdd}
            headingLevel="h2"
            priority={index < FIRST_ROW}
          />
        ))}
      </ProductGrid>
      <LoadMore
        noun={total === 1 ? 'product' : 'products'}
        shown={products.length}
        total={total}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void loadMore()}
      />
    </div>
  );
}
