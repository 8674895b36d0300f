import type { StoreDto } from '@souk/contracts/stores.dto';
import { Rating } from '~/components/rating';
import { StoreLogo } from '~/components/store-logo';
import { formatDay, plural } from '~/lib/format';
import { StoreBanner } from './store-banner';

/** The opening of a store's page. */
export function StoreHeader({ store }: { store: StoreDto }) {
  return (
    <header className="flex flex-col">
      <StoreBanner
        store={store}
        className="max-h-72 rounded-lg border border-line max-sm:-mx-4 max-sm:w-auto max-sm:rounded-none max-sm:border-x-0"
      />
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3 sm:px-6">
        <StoreLogo
          name={store.name}
          src={store.logo}
          size="lg"
          className="-mt-8 border-4 border-paper sm:-mt-10 sm:size-28"
        />
        <div className="flex min-w-0 flex-1 flex-col gap-1 pb-1 max-sm:basis-full">
          <h1 className="font-display text-2xl font-semibold tracking-tight sm:text-3xl">{store.name}</h1>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
            {store.reviewCount > 0 && (
              <Rating value={store.averageRating} count={store.reviewCount} className="text-base text-ink" />
            )}
            <span>{plural(store.productCount, 'product')}</span>
            <span>
              Open since <time dateTime={store.createdAt}>{formatDay(store.createdAt)}</time>
            </span>
          </p>
        </div>
      </div>
    </header>
  );
}
