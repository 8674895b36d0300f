import type { StoreDto } from '@souk/contracts/stores.dto';
import { useQuery } from '@tanstack/react-query';
import { EyeOff, PackageOpen } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { PageFailure } from '~/app/page-failure';
import { useTileActions } from '~/app/tile-actions';
import { PageTitle } from '~/components/page';
import { ProductGridSkeleton } from '~/components/product-card';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState } from '~/components/states';
import { useSession } from '~/features/auth/api/session';
import { ProductBrowser } from '~/features/products/components/product-browser';
import { storeQuery } from '~/features/stores/api/stores';
import { StoreAbout } from '~/features/stores/components/store-about';
import { StoreHeader } from '~/features/stores/components/store-header';

export function Component() {
  const { data, error, refetch } = useQuery(storeQuery(Number(useParams().id)));
  if (data) return <StoreView key={data.id} store={data} />;
  if (!error) return <StoreSkeleton />;
  return (
    <PageFailure
      error={error}
      noun="store"
      onRetry={() => void refetch()}
      others={{ label: 'See all stores', to: '/stores' }}
    />
  );
}

function StoreView({ store }: { store: StoreDto }) {
  const { user } = useSession();
  const actions = useTileActions();
  return (
    <div className="page flex flex-col gap-8 pb-8 sm:gap-10 sm:pt-6">
      <PageTitle>{store.name}</PageTitle>
      <StoreHeader store={store} />
      {user?.id === store.vendor.id && <OwnStore store={store} />}
      <StoreAbout store={store} />
      <section aria-label={`Products of ${store.name}`} className="flex flex-col gap-6">
        <h2 className="font-display text-xl font-semibold sm:text-2xl">Products</h2>
        <ProductBrowser
          storeId={store.id}
          actions={actions}
          empty={
            <EmptyState icon={PackageOpen} title="Nothing for sale right now">
              {store.name} has no products in its store at the moment.
            </EmptyState>
          }
        />
      </section>
    </div>
  );
}

function OwnStore({ store: { id, isActive } }: { store: StoreDto }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-sunken px-4 py-3 sm:mx-6">
      {!isActive && <EyeOff aria-hidden className="size-4.5" />}
      <span>{isActive ? 'This is your store.' : 'Hidden: only you see this page.'}</span>
      <Link to={`/stores/${id}/edit`} className="text-action underline underline-offset-4">
        Edit it
      </Link>
    </p>
  );
}

const StoreSkeleton = () => (
  <Loading label="Loading store" className="page flex flex-col gap-8 pb-8 sm:pt-6">
    <Skeleton className="aspect-16/5 h-auto max-h-72 rounded-lg max-sm:-mx-4 max-sm:rounded-none" />
    <Skeleton className="h-10 w-72 max-w-full" />
    <Skeleton className="h-16 max-w-xl" />
    <ProductGridSkeleton count={4} />
  </Loading>
);
