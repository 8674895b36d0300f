import { Suspense, lazy, useState } from 'react';
import { setCartDrawer, useCartDrawer } from '../api/drawer';

const CartDrawer = lazy(() => import('./cart-drawer'));

/** Stands once in the storefront; the drawer's code comes with the first opening and stays for the closing motion. */
export function CartDrawerHost() {
  const open = useCartDrawer();
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return <Suspense>{wanted && <CartDrawer open={open} onOpenChange={setCartDrawer} />}</Suspense>;
}
