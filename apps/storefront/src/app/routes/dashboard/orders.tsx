import { ORDER_STATUSES, type OrderStatus } from '@souk/contracts';
import { PackageCheck } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { Tabs } from '~/components/tabs';
import { SalesList } from '~/features/sales/components/sales-list';
import { useChosenStore } from './chosen-store';

const ALL = 'all';
const TABS: { value: OrderStatus | typeof ALL; label: string; empty: string }[] = [
  { value: ALL, label: 'All', empty: 'No orders yet' },
  { value: 'pending', label: 'To ship', empty: 'Nothing waits to be shipped' },
  { value: 'shipped', label: 'Shipped', empty: 'Nothing is on its way' },
  { value: 'delivered', label: 'Delivered', empty: 'Nothing is delivered yet' },
  { value: 'cancelled', label: 'Cancelled', empty: 'No order was cancelled' },
];

export function Component() {
  const [params, setParams] = useSearchParams();
  const store = useChosenStore();
  const status = ORDER_STATUSES.find((known) => known === params.get('status'));
  const change = (value: string) =>
    setParams((now) => {
      if (value === ALL) now.delete('status');
      else now.set('status', value);
      return now;
    });
  return (
    <Page title="Orders">
      <Tabs
        label="Orders by status"
        value={status ?? ALL}
        onChange={change}
        tabs={TABS.map(({ value, label, empty }) => ({
          value,
          label,
          content: (
            <SalesList
              key={`${value} ${store}`}
              filter={{ ...(status && { status }), ...(store && { store }) }}
              empty={
                <EmptyState icon={PackageCheck} title={empty}>
                  Orders with your goods appear here as soon as they are placed, with the address to send them
                  to.
                </EmptyState>
              }
            />
          ),
        }))}
      />
    </Page>
  );
}
