import { Search } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { LIMITS } from '@souk/contracts';
import { Button } from '~/components/button';
import { Input, Select } from '~/components/input';
import type { AdminFilter } from '../api/admin';

/** The filter in the address: `?search=…&status=…`. */
export function useAdminFilter<Status extends string>(statuses: readonly Status[]): AdminFilter<Status> {
  const [params] = useSearchParams();
  const search = params.get('search')?.slice(0, LIMITS.search.max);
  const status = statuses.find((known) => known === params.get('status'));
  return { ...(search && { search }), ...(status && { status }) };
}

interface AdminFiltersProps {
  /** What is searched: "Name". */
  label: string;
  /** None: no choice of status. */
  statuses?: readonly string[];
}

export function AdminFilters({ label, statuses = [] }: AdminFiltersProps) {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    });
  const search = params.get('search') ?? '';
  return (
    <form
      role="search"
      aria-label="Filter"
      className="flex flex-wrap gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        set('search', (new FormData(event.currentTarget).get('search') as string).trim());
      }}
    >
      <div className="min-w-0 flex-1 basis-60 sm:max-w-sm">
        <Input
          key={search}
          type="search"
          name="search"
          aria-label={label}
          placeholder={label}
          maxLength={LIMITS.search.max}
          defaultValue={search}
        />
      </div>
      <Button type="submit" variant="secondary">
        <Search aria-hidden />
        Search
      </Button>
      {statuses.length > 0 && (
        <div className="w-44">
          <Select
            aria-label="Status"
            value={params.get('status') ?? ''}
            onChange={(event) => set('status', event.target.value)}
          >
            <option value="">Every status</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {status[0]?.toUpperCase()}
                {status.slice(1)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </form>
  );
}
