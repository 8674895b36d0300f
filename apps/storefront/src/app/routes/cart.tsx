import { useQuery } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';
import { Link, useLocation, useNavigationType } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { cartQuery } from '~/features/cart/api/cart';
import { CartContents } from '~/features/cart/components/cart-contents';
import { CartSkeleton } from '~/features/cart/components/cart-skeleton';
import { reorderedIn } from '~/features/orders/api/reorder';
import { ReorderNotices } from '~/features/orders/components/reorder-notices';
import { plural } from '~/lib/format';

export function Component() {
  const { data: cart, error, refetch } = useQuery(cartQuery);
  const { state } = useLocation();
  // a reload and Back keep the state, but the cart may be another by then
  const reordered = useNavigationType() === 'POP' ? null : reorderedIn(state);
  return (
    <Page title="Your cart" lead={cart && cart.itemCount > 0 ? plural(cart.itemCount, 'item') : undefined}>
      {reordered && <ReorderNotices notices={reordered} />}
      {cart && cart.items.length > 0 && <CartContents cart={cart} />}
      {cart?.items.length === 0 && (
        <EmptyState
          icon={ShoppingBag}
          title="Your cart is empty"
          action={
            <Button asChild>
              <Link to="/products">Find something you like</Link>
            </Button>
          }
        >
          What you add on a product&rsquo;s page waits here until you check out.
        </EmptyState>
      )}
      {!cart && !error && <CartSkeleton />}
      {!cart && error && (
        <ErrorState error={error} title="Your cart could not be loaded" onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
