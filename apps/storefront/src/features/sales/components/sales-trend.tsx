import type { SalesSummary } from '@souk/contracts/sales.dto';
import { ChartColumn, Table2 } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Select } from '~/components/input';
import { Skeleton } from '~/components/skeleton';
import { formatMoney, formatNumber, plural } from '~/lib/format';
import { PERIOD_DAYS } from '../api/sales';
import { dayLabel, sumOf } from '../model/periods';

// The chart's library weighs more than the rest of the dashboard.
const SalesChart = lazy(() => import('./sales-chart'));

export type Measure = 'revenue' | 'orders';

/** Day by day, as a chart or as the table behind it. */
export function SalesTrend({ summary: { days: all, currency } }: { summary: SalesSummary }) {
  const [measure, setMeasure] = useState<Measure>('revenue');
  const [asTable, setAsTable] = useState(false);
  const days = all.slice(-PERIOD_DAYS);
  const { orders, revenue } = sumOf(days, PERIOD_DAYS);
  const told = measure === 'revenue' ? formatMoney(revenue, currency) : plural(orders, 'order');
  return (
    <SectionCard
      title={`Last ${PERIOD_DAYS} days`}
      description="Paid orders by day in UTC, without what was cancelled."
      actions={
        <div className="flex flex-wrap items-center gap-2">
          {!asTable && (
            <Select
              aria-label="Shown in the chart"
              value={measure}
              onChange={({ target }) => setMeasure(target.value === 'orders' ? 'orders' : 'revenue')}
              className="w-36"
            >
              <option value="revenue">Revenue</option>
              <option value="orders">Orders</option>
            </Select>
          )}
          <Button variant="secondary" onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
            {asTable ? 'Show the chart' : 'Show as a table'}
          </Button>
        </div>
      }
    >
      {asTable ? (
        <div className="h-72 overflow-auto" role="region" aria-label="Sales by day" tabIndex={0}>
          <table className="w-full text-left tabular-nums">
            <caption className="sr-only">Sales by day</caption>
            <thead className="sticky top-0 bg-surface text-sm text-muted">
              <tr className="border-b border-line">
                <th scope="col" className="py-2 font-medium">
                  Day
                </th>
                <th scope="col" className="py-2 text-right font-medium">
                  Orders
                </th>
                <th scope="col" className="py-2 text-right font-medium">
                  Revenue
                </th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((day) => (
                <tr key={day.date} className="border-b border-line last:border-b-0">
                  <th scope="row" className="py-2 font-normal">
                    {dayLabel(day.date)}
                  </th>
                  <td className="py-2 text-right">{formatNumber(day.orders)}</td>
                  <td className="py-2 text-right">{formatMoney(day.revenue, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div
          className="h-72 overflow-hidden"
          role="img"
          aria-label={`Chart by day: ${told} in ${PERIOD_DAYS} days`}
        >
          <Suspense fallback={<Skeleton className="h-full" />}>
            <SalesChart days={days} measure={measure} currency={currency} />
          </Suspense>
        </div>
      )}
    </SectionCard>
  );
}
