import type { CartDto, CartItemDto } from '@souk/contracts/cart.dto';
import { useRef } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { toast } from '~/components/toast';
import { Totals } from '~/components/totals';
import { likelyCountry } from '~/lib/countries';
import { useCartIn } from '../api/cart';
import { useIsCartChanging, useRestoreItem, useSetQuantity } from '../api/edit-cart';
import { CartCoupons } from './cart-coupons';
import { CartLine } from './cart-line';
import { CartNotices } from './cart-notices';
import { CartStoreGroup } from './cart-store-group';

/** The cart's lines by store, and what they add up to. */
export function CartContents({ cart }: { cart: CartDto }) {
  const lines = useRef<HTMLDivElement>(null);
  const setQuantity = useSetQuantity();
  const restore = useRestoreItem();
  const changing = useIsCartChanging();
  // where the parcel goes is said in the checkout; until then it goes where the browser is at home
  const taxed = useCartIn(likelyCountry());
  const sums = taxed.cart ?? cart;

  const remove = (item: CartItemDto) => {
    setQuantity.mutate({ item, quantity: 0 });
    // The button that had the focus is gone.
    lines.current?.focus({ preventScroll: true });
    toast.success(`Removed ${item.product.name}`, {
      action: { label: 'Undo', onClick: () => restore.mutate(item) },
    });
  };
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8">
      <div
        ref={lines}
        tabIndex={-1}
        aria-label="Items in your cart"
        role="group"
        className="flex flex-col gap-6 outline-none"
      >
        <CartNotices notices={cart.notices} />
        {cart.stores.map((group) => {
          const items = cart.items.filter(({ product }) => product.store.id === group.store.id);
          return (
            <CartStoreGroup
              key={group.store.id}
              group={group}
              items={items}
              currency={cart.currency}
              changing={changing}
            >
              {items.map((item) => (
                <CartLine
                  key={item.id}
                  item={item}
                  currency={cart.currency}
                  onQuantity={(quantity) => setQuantity.mutate({ item, quantity })}
                  onRemove={() => remove(item)}
                />
              ))}
            </CartStoreGroup>
          );
        })}
      </div>
      <Card className="flex flex-col gap-5 lg:sticky lg:top-24">
        <h2 className="font-display text-xl font-semibold">Summary</h2>
        <Totals
          subtotal={sums.subtotal}
          discount={sums.discountTotal}
          shipping={sums.shippingRequired ? sums.shippingTotal : null}
          tax={sums.taxTotal}
          taxIncluded={sums.taxIncludedTotal}
          taxEstimated
          total={sums.total}
          currency={sums.currency}
          changing={changing || taxed.changing}
        />
        <CartCoupons cart={cart} />
        <div className="flex flex-col gap-3">
          <Button asChild size="lg">
            <Link to="/checkout">Check out</Link>
          </Button>
          <Button asChild variant="ghost">
            <Link to="/products">Keep shopping</Link>
          </Button>
        </div>
      </Card>
    </div>
  );
}
