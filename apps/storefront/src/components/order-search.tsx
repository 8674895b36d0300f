import { LIMITS } from '@souk/contracts';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from './button';
import { Input, Select } from './input';

const DAY_MS = 24 * 3600_000;

/** What of a list of orders is asked for, as the address has it: `?search=…&from=…&to=…`. */
export interface OrderSearch {
  search?: string;
  /** UTC days. */
  from?: string;
  to?: string;
}

export function useOrderSearch(): OrderSearch {
  const [params] = useSearchParams();
  const search = params.get('search')?.slice(0, LIMITS.search.max);
  const [from, to] = [dayOf(params.get('from')), dayOf(params.get('to'))];
  return { ...(search && { search }), ...(from && { from }), ...(to && { to }) };
}

export const isNarrowed = (search: OrderSearch): boolean => Object.keys(search).length > 0;

/** Words and period of a list of orders. */
export function OrderSearchForm() {
  const [, setParams] = useSearchParams();
  const { search = '', from = '', to = '' } = useOrderSearch();
  const set = (change: Record<string, string>) =>
    setParams((now) => {
      for (const [name, value] of Object.entries(change)) {
        if (value) now.set(name, value);
        else now.delete(name);
      }
      return now;
    });
  const period = `${from}/${to}`;
  const [today] = useState(() => new Date());
  const periods = periodsUntil(today);
  const isOther = periods.every(({ value }) => value !== period);
  return (
    <form
      role="search"
      aria-label="Orders"
      className="flex flex-wrap gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        set({ search: (new FormData(event.currentTarget).get('search') as string).trim() });
      }}
    >
      <div className="flex min-w-0 flex-1 basis-72 gap-3 sm:max-w-lg">
        <Input
          key={search}
          type="search"
          name="search"
          aria-label="Search by order number, product or store"
          placeholder="Order number, product or store"
          maxLength={LIMITS.search.max}
          defaultValue={search}
        />
        <Button type="submit" variant="secondary">
          <Search aria-hidden />
          <span className="sr-only sm:not-sr-only">Search</span>
        </Button>
      </div>
      <Select
        aria-label="Period"
        className="w-full sm:w-48"
        value={period}
        onChange={(event) => {
          const [first = '', last = ''] = event.target.value.split('/');
          set({ from: first, to: last });
        }}
      >
        {isOther && <option value={period}>{spanLabel(from, to)}</option>}
        {periods.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </form>
  );
}

/** Each as `from/to`. */
function periodsUntil(today: Date): { value: string; label: string }[] {
  const since = (days: number) => `${toDay(new Date(today.getTime() - days * DAY_MS))}/`;
  const year = today.getUTCFullYear();
  return [
    { value: '/', label: 'Any time' },
    { value: since(30), label: 'Last 30 days' },
    { value: since(182), label: 'Last 6 months' },
    ...[year, year - 1].map((each) => ({ value: `${each}-01-01/${each}-12-31`, label: String(each) })),
  ];
}

function spanLabel(from: string, to: string): string {
  if (!to) return `Since ${from}`;
  return from ? `${from} to ${to}` : `Until ${to}`;
}

const toDay = (date: Date) => date.toISOString().slice(0, 10);

/** What the API would refuse is no filter. */
const dayOf = (text: string | null): string | null => {
  if (!text || !/^20\d\d-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && toDay(date) === text ? text : null;
};
