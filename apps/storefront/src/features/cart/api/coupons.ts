import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';
import { EDIT, cartQuery } from './cart';

/** Enters a code for the stores in the cart that know it; the form shows a refusal. */
export function useEnterCoupon() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: EDIT,
    scope: { id: 'cart' },
    mutationFn: (code: string) => unwrap(api.PUT('/api/cart/coupon', { body: { code } })),
    onSuccess: async (cart, code) => {
      await queries.cancelQueries(cartQuery);
      queries.setQueryData(cartQuery.queryKey, cart);
      const entered = cart.stores.filter(({ coupon }) => coupon?.code === code.trim().toUpperCase());
      announce(entered.find(({ coupon }) => coupon?.notice)?.coupon?.notice?.message ?? 'Coupon applied');
    },
  });
}

export function useRemoveCoupon() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: EDIT,
    scope: { id: 'cart' },
    mutationFn: ({ storeId }: { storeId: number; code: string }) =>
      unwrap(api.DELETE('/api/cart/coupon', { params: { query: { store: storeId } } })),
    onSuccess: (_, { code }) => announce(`${code} removed`),
    onError: (error) => toast.error(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: cartQuery.queryKey }),
  });
}
