import type { CartItemInput } from '@souk/contracts/cart.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';
import { openCartDrawer } from './drawer';

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/cart', { signal })),
});

/** Adds and opens the cart drawer; a refusal is told in a toast. `quantity` adds to what the cart has. */
export function useAddToCart() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CartItemInput) => unwrap(api.POST('/api/cart/items', { body: input })),
    onSuccess: async (cart, input) => {
      // A cart that was asked for before must not arrive after this one.
      await queries.cancelQueries(cartQuery);
      queries.setQueryData(cartQuery.queryKey, cart);
      announce('Added to cart');
      openCartDrawer(input);
    },
    onError: (error) => toast.error(error.message),
  });
}
