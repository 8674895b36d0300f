import type { AccountStatus, ListingStatus, OrderStatus } from '@souk/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;

export interface AdminFilter<Status extends string = string> {
  search?: string;
  status?: Status;
}

export const adminUsersQuery = (filter: AdminFilter<AccountStatus>) =>
  listQuery(['admin', 'users', filter], (cursor, signal) =>
    unwrap(api.GET('/api/admin/users', { params: { query: { ...filter, cursor, limit: PAGE } }, signal })),
  );

export const adminStoresQuery = (filter: AdminFilter<ListingStatus>) =>
  listQuery(['admin', 'stores', filter], (cursor, signal) =>
    unwrap(api.GET('/api/admin/stores', { params: { query: { ...filter, cursor, limit: PAGE } }, signal })),
  );

export const adminProductsQuery = (filter: AdminFilter<ListingStatus>) =>
  listQuery(['admin', 'products', filter], (cursor, signal) =>
    unwrap(api.GET('/api/admin/products', { params: { query: { ...filter, cursor, limit: PAGE } }, signal })),
  );

export const adminOrdersQuery = (filter: AdminFilter<OrderStatus> & { returnsWaiting?: boolean }) =>
  listQuery(['admin', 'orders', filter], (cursor, signal) =>
    unwrap(api.GET('/api/admin/orders', { params: { query: { ...filter, cursor, limit: PAGE } }, signal })),
  );

export const adminReviewsQuery = ({ search }: AdminFilter) =>
  listQuery(['admin', 'reviews', search], (cursor, signal) =>
    unwrap(api.GET('/api/admin/reviews', { params: { query: { search, cursor, limit: PAGE } }, signal })),
  );

export const auditQuery = listQuery(['admin', 'audit'], (cursor, signal) =>
  unwrap(api.GET('/api/admin/audit', { params: { query: { cursor, limit: PAGE } }, signal })),
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
