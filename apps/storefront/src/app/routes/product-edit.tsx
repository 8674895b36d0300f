import { useQuery } from '@tanstack/react-query';
import { PackageX } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { productQuery } from '~/features/inventory/api/products';
import { DeleteProductDialog } from '~/features/inventory/components/delete-product';
import { ProductForm } from '~/features/inventory/components/product-form';
import { StockHistory } from '~/features/inventory/components/stock-history';
import { ProductFormSkeleton } from '~/features/inventory/components/product-form-skeleton';
import { categoriesQuery } from '~/features/products/api/categories';
import { myStoresQuery } from '~/features/stores/api/my-stores';
import { ApiError } from '~/lib/api-error';
import { useDashboardPath } from './dashboard/chosen-store';

export function Component() {
  const id = Number(useParams().id);
  const navigate = useNavigate();
  const to = useDashboardPath();
  const [deleting, setDeleting] = useState(false);
  const [showingStock, setShowingStock] = useState(false);
  const product = useQuery(productQuery(id));
  const stores = useQuery(myStoresQuery);
  const categories = useQuery(categoriesQuery);

  const error = product.error ?? stores.error;
  const isMissing = product.error instanceof ApiError && [400, 404].includes(product.error.status);
  const isOthers =
    product.data && stores.data && !stores.data.some((store) => store.id === product.data.store.id);
  if (isMissing || isOthers) return <NotYours to={to('/dashboard/products')} />;

  const isReady = product.data && stores.data && !categories.isPending;
  const retry = () => void Promise.all([product.refetch(), stores.refetch()]);
  return (
    <Page
      title={product.data ? product.data.name : 'Edit product'}
      above={
        <Breadcrumbs items={[{ label: 'Products', to: to('/dashboard/products') }, { label: 'Edit' }]} />
      }
      actions={
        product.data && (
          <>
            <Button variant="ghost" className="text-danger" onClick={() => setDeleting(true)}>
              Delete
            </Button>
            <Button variant="secondary" onClick={() => setShowingStock(true)}>
              Stock history
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
      {isReady && (
        <>
          <ProductForm
            key={id}
            product={product.data}
            stores={stores.data}
            storeId={product.data.store.id}
            categories={categories.data ?? []}
            onSaved={({ name }) => toast.success(`${name} is saved`)}
          />
          <StockHistory product={product.data} open={showingStock} onOpenChange={setShowingStock} />
          <DeleteProductDialog
            product={product.data}
            open={deleting}
            onOpenChange={setDeleting}
            onDeleted={() => {
              toast.success(`${product.data.name} is deleted`);
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
