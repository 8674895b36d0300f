import type { SalesDay } from '@souk/contracts/sales.dto';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCompact, formatMoney, plural } from '~/lib/format';
import { dayLabel } from '../model/periods';
import type { Measure } from './sales-trend';

interface SalesChartProps {
  days: readonly SalesDay[];
  measure: Measure;
  currency: string;
}

const AXIS = { fontSize: 13, fill: 'var(--muted)' };

/** Loaded lazily. Hidden from screen readers by its frame, which says the sum and offers a table. */
export default function SalesChart({ days, measure, currency }: SalesChartProps) {
  const points = days.map(({ date, orders, revenue }) => ({
    day: dayLabel(date),
    value: measure === 'orders' ? orders : Number(revenue),
  }));
  const inWords = (value: number) =>
    measure === 'orders' ? plural(value, 'order') : formatMoney(value.toFixed(2), currency);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="day" tickLine={false} axisLine={false} minTickGap={28} tick={AXIS} />
        <YAxis
          width={measure === 'orders' ? 32 : 52}
          tickLine={false}
          axisLine={false}
          allowDecimals={measure !== 'orders'}
          tick={AXIS}
          tickFormatter={(value: number) => (measure === 'orders' ? '' : '$') + formatCompact(value)}
        />
        <Tooltip
          cursor={{ fill: 'var(--sunken)' }}
          isAnimationActive={false}
          content={({ active, payload, label }) => {
            const value = payload?.[0]?.value;
            if (!active || typeof value !== 'number') return null;
            return (
              <div className="rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-float">
                <p className="text-muted">{label}</p>
                <p className="font-semibold tabular-nums">{inWords(value)}</p>
              </div>
            );
          }}
        />
        <Bar
          dataKey="value"
          fill="var(--action)"
          radius={[4, 4, 0, 0]}
          maxBarSize={28}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
