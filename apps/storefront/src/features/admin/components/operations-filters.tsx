import { LIMITS } from '@souk/contracts';
import { Search } from 'lucide-react';
import { NavLink, useSearchParams } from 'react-router';
import { IconButton } from '~/components/icon-button';
import { Input, Select } from '~/components/input';
import { cn } from '~/lib/cn';

const PLACES = [
  { place: 'jobs', label: 'Jobs' },
  { place: 'mails', label: 'Mails' },
  { place: 'posts', label: 'Posts on X' },
  { place: 'deliveries', label: 'Webhooks' },
];

interface OperationsFiltersProps<Status extends string> {
  /** In the order in which they are offered. */
  statuses: Record<Status, { label: string }>;
  /** Can be looked for by whom it was written to. */
  byAddress?: boolean;
}

/** What goes on behind the shop, kind by kind, and in which state. */
export function OperationsFilters<Status extends string>(props: OperationsFiltersProps<Status>) {
  const { statuses, byAddress = false } = props;
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    });
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
      <div className="flex min-w-0 flex-wrap gap-3">
        {byAddress && <AddressSearch address={params.get('to') ?? ''} onSearch={(to) => set('to', to)} />}
        <div className="w-44">
          <Select
            aria-label="Status"
            value={params.get('status') ?? ''}
            onChange={({ target }) => set('status', target.value)}
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
    </div>
  );
}

interface AddressSearchProps {
  address: string;
  onSearch: (address: string) => void;
}

function AddressSearch({ address, onSearch }: AddressSearchProps) {
  return (
    <form
      role="search"
      aria-label="Find mails"
      className="flex min-w-0 gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch((new FormData(event.currentTarget).get('to') as string).trim());
      }}
    >
      <div className="w-60 min-w-0">
        <Input
          key={address}
          type="search"
          name="to"
          aria-label="Written to"
          placeholder="Whole e-mail address"
          maxLength={LIMITS.email.max}
          defaultValue={address}
        />
      </div>
      <IconButton type="submit" icon={Search} label="Search" />
    </form>
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
