import { Suspense, lazy } from 'react';
import { useCartDrawer } from '../api/drawer';

const CartDrawer = lazy(() => import('./cart-drawer'));

/** Stands once in the storefront; the drawer's code comes with the first opening. */
export function CartDrawerHost() {
  const added = useCartDrawer();
  return <Suspense>{added && <CartDrawer added={added} />}</Suspense>;
}
