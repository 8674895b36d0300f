import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { orderQuery } from './orders';

/** Makes a guest's order the account's own. */
export function useClaimOrder(id: number, token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/orders/{id}/claim', { params: { path: { id } }, body: { token } })),
    onSuccess: (order) => {
      queries.setQueryData(orderQuery(id, token).queryKey, order);
      void queries.invalidateQueries({ queryKey: ['orders', 'mine'] });
    },
    // it may be another account's meanwhile
    onError: () => void queries.invalidateQueries({ queryKey: ['orders', id] }),
  });
}
