import { useInfiniteQuery } from '@tanstack/react-query';
import { Package } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { LoadMoreOf } from '~/components/load-more';
import { isNarrowed, OrderSearchForm, useOrderSearch } from '~/components/order-search';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { ordersQuery } from '~/features/orders/api/orders';
import { OrderCard } from '~/features/orders/components/order-card';
import { StatusFilter, statusOf } from '~/features/orders/components/status-filter';
import { cn } from '~/lib/cn';

export function Component() {
  const [search] = useSearchParams();
  const status = statusOf(search);
  const found = useOrderSearch();
  const list = useInfiniteQuery(ordersQuery(status, found));
  const { error } = list;
  const orders = list.data?.rows;
  const isFiltered = status !== null || isNarrowed(found);
  return (
    <Page title="Your orders">
      {(isFiltered || orders?.length !== 0) && (
        <div className="flex flex-col gap-3">
          <OrderSearchForm />
          <StatusFilter status={status} />
        </div>
      )}
      {orders && orders.length > 0 && (
        <div className={cn('flex flex-col gap-4 transition-opacity', list.isPlaceholderData && 'opacity-60')}>
          {orders.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
          <LoadMoreOf noun="order" list={list} />
        </div>
      )}
      {orders?.length === 0 && <NoOrders filtered={isFiltered} />}
      {!orders && !error && <OrdersSkeleton />}
      {!orders && error && (
        <ErrorState
          error={error}
          title="Your orders could not be loaded"
          onRetry={() => void list.refetch()}
        />
      )}
    </Page>
  );
}

const NoOrders = ({ filtered }: { filtered: boolean }) => (
  <EmptyState
    icon={Package}
    title={filtered ? 'No orders found' : 'No orders yet'}
    action={
      <Button asChild variant={filtered ? 'secondary' : 'primary'}>
        {filtered ? (
          <Link to="/orders">Show all orders</Link>
        ) : (
          <Link to="/products">Find something you like</Link>
        )}
      </Button>
    }
  >
    {filtered
      ? 'Choose another status or period, or search for other words.'
      : 'What you buy appears here, with where it is and what happens next.'}
  </EmptyState>
);

const OrdersSkeleton = () => (
  <Loading label="Loading your orders" className="flex flex-col gap-4">
    {[0, 1, 2].map((row) => (
      <div
        key={row}
        className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5 sm:flex-row sm:items-center sm:gap-6"
      >
        <Skeleton className="aspect-4/5 h-auto w-14 rounded-md sm:w-16" />
        <div className="flex flex-1 flex-col gap-2.5">
          <Skeleton className="w-48 max-w-full" />
          <Skeleton className="w-72 max-w-full" />
          <Skeleton className="h-3.5 w-32" />
        </div>
      </div>
    ))}
  </Loading>
);
