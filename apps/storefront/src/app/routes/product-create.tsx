import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { ProductForm } from '~/features/inventory/components/product-form';
import { ProductFormSkeleton } from '~/features/inventory/components/product-form-skeleton';
import { categoriesQuery } from '~/features/products/api/categories';
import { myStoresQuery } from '~/features/stores/api/my-stores';
import { useChosenStore, useDashboardPath } from './dashboard/chosen-store';

export function Component() {
  const navigate = useNavigate();
  const to = useDashboardPath();
  const chosen = useChosenStore();
  const { data: stores, error, refetch } = useQuery(myStoresQuery);
  const { data: categories, isPending: awaitsCategories } = useQuery(categoriesQuery);
  const store = stores?.find(({ id }) => id === chosen) ?? stores?.[0];

  return (
    <Page
      title="Add a product"
      above={<Breadcrumbs items={[{ label: 'Products', to: to('/dashboard/products') }, { label: 'New' }]} />}
    >
      {error ? (
        <ErrorState error={error} title="Your stores could not be loaded" onRetry={() => void refetch()} />
      ) : !stores || awaitsCategories ? (
        <ProductFormSkeleton />
      ) : !store ? (
        <EmptyState
          icon={Store}
          title="Open a store first"
          action={
            <Button asChild>
              <Link to="/stores/create">Open a store</Link>
            </Button>
          }
        >
          Every product stands in a store, which tells buyers who sells it and what shipping costs.
        </EmptyState>
      ) : (
        <ProductForm
          stores={stores}
          storeId={store.id}
          categories={categories ?? []}
          onSaved={({ id, name }) => {
            toast.success(`${name} is created`, {
              action: { label: 'View', onClick: () => void navigate(`/products/${id}`) },
            });
            void navigate(to('/dashboard/products'));
          }}
        />
      )}
    </Page>
  );
}
