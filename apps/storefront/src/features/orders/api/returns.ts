import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ReturnInput } from '@souk/contracts/returns.dto';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { orderQuery } from './orders';

function useFollow(id: number, token: string | null) {
  const queries = useQueryClient();
  return {
    onSuccess: (order: OrderDto) => {
      queries.setQueryData(orderQuery(id, token).queryKey, order);
      void queries.invalidateQueries({ queryKey: ['orders', 'mine'] });
    },
    // The vendor may have been faster.
    onError: () => void queries.invalidateQueries({ queryKey: ['orders', id] }),
  };
}

/** Asks the vendor to take goods of one part back. */
export function useAskReturn(id: number, token: string | null) {
  return useMutation({
    mutationFn: ({ partId, input }: { partId: number; input: ReturnInput }) =>
      unwrap(
        api.POST('/api/orders/{id}/parts/{partId}/returns', {
          params: { path: { id, partId }, query: { token: token ?? undefined } },
          body: input,
        }),
      ),
    ...useFollow(id, token),
  });
}

export function useWithdrawReturn(id: number, token: string | null) {
  return useMutation({
    mutationFn: (returnId: number) =>
      unwrap(
        api.POST('/api/orders/{id}/returns/{returnId}/withdraw', {
          params: { path: { id, returnId }, query: { token: token ?? undefined } },
        }),
      ),
    ...useFollow(id, token),
  });
}
