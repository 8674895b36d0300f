import { useAddToCart } from '~/features/cart/api/cart';

/** Adds a product with a single variant straight from a list. */
export function useQuickAdd() {
  const { mutate, isPending, variables } = useAddToCart();
  return {
    add: (productId: number) => mutate({ productId }),
    pendingId: isPending ? variables.productId : null,
  };
}
