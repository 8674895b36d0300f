import type { ProductDto } from '@souk/contracts/products.dto';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProductGrid, ProductGridSkeleton } from '~/components/product-card';
import { Loading } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { ProductTile, type TileActions } from './product-tile';

interface ProductRowProps {
  title: string;
  /** At the right of the title: where there is more of it. */
  more?: ReactNode;
  query: UseQueryResult<ProductDto[]>;
  /** As many as the query asks for, so that nothing moves when they come. */
  count: number;
  actions: TileActions;
  priority?: boolean;
}

/** Some products under a heading; nothing at all when there are none. */
export function ProductRow({ title, more, query, count, actions, priority }: ProductRowProps) {
  const { data, error, refetch } = query;
  if (data?.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-display text-xl font-semibold sm:text-2xl">{title}</h2>
        {more}
      </div>
      {data ? (
        <ProductGrid>
          {data.map((product, index) => (
            <ProductTile
              key={product.id}
              product={product}
              actions={actions}
              priority={priority && index < 4}
            />
          ))}
        </ProductGrid>
      ) : error ? (
        <ErrorState error={error} title="These products could not be loaded" onRetry={() => void refetch()} />
      ) : (
        <Loading label="Loading products">
          <ProductGridSkeleton count={count} />
        </Loading>
      )}
    </section>
  );
}
