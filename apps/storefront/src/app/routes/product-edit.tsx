import { useQuery } from '@tanstack/react-query';
import { PackageX } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { knownProductQuery } from '~/features/inventory/api/save-product';
import { DeleteProductDialog } from '~/features/inventory/components/delete-product';
import { ProductForm } from '~/features/inventory/components/product-form';
import { ProductFormSkeleton } from '~/features/inventory/components/product-form-skeleton';
import { useRefreshAnnouncement } from '~/features/social/api/announcement';
import { AnnouncementPanel } from '~/features/social/components/announcement-panel';
import { categoriesQuery } from '~/features/products/api/categories';
import { myStoresQuery } from '~/features/stores/api/my-stores';
import { ApiError } from '~/lib/api-error';
import { useDashboardPath } from './dashboard/chosen-store';

export function Component() {
  const id = Number(useParams().id);
  const navigate = useNavigate();
  const refreshAnnouncement = useRefreshAnnouncement('products', id);
  const to = useDashboardPath();
  const [deleting, setDeleting] = useState(false);
  const known = useQuery(knownProductQuery(id));
  const product = known.data?.product;
  const stores = useQuery(myStoresQuery);
  const categories = useQuery(categoriesQuery);

  const error = known.error ?? stores.error;
  const isMissing = known.error instanceof ApiError && [400, 404].includes(known.error.status);
  const isOthers = product && stores.data && !stores.data.some((store) => store.id === product.store.id);
  if (isMissing || isOthers) return <NotYours to={to('/dashboard/products')} />;

  const isReady = known.data && stores.data && !categories.isPending;
  const retry = () => void Promise.all([known.refetch(), stores.refetch()]);
  return (
    <Page
      title={product ? product.name : 'Edit product'}
      above={
        <Breadcrumbs items={[{ label: 'Products', to: to('/dashboard/products') }, { label: 'Edit' }]} />
      }
      actions={
        product && (
          <>
            <Button variant="ghost" className="text-danger" onClick={() => setDeleting(true)}>
              Delete
            </Button>
            <Button asChild variant="secondary">
              <Link to={`/products/${id}`}>View in the shop</Link>
            </Button>
          </>
        )
      }
    >
      {error && <ErrorState error={error} title="The product could not be loaded" onRetry={retry} />}
      {!error && !isReady && <ProductFormSkeleton />}
      {isReady && product && (
        <>
          <ProductForm
            key={id}
            known={known.data}
            stores={stores.data}
            storeId={product.store.id}
            categories={categories.data ?? []}
            onSaved={({ name }) => {
              toast.success(`${name} is saved`);
              void refreshAnnouncement();
            }}
          />
          <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
            <AnnouncementPanel subject="products" id={id} />
          </div>
          <DeleteProductDialog
            product={product}
            open={deleting}
            onOpenChange={setDeleting}
            onDeleted={() => {
              toast.success(`${product.name} is deleted`);
              void navigate(to('/dashboard/products'));
            }}
          />
        </>
      )}
    </Page>
  );
}

const NotYours = ({ to }: { to: string }) => (
  <Page title="Edit product">
    <EmptyState
      icon={PackageX}
      title="There is no such product of yours"
      action={
        <Button asChild>
          <Link to={to}>Your products</Link>
        </Button>
      }
    >
      It may have been deleted, or it belongs to another vendor.
    </EmptyState>
  </Page>
);
