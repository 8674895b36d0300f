import type { CartItemInput } from '@souk/contracts/cart.dto';
import { useSyncExternalStore } from 'react';

/**
 * What was just added; the drawer is open while there is something. Not React state: whoever adds to the cart
 * stands far from the drawer, whose code waits for the first opening.
 */
let added: CartItemInput | null = null;
const listeners = new Set<() => void>();

function set(next: CartItemInput | null): void {
  added = next;
  listeners.forEach((notify) => notify());
}

export const openCartDrawer = (item: CartItemInput): void => set(item);
export const closeCartDrawer = (): void => set(null);

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export const useCartDrawer = (): CartItemInput | null => useSyncExternalStore(subscribe, () => added);
