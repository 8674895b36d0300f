import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { fewReceivedQuery } from '~/features/feedback/api/received';
import { LatestReviews } from '~/features/feedback/components/latest-reviews';
import { fewOwnProductsQuery } from '~/features/inventory/api/products';
import { LowStock } from '~/features/inventory/components/low-stock';
import { FirstSteps } from '~/features/overview/components/first-steps';
import { Panel } from '~/features/overview/components/panel';
import { fewSalesQuery, salesSummaryQuery } from '~/features/sales/api/sales';
import { SalesFigures } from '~/features/sales/components/sales-figures';
import { SalesTrend } from '~/features/sales/components/sales-trend';
import { WaitingOrders } from '~/features/sales/components/waiting-orders';
import { myStoresQuery } from '~/features/stores/api/my-stores';
import { useChosenStore, useDashboardPath } from './chosen-store';

export function Component() {
  const to = useDashboardPath();
  const { data: stores } = useQuery(myStoresQuery);
  const beginning = useBeginning();
  return (
    <Page
      title="Overview"
      actions={
        stores &&
        stores.length > 0 && (
          <Button asChild>
            <Link to={to('/products/create')}>Add a product</Link>
          </Button>
        )
      }
    >
      {beginning === 'unknown' && <OverviewSkeleton />}
      {stores && typeof beginning === 'number' && <FirstSteps stores={stores} productCount={beginning} />}
      {stores?.length !== 0 && (
        // Loads meanwhile, but is not pushed down by the steps that may come above it.
        <div className={beginning === 'unknown' ? 'hidden' : 'contents'}>
          <Sales />
          <Attention />
        </div>
      )}
    </Page>
  );
}

/** How many products a vendor has who has not sold anything yet, in any store; `over` for those who have. */
function useBeginning(): number | 'over' | 'unknown' {
  const stores = useQuery(myStoresQuery);
  const sales = useQuery(fewSalesQuery({}, 1));
  const products = useQuery(fewOwnProductsQuery({}, 1));
  if (stores.isPending || sales.isPending || products.isPending) return 'unknown';
  // The steps are a help, not worth an error of their own.
  if (!sales.data || !products.data || sales.data.total > 0) return 'over';
  return products.data.total;
}

function Sales() {
  const { data, error, refetch } = useQuery(salesSummaryQuery(useChosenStore()));
  if (data) {
    return (
      <>
        <SalesFigures summary={data} />
        <SalesTrend summary={data} />
      </>
    );
  }
  if (error)
    return (
      <ErrorState error={error} title="The figures could not be loaded" onRetry={() => void refetch()} />
    );
  return <OverviewSkeleton />;
}

const OverviewSkeleton = () => (
  <Loading label="Loading figures" className="flex flex-col gap-6">
    <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2 xl:grid-cols-4">
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
    </div>
    <Skeleton className="h-108 rounded-lg" />
  </Loading>
);

/** What waits for the vendor, and what was said of the goods. */
function Attention() {
  const to = useDashboardPath();
  const store = useChosenStore();
  const ofStore = store ? { store } : {};
  const waiting = useQuery(fewSalesQuery({ ...ofStore, status: 'pending' }, 5));
  const low = useQuery(
    fewOwnProductsQuery({ store: store ? [store] : undefined, lowStock: true, isActive: true }, 5),
  );
  const reviews = useQuery(fewReceivedQuery(ofStore, 3));
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <Panel
        title="To ship"
        to={to('/dashboard/orders?status=pending')}
        linkLabel={waiting.data?.total ? `All ${waiting.data.total} to ship` : 'All orders'}
        query={waiting}
        isEmpty={({ items }) => items.length === 0}
        empty="Nothing waits to be shipped."
      >
        {({ items }) => <WaitingOrders orders={items} />}
      </Panel>
      <Panel
        title="Low stock"
        to={to('/dashboard/products?stock=low&status=active')}
        linkLabel={low.data?.total ? `All ${low.data.total} low in stock` : 'All products'}
        query={low}
        isEmpty={({ items }) => items.length === 0}
        empty="Nothing runs low."
      >
        {({ items }) => <LowStock products={items} />}
      </Panel>
      <Panel
        title="Latest reviews"
        to={to('/dashboard/reviews')}
        linkLabel="All reviews"
        query={reviews}
        isEmpty={({ items }) => items.length === 0}
        empty="No reviews yet. Whoever has bought something may write one."
        className="lg:col-span-2"
      >
        {({ items }) => <LatestReviews reviews={items} />}
      </Panel>
    </div>
  );
}
