import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listOf } from '~/lib/query';
import { PAGE_SIZE, type ProductFilters } from '../filters';

interface PageParam {
  cursor?: string;
  limit: number;
}

/** Goes on where one was: the pages stay for half an hour, so that Back finds what was in sight. */
const KEPT = 30 * 60_000;

/** `shown`: products to load at first; more than a page when a reload restores what was in sight. */
export const productListQuery = (filters: ProductFilters, shown: number) =>
  infiniteQueryOptions({
    queryKey: ['products', 'list', filters],
    queryFn: ({ pageParam: { cursor, limit }, signal }) =>
      unwrap(
        api.GET('/api/products', {
          params: { query: { ...filters, cursor, limit, facets: cursor === undefined } },
          signal,
        }),
      ),
    initialPageParam: { limit: shown } as PageParam,
    getNextPageParam: ({ nextCursor }): PageParam | undefined =>
      nextCursor === null ? undefined : { cursor: nextCursor, limit: PAGE_SIZE },
    placeholderData: keepPreviousData,
    select: listOf,
    gcTime: KEPT,
  });

/** A short row of products, for pages that show some of them. */
export const productRowQuery = (filters: ProductFilters, limit: number) =>
  queryOptions({
    queryKey: ['products', 'row', filters, limit],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/products', { params: { query: { ...filters, limit } }, signal })),
    select: ({ items }) => items,
    staleTime: 60_000,
    gcTime: KEPT,
  });
