import type { ProductDto } from '@souk/contracts/products.dto';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadMoreOf } from '~/components/load-more';
import { ProductGrid, ProductGridSkeleton } from '~/components/product-card';
import { Loading } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import type { List } from '~/lib/query';
import { ProductTile, type TileActions } from './product-tile';

interface ProductResultsProps {
  list: UseInfiniteQueryResult<List<ProductDto>>;
  /** Skeletons while loading: as tall as what will come, so that a reload finds its place again. */
  shown: number;
  actions: TileActions;
  /** Called with how many are shown then. */
  onMore: (shown: number) => void;
  /** In place of the list when it has nothing. */
  nothing: ReactNode;
}

const FIRST_ROW = 4;

export function ProductResults({ list, shown, actions, onMore, nothing }: ProductResultsProps) {
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

  const { rows: products } = data;
  if (products.length === 0) return nothing;

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
            actions={actions}
            headingLevel="h2"
            priority={index < FIRST_ROW}
          />
        ))}
      </ProductGrid>
      <LoadMoreOf noun="product" list={list} onMore={onMore} />
    </div>
  );
}
