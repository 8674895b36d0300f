import type { ReorderNotice } from '@souk/contracts/reorder.dto';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';

/** Puts what was ordered into the cart again, and leads there. */
export function useReorder() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.POST('/api/orders/{id}/reorder', { params: { path: { id } } })),
    onSuccess: async ({ cart, notices }) => {
      await queries.cancelQueries({ queryKey: ['cart'] });
      queries.setQueryData(['cart'], cart);
      await navigate('/cart', { state: { reordered: notices } });
    },
    onError: ({ message }) => toast.error(message),
  });
}

/** What the cart page is told by the above; nothing for those who come otherwise. */
export const reorderedIn = (state: unknown): ReorderNotice[] | null =>
  typeof state === 'object' && state !== null && 'reordered' in state
    ? (state.reordered as ReorderNotice[])
    : null;
