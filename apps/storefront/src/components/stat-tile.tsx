import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '~/lib/cn';
import { Card } from './card';

interface StatTileProps {
  label: string;
  value: ReactNode;
  /** Change against the period before, in percent; null when there is nothing to compare with. */
  change?: number | null;
  /** What the change is measured against: "than last week". */
  hint?: string;
}

export function StatTile({ label, value, change, hint }: StatTileProps) {
  const hasChange = change !== null && change !== undefined;
  const Arrow = hasChange && change < 0 ? ArrowDown : ArrowUp;
  return (
    <Card className="flex flex-col gap-1 p-5">
      <p className="text-sm text-muted">{label}</p>
      <p className="text-2xl font-semibold tracking-tight tabular-nums">{value}</p>
      <p className="flex min-h-5 flex-wrap items-center gap-1 text-sm text-muted">
        {hasChange && (
          <span
            className={cn(
              'inline-flex items-center gap-0.5 font-medium tabular-nums',
              change > 0 && 'text-success',
              change < 0 && 'text-danger',
            )}
          >
            {change !== 0 && <Arrow aria-hidden className="size-3.5" />}
            {Math.abs(change)}% {change > 0 ? 'more' : change < 0 ? 'less' : 'the same'}
          </span>
        )}
        {hint}
      </p>
    </Card>
  );
}
