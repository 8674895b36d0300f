import type { SalesDay } from '@souk/contracts/sales.dto';
import { Bars } from '~/components/bars';
import { formatCompact, formatMoney, plural } from '~/lib/format';
import { dayLabel } from '../model/periods';
import type { Measure } from './sales-trend';

interface SalesChartProps {
  days: readonly SalesDay[];
  measure: Measure;
  currency: string;
}

export default function SalesChart({ days, measure, currency }: SalesChartProps) {
  const isCount = measure === 'orders';
  return (
    <Bars
      points={days.map(({ date, orders, revenue }) => ({
        label: dayLabel(date),
        value: isCount ? orders : Number(revenue),
      }))}
      inWords={(value) => (isCount ? plural(value, 'order') : formatMoney(value.toFixed(2), currency))}
      inShort={(value) => (isCount ? '' : '$') + formatCompact(value)}
      axisWidth={isCount ? 32 : 52}
      isCount={isCount}
    />
  );
}
