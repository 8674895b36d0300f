import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { useSession } from '~/features/auth/api/session';
import { useRefreshAnnouncement } from '~/features/social/api/announcement';
import { AnnouncementPanel } from '~/features/social/components/announcement-panel';
import { storeQuery } from '~/features/storekeeping/api/stores';
import { CloseStore } from '~/features/storekeeping/components/close-store';
import { StoreForm } from '~/features/storekeeping/components/store-form';
import { ApiError } from '~/lib/api-error';

export function Component() {
  const id = Number(useParams().id);
  const navigate = useNavigate();
  const refreshAnnouncement = useRefreshAnnouncement('stores', id);
  const { user } = useSession();
  const { data: store, error, refetch } = useQuery(storeQuery(id));

  const missing = error instanceof ApiError && [400, 404].includes(error.status);
  if (missing || (store && user && store.vendor.id !== user.id)) return <NotYours />;
  return (
    <Page
      title={store ? store.name : 'Edit store'}
      above={<Breadcrumbs items={[{ label: 'Stores', to: '/dashboard/stores' }, { label: 'Edit' }]} />}
      actions={
        store && (
          <Button asChild variant="secondary">
            <Link to={`/stores/${store.id}`}>View in the shop</Link>
          </Button>
        )
      }
    >
      {error && (
        <ErrorState error={error} title="The store could not be loaded" onRetry={() => void refetch()} />
      )}
      {!store && !error && (
        <Loading label="Loading store" className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <Skeleton className="h-96 rounded-lg" />
          <Skeleton className="h-64 rounded-lg" />
        </Loading>
      )}
      {store && (
        <>
          <StoreForm
            key={store.id}
            store={store}
            onSaved={({ name }) => {
              toast.success(`${name} is saved`);
              void refreshAnnouncement();
            }}
          />
          <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <AnnouncementPanel subject="stores" id={store.id} />
            <CloseStore
              store={store}
              onClosed={() => {
                toast.success(`${store.name} is closed`);
                void navigate('/dashboard/stores');
              }}
            />
          </div>
        </>
      )}
    </Page>
  );
}

const NotYours = () => (
  <Page title="Edit store">
    <EmptyState
      icon={Store}
      title="There is no such store of yours"
      action={
        <Button asChild>
          <Link to="/dashboard/stores">Your stores</Link>
        </Button>
      }
    >
      It may have been closed, or it belongs to another vendor.
    </EmptyState>
  </Page>
);
