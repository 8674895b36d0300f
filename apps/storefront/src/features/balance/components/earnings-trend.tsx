import { type EarningsPeriod } from '@souk/contracts';
import type { EarningsDto } from '@souk/contracts/ledger.dto';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Table2 } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Select } from '~/components/input';
import { Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { formatMoney } from '~/lib/format';
import { earningsQuery } from '../api/balance';
import { periodLabel } from '../model/words';

// The chart's library weighs more than the rest of the dashboard.
const EarningsChart = lazy(() => import('./earnings-chart'));

/** Period by period, as a chart or as the table behind it. */
export function EarningsTrend({ storeId }: { storeId: number }) {
  const [by, setBy] = useState<EarningsPeriod>('week');
  const [asTable, setAsTable] = useState(false);
  const { data, error, refetch } = useQuery(earningsQuery(storeId, by));
  return (
    <SectionCard
      title="Earnings"
      description="Sales less refunds, commission and tax, when they were paid. Weeks begin on Monday, in UTC."
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <Select
            aria-label="Earnings by"
            value={by}
            onChange={({ target }) => setBy(target.value === 'month' ? 'month' : 'week')}
            className="w-36"
          >
            <option value="week">By week</option>
            <option value="month">By month</option>
          </Select>
          <Button variant="secondary" onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
            {asTable ? 'Show the chart' : 'Show as a table'}
          </Button>
        </div>
      }
    >
      {data ? (
        asTable ? (
          <EarningsTable earnings={data} by={by} />
        ) : (
          <div className="h-72 overflow-hidden" role="img" aria-label={chartLabel(data, by)}>
            <Suspense fallback={<Skeleton className="h-full" />}>
              <EarningsChart earnings={data} by={by} />
            </Suspense>
          </div>
        )
      ) : error ? (
        <ErrorState error={error} title="The earnings could not be loaded" onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-72" />
      )}
    </SectionCard>
  );
}

function chartLabel({ periods, currency }: EarningsDto, by: EarningsPeriod): string {
  const last = periods.at(-1);
  return `Chart of twelve ${by}s; ${last ? formatMoney(last.earned, currency) : 'nothing'} in this one`;
}

function EarningsTable({
  earnings: { periods, currency },
  by,
}: {
  earnings: EarningsDto;
  by: EarningsPeriod;
}) {
  return (
    <div className="h-72 overflow-auto" role="region" aria-label={`Earnings by ${by}`} tabIndex={0}>
      <table className="w-full text-left tabular-nums">
        <caption className="sr-only">Earnings by {by}</caption>
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 font-medium">
              {by === 'week' ? 'Week from' : 'Month'}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              Sales
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              Earned
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.toReversed().map(({ start, sales, earned }) => (
            <tr key={start} className="border-b border-line last:border-b-0">
              <th scope="row" className="py-2 font-normal">
                {periodLabel(start, by)}
              </th>
              <td className="py-2 text-right">{formatMoney(sales, currency)}</td>
              <td className="py-2 text-right">{formatMoney(earned, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
