import { useSyncExternalStore } from 'react';

/**
 * Whether the cart drawer is open. Not React state: whoever adds to the cart stands far from the drawer, and
 * loading the drawer is left to the first opening.
 */
let open = false;
const listeners = new Set<() => void>();

export function setCartDrawer(next: boolean): void {
  open = next;
  listeners.forEach((notify) => notify());
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export const useCartDrawer = (): boolean => useSyncExternalStore(subscribe, () => open);
