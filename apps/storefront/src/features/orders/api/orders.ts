import type { OrderStatus } from '@souk/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderSearch } from '~/components/order-search';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 10;

/** The user's purchases, newest first. */
export const ordersQuery = (status: OrderStatus | null, search: OrderSearch) =>
  listQuery(['orders', 'mine', status, search], (cursor, signal) =>
    unwrap(
      api.GET('/api/orders', {
        params: { query: { ...search, limit: PAGE, status: status ?? undefined, cursor } },
        signal,
      }),
    ),
  );

/** @param token opens a guest's order */
export const orderQuery = (id: number, token: string | null) =>
  queryOptions({
    queryKey: ['orders', id, token],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/orders/{id}', {
          params: { path: { id }, query: { token: token ?? undefined } },
          signal,
        }),
      ),
  });

/** Cancels one store's part. What was paid for it goes back. */
export function useCancelPart(id: number, token: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (partId: number) =>
      unwrap(
        api.POST('/api/orders/{id}/cancel', {
          params: { path: { id }, query: { token: token ?? undefined } },
          body: { partId },
        }),
      ),
    onSuccess: (order) => {
      queries.setQueryData(orderQuery(id, token).queryKey, order);
      void queries.invalidateQueries({ queryKey: ['orders', 'mine'] });
    },
    // The part may have been shipped meanwhile.
    onError: () => void queries.invalidateQueries({ queryKey: ['orders', id] }),
  });
}
