import type { EarningsPeriod } from '@souk/contracts';
import type { EarningsDto } from '@souk/contracts/ledger.dto';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCompact, formatMoney } from '~/lib/format';
import { periodLabel } from '../model/words';

interface EarningsChartProps {
  earnings: EarningsDto;
  by: EarningsPeriod;
}

const AXIS = { fontSize: 13, fill: 'var(--muted)' };

/** Loaded lazily. Hidden from screen readers by its frame, which says the sum and offers a table. */
export default function EarningsChart({ earnings: { periods, currency }, by }: EarningsChartProps) {
  const points = periods.map(({ start, earned, sales }) => ({
    period: periodLabel(start, by),
    earned: Number(earned),
    sales,
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="period" tickLine={false} axisLine={false} minTickGap={20} tick={AXIS} />
        <YAxis
          width={52}
          tickLine={false}
          axisLine={false}
          tick={AXIS}
          tickFormatter={(value: number) => formatCompact(value)}
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
                <p className="font-semibold tabular-nums">{formatMoney(value.toFixed(2), currency)}</p>
              </div>
            );
          }}
        />
        <Bar
          dataKey="earned"
          fill="var(--action)"
          radius={[4, 4, 0, 0]}
          maxBarSize={36}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
