import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { cn } from '~/lib/cn';
import { formatNumber } from '~/lib/format';
import { type ProductFilters, withFilters } from '../filters';

interface FilterOptionProps {
  /** What choosing it changes, or taking back the choice. */
  change: Partial<ProductFilters>;
  chosen: boolean;
  /** How many products it would leave. */
  count?: number;
  className?: string;
  children: ReactNode;
}

/** A choice among several. A link, because it leads to another address that can be opened beside this one. */
export function FilterOption({ change, chosen, count, className, children }: FilterOptionProps) {
  const [params] = useSearchParams();
  return (
    <Link
      to={{ search: withFilters(params, change).toString() }}
      preventScrollReset
      aria-current={chosen ? 'true' : undefined}
      className={cn(
        'touch-target -mx-2 flex min-h-9 items-center justify-between gap-3 rounded-sm px-2 text-muted transition-colors hover:bg-sunken hover:text-ink touch:min-h-11',
        chosen && 'bg-action-soft font-medium text-action hover:bg-action-soft hover:text-action',
        className,
      )}
    >
      <span className="min-w-0 truncate">{children}</span>
      {count !== undefined && <span className="text-sm tabular-nums">{formatNumber(count)}</span>}
    </Link>
  );
}
