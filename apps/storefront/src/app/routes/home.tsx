import { FIRST_LOOK } from '@souk/contracts';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Link } from 'react-router';
import { useTileActions } from '~/app/tile-actions';
import { Button } from '~/components/button';
import { Near } from '~/components/near';
import { Page, PageTitle } from '~/components/page';
import { Picture } from '~/components/picture';
import { ProductGridSkeleton } from '~/components/product-card';
import { Loading, SectionSkeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { productRowQuery } from '~/features/products/api/product-list';
import { CategoryTiles } from '~/features/products/components/category-tiles';
import { ProductRow } from '~/features/products/components/product-row';
import type { TileActions } from '~/features/products/components/product-tile';
import { storeRowQuery } from '~/features/stores/api/stores';
import { StoreTile, StoreTileSkeleton } from '~/features/stores/components/store-tile';

const TITLE = 'Made by people, sold in one place';
const { sort, limit: NEWEST } = FIRST_LOOK.newest;
const BEST = 4;
const STORES = 3;
const GOODS = 3;

const more = 'inline-flex min-h-6 items-center text-action underline underline-offset-4 hover:decoration-2';

/** Goods first: what is new, where it comes from, and what buyers think of it. */
export function Component() {
  const newest = useQuery(productRowQuery({ sort }, NEWEST));
  const actions = useTileActions();
  if (newest.error && !newest.data) return <Failed error={newest.error} onRetry={() => newest.refetch()} />;
  return (
    <div className="page flex flex-col gap-12 py-6 sm:gap-16 sm:py-8">
      <PageTitle>{TITLE}</PageTitle>
      <div className="flex flex-col gap-6 sm:gap-8">
        <h1 className="font-display text-2xl font-semibold tracking-tight sm:text-3xl">{TITLE}</h1>
        {newest.data?.length === 0 ? (
          <Nothing />
        ) : (
          <ProductRow
            title="New arrivals"
            more={
              <Link to="/products?sort=newest" className={more}>
                See all new arrivals
              </Link>
            }
            query={newest}
            count={NEWEST}
            actions={actions}
            priority
          />
        )}
      </div>
      <CategoryTiles />
      <Near
        placeholder={
          <SectionSkeleton>
            <StoreSkeletons />
          </SectionSkeleton>
        }
      >
        <StoresToDiscover />
      </Near>
      <Near
        placeholder={
          <SectionSkeleton>
            <ProductGridSkeleton count={BEST} />
          </SectionSkeleton>
        }
      >
        <BestRated actions={actions} />
      </Near>
    </div>
  );
}

function BestRated({ actions }: { actions: TileActions }) {
  const best = useQuery(productRowQuery({ sort: 'rating', minRating: 4 }, BEST));
  return (
    <ProductRow
      title="Best rated"
      more={
        <Link to="/products?sort=rating" className={more}>
          See all by rating
        </Link>
      }
      query={best}
      count={BEST}
      actions={actions}
    />
  );
}

function StoresToDiscover() {
  const { data, error, refetch } = useQuery(storeRowQuery({ sort: 'rating' }, STORES));
  if (data?.length === 0) return null;
  return (
    <section aria-label="Stores to discover" className="flex flex-col gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-display text-xl font-semibold sm:text-2xl">Stores to discover</h2>
        <Link to="/stores" className={more}>
          See all stores
        </Link>
      </div>
      {data ? (
        <div className={storeGrid}>
          {data.map((store) => (
            <StoreWithGoods key={store.id} store={store} />
          ))}
        </div>
      ) : error ? (
        <ErrorState error={error} title="The stores could not be loaded" onRetry={() => void refetch()} />
      ) : (
        <Loading label="Loading stores">
          <StoreSkeletons />
        </Loading>
      )}
    </section>
  );
}

const storeGrid = 'grid gap-4 sm:gap-6 md:grid-cols-2 lg:grid-cols-3';

const StoreSkeletons = () => (
  <div className={storeGrid}>
    {Array.from({ length: STORES }, (_, index) => (
      <StoreTileSkeleton key={index} shape="aspect-12/5" />
    ))}
  </div>
);

function StoreWithGoods({ store }: { store: StoreDto }) {
  const { data = [] } = useQuery(productRowQuery({ store: [store.id], sort: 'popular' }, GOODS));
  return (
    <StoreTile store={store}>
      <div className="grid grid-cols-3 gap-px bg-line">
        {Array.from({ length: GOODS }, (_, index) => (
          <Picture
            key={data[index]?.id ?? index}
            image={data[index]?.images[0] ?? null}
            alt=""
            sizes="(width >= 64rem) 135px, (width >= 48rem) 16vw, 31vw"
            className="rounded-none"
          />
        ))}
      </div>
    </StoreTile>
  );
}

/** One word for all sections: they fail together, and ask again when they come back. */
const Failed = ({ error, onRetry }: { error: Error; onRetry: () => Promise<unknown> }) => (
  <Page title={TITLE}>
    <ErrorState error={error} title="The market could not be loaded" onRetry={() => void onRetry()} />
  </Page>
);

const Nothing = () => (
  <EmptyState
    icon={Store}
    title="Nothing is for sale yet"
    action={
      <Button asChild>
        <Link to="/stores/create">Open a store</Link>
      </Button>
    }
  >
    New goods appear here as soon as the first store offers them.
  </EmptyState>
);
