import type { AccountStatus, ListingStatus, OrderStatus } from '@souk/contracts';
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

const PAGE = 20;

export interface AdminFilter<Status extends string = string> {
  search?: string;
  status?: Status;
}

interface PageRequest {
  limit: number;
  cursor?: string;
}

interface PageOf<Row> {
  items: Row[];
  total: number;
  nextCursor: string | null;
}

const listQuery = <Filter extends object, Row>(
  noun: string,
  filter: Filter,
  fetchPage: (query: Filter & PageRequest, signal: AbortSignal) => Promise<PageOf<Row>>,
) =>
  infiniteQueryOptions({
    queryKey: ['admin', noun, filter],
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    select: ({ pages }) => ({ rows: pages.flatMap(({ items }) => items), total: pages.at(-1)?.total ?? 0 }),
  });

export const adminUsersQuery = (filter: AdminFilter<AccountStatus>) =>
  listQuery('users', filter, (query, signal) =>
    unwrap(api.GET('/api/admin/users', { params: { query }, signal })),
  );

export const adminStoresQuery = (filter: AdminFilter<ListingStatus>) =>
  listQuery('stores', filter, (query, signal) =>
    unwrap(api.GET('/api/admin/stores', { params: { query }, signal })),
  );

export const adminProductsQuery = (filter: AdminFilter<ListingStatus>) =>
  listQuery('products', filter, (query, signal) =>
    unwrap(api.GET('/api/admin/products', { params: { query }, signal })),
  );

export const adminOrdersQuery = (filter: AdminFilter<OrderStatus>) =>
  listQuery('orders', filter, (query, signal) =>
    unwrap(api.GET('/api/admin/orders', { params: { query }, signal })),
  );

export const adminReviewsQuery = ({ search }: AdminFilter) =>
  listQuery('reviews', { ...(search && { search }) }, (query, signal) =>
    unwrap(api.GET('/api/admin/reviews', { params: { query }, signal })),
  );

export const auditQuery = () =>
  listQuery('audit', {}, (query, signal) =>
    unwrap(api.GET('/api/admin/audit', { params: { query }, signal })),
  );

export type Act =
  | 'deactivate users'
  | 'reactivate users'
  | 'deactivate stores'
  | 'reactivate stores'
  | 'deactivate products'
  | 'reactivate products'
  | 'remove reviews';

const PATHS = {
  'deactivate users': '/api/admin/users/{id}/deactivate',
  'reactivate users': '/api/admin/users/{id}/reactivate',
  'deactivate stores': '/api/admin/stores/{id}/deactivate',
  'reactivate stores': '/api/admin/stores/{id}/reactivate',
  'deactivate products': '/api/admin/products/{id}/deactivate',
  'reactivate products': '/api/admin/products/{id}/reactivate',
  'remove reviews': '/api/admin/reviews/{id}/remove',
} as const satisfies Record<Act, string>;

/** What staff does shows all over the shop. */
export function useModerate(act: Act, id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(api.POST(PATHS[act], { params: { path: { id } }, body: { reason } })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
