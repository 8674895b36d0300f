import type { StoreSort } from '@souk/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 24;
const KEPT = 30 * 60_000;

export interface StoreFilters {
  search?: string;
  sort?: StoreSort;
}

export const storeQuery = (id: number) =>
  queryOptions({
    queryKey: ['stores', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/stores/{id}', { params: { path: { id } }, signal })),
  });

export const storeListQuery = (filters: StoreFilters) => ({
  ...listQuery(['stores', 'list', filters], (cursor, signal) =>
    unwrap(api.GET('/api/stores', { params: { query: { ...filters, cursor, limit: PAGE } }, signal })),
  ),
  gcTime: KEPT,
});

/** A few stores at once: to discover, or to choose from. */
export const storeRowQuery = (filters: StoreFilters, limit: number) =>
  queryOptions({
    queryKey: ['stores', 'row', filters, limit],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/stores', { params: { query: { ...filters, limit } }, signal })),
    select: ({ items }) => items,
    staleTime: 60_000,
    gcTime: KEPT,
  });
