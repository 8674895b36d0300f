import type { StoreDto } from '@souk/contracts/stores.dto';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Rating } from '~/components/rating';
import { Skeleton } from '~/components/skeleton';
import { StoreLogo } from '~/components/store-logo';
import { plural } from '~/lib/format';

interface StoreTileProps {
  store: StoreDto;
  headingLevel?: 'h2' | 'h3';
  /** Above the words: the store's banner or some of its goods. */
  children: ReactNode;
}

/** The whole tile is one link, as a product's card is. */
export function StoreTile({ store, headingLevel: Heading = 'h3', children }: StoreTileProps) {
  return (
    <article className="group relative flex min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface transition-colors focus-within:border-line-strong hover:border-line-strong">
      {children}
      <div className="flex flex-1 flex-col gap-3 p-4 sm:p-5">
        <div className="flex items-center gap-3">
          <StoreLogo name={store.name} src={store.logo} />
          <div className="flex min-w-0 flex-col">
            <Heading className="truncate font-display text-lg leading-snug font-semibold">
              <Link
                to={`/stores/${store.id}`}
                className="underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-action"
              >
                {store.name}
              </Link>
            </Heading>
            <p className="flex flex-wrap items-center gap-x-2.5 text-sm text-muted">
              {store.reviewCount > 0 && (
                <Rating compact value={store.averageRating} count={store.reviewCount} className="text-ink" />
              )}
              <span>{plural(store.productCount, 'product')}</span>
            </p>
          </div>
        </div>
        <p className="line-clamp-2 text-muted">{store.description}</p>
      </div>
    </article>
  );
}

/** `shape`: of what stands above the words. */
export function StoreTileSkeleton({ shape }: { shape: string }) {
  return (
    <div className="flex flex-col overflow-hidden rounded-lg border border-line bg-surface">
      <Skeleton className={`h-auto rounded-none ${shape}`} />
      <div className="flex flex-col gap-3 p-4 sm:p-5">
        <div className="flex items-center gap-3">
          <Skeleton className="size-12 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-3.5 w-1/3" />
          </div>
        </div>
        <Skeleton className="h-11" />
      </div>
    </div>
  );
}
