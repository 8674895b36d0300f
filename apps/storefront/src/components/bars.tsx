import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

interface BarsProps {
  points: { label: string; value: number }[];
  /** In the tooltip. */
  inWords: (value: number) => string;
  /** At the axis, which is so many pixels wide. */
  inShort: (value: number) => string;
  axisWidth: number;
  /** Counts have no halves. */
  isCount?: boolean;
}

const AXIS = { fontSize: 13, fill: 'var(--muted)' };

/** Load it lazily. Hidden from screen readers by its frame, which says the sum and offers a table. */
export function Bars({ points, inWords, inShort, axisWidth, isCount = false }: BarsProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tickLine={false} axisLine={false} minTickGap={24} tick={AXIS} />
        <YAxis
          width={axisWidth}
          tickLine={false}
          axisLine={false}
          allowDecimals={!isCount}
          tick={AXIS}
          tickFormatter={inShort}
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
          maxBarSize={32}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
