import { LIMITS, STORE_SORTS } from '@souk/contracts';
import { useSearchParams } from 'react-router';
import type { StoreFilters } from './api/stores';

/** Search and sort of the list of stores, in the URL. */
export function useStoreFilters() {
  const [params, setParams] = useSearchParams();
  const filters: StoreFilters = {
    search: params.get('search')?.trim().slice(0, LIMITS.search.max) || undefined,
    sort: STORE_SORTS.find((sort) => sort === params.get('sort')),
  };
  const change = (changes: StoreFilters, options?: { replace: boolean }) =>
    setParams(
      (now) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value) now.set(name, value);
          else now.delete(name);
        }
        return now;
      },
      { preventScrollReset: true, ...options },
    );
  return { filters, change };
}
