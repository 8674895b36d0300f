import type { StoreDto } from '@souk/contracts/stores.dto';
import { Link } from 'react-router';
import { Rating } from '~/components/rating';
import { Skeleton } from '~/components/skeleton';
import { StoreLogo } from '~/components/store-logo';
import { plural } from '~/lib/format';

/** Who sells a product, on the product's page. */
export function StoreCard({ store }: { store: StoreDto }) {
  return (
    <aside
      aria-label="Sold by"
      className="group relative flex items-center gap-4 rounded-lg border border-line bg-surface p-4 transition-colors hover:border-line-strong"
    >
      <StoreLogo name={store.name} src={store.logo} />
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="text-sm text-muted">Sold by</p>
        <p className="truncate font-display text-lg leading-snug font-semibold">
          <Link
            to={`/stores/${store.id}`}
            className="underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-action"
          >
            {store.name}
          </Link>
        </p>
        <p className="flex flex-wrap items-center gap-x-2.5 text-sm text-muted">
          {store.reviewCount > 0 && (
            <Rating compact value={store.averageRating} count={store.reviewCount} className="text-ink" />
          )}
          {plural(store.productCount, 'product')}
        </p>
      </div>
    </aside>
  );
}

export const StoreCardSkeleton = () => (
  <div className="flex items-center gap-4 rounded-lg border border-line bg-surface p-4">
    <Skeleton className="size-12 rounded-full" />
    <div className="flex flex-1 flex-col gap-2 py-1">
      <Skeleton className="h-3.5 w-16" />
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-3.5 w-1/2" />
    </div>
  </div>
);
