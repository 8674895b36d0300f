import { NavLink, useSearchParams } from 'react-router';
import { Select } from '~/components/input';
import { cn } from '~/lib/cn';

const PLACES = [
  { place: 'jobs', label: 'Jobs' },
  { place: 'posts', label: 'Posts on X' },
];

interface OperationsFiltersProps<Status extends string> {
  /** In the order in which they are offered. */
  statuses: Record<Status, { label: string }>;
}

/** What goes on behind the shop, kind by kind, and in which state. */
export function OperationsFilters<Status extends string>({ statuses }: OperationsFiltersProps<Status>) {
  const [params, setParams] = useSearchParams();
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <nav
        aria-label="Operations"
        className="no-scrollbar flex max-w-full gap-6 overflow-x-auto border-b border-line"
      >
        {PLACES.map(({ place, label }) => (
          <NavLink
            key={place}
            to={`/admin/operations/${place}`}
            className={({ isActive }) =>
              cn(
                '-mb-px flex h-11 shrink-0 items-center border-b-2 border-transparent font-medium text-muted transition-colors -outline-offset-2! hover:text-ink',
                isActive && 'border-action text-ink',
              )
            }
          >
            {label}
          </NavLink>
        ))}
      </nav>
      <div className="w-44">
        <Select
          aria-label="Status"
          value={params.get('status') ?? ''}
          onChange={({ target }) => setParams(target.value ? { status: target.value } : {})}
        >
          <option value="">Every status</option>
          {Object.entries<{ label: string }>(statuses).map(([status, { label }]) => (
            <option key={status} value={status}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}

/** The status in the address, if it is one of these. */
export function useStatusFilter<Status extends string>(
  statuses: Record<Status, unknown>,
): Status | undefined {
  const [params] = useSearchParams();
  const status = params.get('status');
  return (Object.keys(statuses) as Status[]).find((known) => known === status);
}
