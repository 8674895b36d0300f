import type { CartItemInput } from '@souk/contracts/cart.dto';
import {
  keepPreviousData,
  queryOptions,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';
import { openCartDrawer } from './drawer';

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/cart', { signal })),
});

/** What changes the cart; changes are sent one after the other. */
export const EDIT = ['cart', 'edit'];

/** The cart with the taxes of a country; where none are charged, it is asked for but once. */
export function useCartIn(country: string) {
  const plain = useQuery(cartQuery);
  const isTaxed = plain.data !== undefined && plain.data.taxMode !== 'none';
  const isEditing = useIsMutating({ mutationKey: EDIT }) > 0;
  const taxed = useQuery({
    // anew whenever the cart is another
    queryKey: [...cartQuery.queryKey, { country, at: plain.dataUpdatedAt }],
    queryFn: ({ signal }) => unwrap(api.GET('/api/cart', { params: { query: { country } }, signal })),
    enabled: isTaxed && !isEditing,
    placeholderData: keepPreviousData,
  });
  return {
    cart: (isTaxed && taxed.data) || plain.data,
    /** The sums are about to change. */
    changing: isTaxed && taxed.isFetching,
    error: plain.error,
    refetch: plain.refetch,
  };
}

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
