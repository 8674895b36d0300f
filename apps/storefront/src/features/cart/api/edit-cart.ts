import type { CartDto, CartItemDto } from '@souk/contracts/cart.dto';
import { LIMITS, formatMinor, toMinor } from '@souk/contracts';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';
import { formatMoney } from '~/lib/format';
import { EDIT, cartQuery } from './cart';

interface QuantityChange {
  item: CartItemDto;
  /** 0 removes the line. */
  quantity: number;
}

/** Shows the change at once and takes it back when it is refused. Changes are sent one after the other. */
export function useSetQuantity() {
  const queries = useQueryClient();
  // With more of them waiting, this one's answer is already out of date.
  const isLast = () => queries.isMutating({ mutationKey: EDIT }) === 1;
  return useMutation({
    mutationKey: EDIT,
    scope: { id: 'cart' },
    mutationFn: ({ item, quantity }: QuantityChange) =>
      unwrap(api.PUT('/api/cart/items/{id}', { params: { path: { id: item.id } }, body: { quantity } })),
    onMutate: async ({ item, quantity }) => {
      await queries.cancelQueries(cartQuery);
      const before = queries.getQueryData(cartQuery.queryKey);
      queries.setQueryData(cartQuery.queryKey, before && withQuantity(before, item.id, quantity));
      return before;
    },
    onSuccess: (cart, { quantity }) => {
      if (!isLast()) return;
      queries.setQueryData(cartQuery.queryKey, cart);
      if (quantity > 0) announce(`Quantity ${quantity}, total ${formatMoney(cart.total, cart.currency)}`);
    },
    onError: async (error, { item }, before) => {
      toast.error(`${item.product.name} stays as it was.`, { description: error.message });
      if (!isLast()) return;
      queries.setQueryData(cartQuery.queryKey, before);
      await queries.invalidateQueries(cartQuery);
    },
  });
}

/** Puts a removed line back, as a new one at the end. */
export function useRestoreItem() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: EDIT,
    scope: { id: 'cart' },
    mutationFn: ({ product, variant, quantity }: CartItemDto) =>
      unwrap(
        api.POST('/api/cart/items', { body: { productId: product.id, variantId: variant.id, quantity } }),
      ),
    onSuccess: (cart) => queries.setQueryData(cartQuery.queryKey, cart),
    onError: (error) => toast.error(error.message),
  });
}

/** Lowers every line to what can be bought and removes what cannot. */
export function useMakeAvailable() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: EDIT,
    scope: { id: 'cart' },
    mutationFn: async (items: readonly CartItemDto[]) => {
      for (const { id, available } of items) {
        const quantity = Math.min(available, LIMITS.cartQuantity.max);
        await unwrap(api.PUT('/api/cart/items/{id}', { params: { path: { id } }, body: { quantity } }));
      }
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => queries.invalidateQueries(cartQuery),
  });
}

/** True while the sums on the page may not be the server's. */
export const useIsCartChanging = (): boolean => useIsMutating({ mutationKey: EDIT }) > 0;

/** Changes what the buyer changed. Sums, shipping and notices stay: only the server knows them. */
export function withQuantity(cart: CartDto, itemId: number, quantity: number): CartDto {
  const items = cart.items
    .map((item) =>
      item.id === itemId
        ? { ...item, quantity, lineTotal: formatMinor(toMinor(item.unitPrice) * quantity) }
        : item,
    )
    .filter((item) => item.quantity > 0);
  const storeIds = new Set(items.map(({ product }) => product.store.id));
  return {
    ...cart,
    items,
    stores: cart.stores.filter(({ store }) => storeIds.has(store.id)),
    itemCount: items.reduce((units, item) => units + item.quantity, 0),
  };
}
