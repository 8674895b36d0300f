import type { StoreDto } from '@souk/contracts/stores.dto';
import { useQuery } from '@tanstack/react-query';
import { Store, TicketPercent } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select } from '~/components/input';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { CouponSheet } from '~/features/coupons/components/coupon-sheet';
import { CouponTable } from '~/features/coupons/components/coupon-table';
import { myStoresQuery } from '~/features/stores/api/my-stores';
import { useChosenStore } from './chosen-store';

export function Component() {
  const chosen = useChosenStore();
  const [creating, setCreating] = useState(false);
  const { data: stores, error, refetch } = useQuery(myStoresQuery);
  const store = stores?.find(({ id }) => id === chosen) ?? stores?.[0];
  const create = () => setCreating(true);
  return (
    <Page
      title="Coupons"
      lead="Codes that take something off the goods of one store."
      actions={store && <Button onClick={create}>New coupon</Button>}
    >
      {error && (
        <ErrorState error={error} title="Your stores could not be loaded" onRetry={() => void refetch()} />
      )}
      {!stores && !error && (
        <Loading label="Loading coupons">
          <Skeleton className="h-80 rounded-lg" />
        </Loading>
      )}
      {store && stores && (
        <div className="flex flex-col gap-6">
          {stores.length > 1 && <StoreField store={store} stores={stores} />}
          <CouponTable
            key={store.id}
            storeId={store.id}
            empty={
              <EmptyState
                icon={TicketPercent}
                title={`${store.name} has no coupons`}
                action={<Button onClick={create}>Create a coupon</Button>}
              >
                Thank those who come back, or bring a quiet week to life.
              </EmptyState>
            }
          />
        </div>
      )}
      {stores?.length === 0 && <NoStore />}
      {creating && store && (
        <CouponSheet storeId={store.id} coupon={null} onClose={() => setCreating(false)} />
      )}
    </Page>
  );
}

function StoreField({ store, stores }: { store: StoreDto; stores: readonly StoreDto[] }) {
  const [, setParams] = useSearchParams();
  return (
    <Field label="Store" className="max-w-sm">
      <Select value={store.id} onChange={(event) => setParams({ store: event.target.value })}>
        {stores.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const NoStore = () => (
  <EmptyState
    icon={Store}
    title="Open a store first"
    action={
      <Button asChild>
        <Link to="/stores/create">Open a store</Link>
      </Button>
    }
  >
    A coupon takes something off the goods of a store.
  </EmptyState>
);
