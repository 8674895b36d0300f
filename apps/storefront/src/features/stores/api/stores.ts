import type { StoreSort } from '@souk/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

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

export const storeListQuery = (filters: StoreFilters) =>
  infiniteQueryOptions({
    queryKey: ['stores', 'list', filters],
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(api.GET('/api/stores', { params: { query: { ...filters, cursor, limit: 24 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
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
