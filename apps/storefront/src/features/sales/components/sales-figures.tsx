import type { SalesSummary } from '@souk/contracts/sales.dto';
import { StatTile } from '~/components/stat-tile';
import { formatMoney, formatNumber } from '~/lib/format';
import { PERIOD_DAYS } from '../api/sales';
import { changeOf, sumOf } from '../model/periods';

/** Today, and the period beside the one before it. */
export function SalesFigures({ summary: { days, currency } }: { summary: SalesSummary }) {
  const today = sumOf(days, 1);
  const now = sumOf(days, PERIOD_DAYS);
  const before = sumOf(days, PERIOD_DAYS, PERIOD_DAYS);
  const since = `than the ${PERIOD_DAYS} days before`;
  const compare = (current: number, past: number) => {
    const change = changeOf(current, past);
    return { change, hint: change === null ? `No sales in the ${PERIOD_DAYS} days before` : since };
  };
  return (
    <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2 xl:grid-cols-4">
      <StatTile
        label="Revenue today"
        value={formatMoney(today.revenue, currency)}
        hint="Since midnight UTC"
      />
      <StatTile label="Orders today" value={formatNumber(today.orders)} hint="Since midnight UTC" />
      <StatTile
        label={`Revenue, ${PERIOD_DAYS} days`}
        value={formatMoney(now.revenue, currency)}
        {...compare(Number(now.revenue), Number(before.revenue))}
      />
      <StatTile
        label={`Orders, ${PERIOD_DAYS} days`}
        value={formatNumber(now.orders)}
        {...compare(now.orders, before.orders)}
      />
    </div>
  );
}
