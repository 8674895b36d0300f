import type { OrderStatus } from '@souk/contracts';
import { Link, useSearchParams } from 'react-router';
import { cn } from '~/lib/cn';
import { STATUS_FILTERS } from './order-words';

/** The status in the URL; anything else is none. */
export const statusOf = (search: URLSearchParams): OrderStatus | null =>
  STATUS_FILTERS.find(({ value }) => value === search.get('status'))?.value ?? null;

export function StatusFilter({ status }: { status: OrderStatus | null }) {
  const [params] = useSearchParams();
  const choices = [{ value: null, label: 'All' }, ...STATUS_FILTERS];
  return (
    <nav
      aria-label="Filter by status"
      className="no-scrollbar -mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0.5"
    >
      <ul className="flex w-max gap-2">
        {choices.map(({ value, label }) => (
          <li key={label}>
            <Link
              to={withStatus(params, value)}
              replace
              preventScrollReset
              aria-current={value === status ? 'true' : undefined}
              className={cn(
                'touch-target inline-flex h-9 items-center rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors',
                value === status
                  ? 'border-action bg-action text-on-action'
                  : 'border-line-strong bg-surface hover:bg-sunken',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Search and period stay. */
function withStatus(params: URLSearchParams, status: OrderStatus | null): string {
  const next = new URLSearchParams(params);
  if (status) next.set('status', status);
  else next.delete('status');
  return `?${next}`;
}
