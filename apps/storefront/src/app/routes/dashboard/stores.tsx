import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { OwnStoreCard } from '~/features/storekeeping/components/own-store-card';
import { myStoresQuery } from '~/features/stores/api/my-stores';

export function Component() {
  const { data: stores, error, refetch } = useQuery(myStoresQuery);
  const open = (
    <Button asChild>
      <Link to="/stores/create">Open a store</Link>
    </Button>
  );
  return (
    <Page title="Stores" actions={stores && stores.length > 0 && open}>
      {error ? (
        <ErrorState error={error} title="Your stores could not be loaded" onRetry={() => void refetch()} />
      ) : !stores ? (
        <Loading label="Loading stores" className={grid}>
          <Skeleton className="h-52 rounded-lg" />
          <Skeleton className="h-52 rounded-lg" />
        </Loading>
      ) : stores.length === 0 ? (
        <EmptyState icon={Store} title="No store yet" action={open}>
          A store has a name, a page and its own shipping fee. It takes two minutes to open one.
        </EmptyState>
      ) : (
        <div className={grid}>
          {stores.map((store) => (
            <OwnStoreCard key={store.id} store={store} />
          ))}
        </div>
      )}
    </Page>
  );
}

const grid = 'grid grid-cols-1 gap-5 md:grid-cols-2';
