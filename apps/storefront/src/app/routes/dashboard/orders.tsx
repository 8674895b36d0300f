import type { OrderStatus } from '@souk/contracts';
import { useQuery } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { isNarrowed, OrderSearchForm, useOrderSearch } from '~/components/order-search';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { Tabs } from '~/components/tabs';
import { fewSalesQuery, type SalesFilter } from '~/features/sales/api/sales';
import { SalesList } from '~/features/sales/components/sales-list';
import { useChosenStore } from './chosen-store';

const ALL = 'all';
const RETURNS = 'returns';
const TABS: { value: OrderStatus | typeof ALL | typeof RETURNS; label: string; empty: string }[] = [
  { value: ALL, label: 'All', empty: 'No orders yet' },
  { value: 'pending', label: 'To ship', empty: 'Nothing waits to be shipped' },
  { value: 'shipped', label: 'Shipped', empty: 'Nothing is on its way' },
  { value: 'delivered', label: 'Delivered', empty: 'Nothing is delivered yet' },
  { value: RETURNS, label: 'Returns waiting', empty: 'No return waits for you' },
  { value: 'returned', label: 'Returned', empty: 'Nothing was returned' },
  { value: 'cancelled', label: 'Cancelled', empty: 'No order was cancelled' },
];

const filterOf = (tab: (typeof TABS)[number]['value']): SalesFilter => {
  if (tab === ALL) return {};
  return tab === RETURNS ? { returnsWaiting: true } : { status: tab };
};

export function Component() {
  const [params, setParams] = useSearchParams();
  const store = useChosenStore();
  const found = useOrderSearch();
  const shown = TABS.find(({ value }) => value === params.get('status'))?.value ?? ALL;
  const ofStore = { ...(store && { store }) };
  const { data: waiting } = useQuery(fewSalesQuery({ ...ofStore, returnsWaiting: true }, 1));
  const change = (value: string) =>
    setParams((now) => {
      if (value === ALL) now.delete('status');
      else now.set('status', value);
      return now;
    });
  return (
    <Page title="Orders">
      <OrderSearchForm />
      <Tabs
        label="Orders by status"
        value={shown}
        onChange={change}
        tabs={TABS.map(({ value, label, empty }) => ({
          value,
          label,
          ...(value === RETURNS && waiting && waiting.total > 0 && { count: waiting.total }),
          content: (
            <SalesList
              key={`${value} ${store} ${JSON.stringify(found)}`}
              filter={{ ...ofStore, ...found, ...filterOf(value) }}
              empty={
                isNarrowed(found) ? (
                  <NothingFound />
                ) : (
                  <EmptyState icon={PackageCheck} title={empty}>
                    Orders with your goods appear here as soon as they are placed, with the address to send
                    them to.
                  </EmptyState>
                )
              }
            />
          ),
        }))}
      />
    </Page>
  );
}

const NothingFound = () => (
  <EmptyState
    icon={PackageCheck}
    title="No orders found"
    action={
      <Button asChild variant="secondary">
        <Link to="/dashboard/orders">Show all orders</Link>
      </Button>
    }
  >
    Choose another status or period, or search for other words.
  </EmptyState>
);
