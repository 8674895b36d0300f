import type { CartItemDto, CartItemInput } from '@souk/contracts/cart.dto';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { Button } from '~/components/button';
import { Sheet } from '~/components/dialog';
import { Picture } from '~/components/picture';
import { cn } from '~/lib/cn';
import { formatMoney, plural } from '~/lib/format';
import { cartQuery } from '../api/cart';
import { closeCartDrawer } from '../api/drawer';
import { CartNotices } from './cart-notices';
import { optionsText } from '~/lib/options-text';

/** Confirms what was added and shows the cart around it; editing is the cart page's. */
export default function CartDrawer({ added }: { added: CartItemInput }) {
  const { data: cart } = useQuery(cartQuery);
  useCloseOnLeave();
  if (!cart) return null;

  const isAdded = ({ product, variant }: CartItemDto) =>
    product.id === added.productId && (added.variantId ?? variant.id) === variant.id;
  const items = [...cart.items.filter(isAdded), ...cart.items.filter((item) => !isAdded(item))];
  return (
    <Sheet
      open
      onOpenChange={closeCartDrawer}
      title="Added to your cart"
      description={plural(cart.itemCount, 'item')}
      footer={
        <div className="flex w-full flex-col gap-3">
          <p className="flex justify-between gap-4">
            <span>
              Subtotal <span className="text-sm text-muted">before shipping</span>
            </span>
            <span className="font-semibold tabular-nums">{formatMoney(cart.subtotal, cart.currency)}</span>
          </p>
          <div className="grid grid-cols-2 gap-3">
            <Button asChild variant="secondary">
              <Link to="/cart">View cart</Link>
            </Button>
            <Button asChild>
              <Link to="/checkout">Check out</Link>
            </Button>
          </div>
        </div>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <DrawerLine key={item.id} item={item} currency={cart.currency} added={isAdded(item)} />
        ))}
      </ul>
    </Sheet>
  );
}

/** Links in the drawer and the browser's Back both lead away from what it covers. */
function useCloseOnLeave(): void {
  const { key } = useLocation();
  const openedAt = useRef(key);
  useEffect(() => {
    if (key !== openedAt.current) closeCartDrawer();
  }, [key]);
}

interface DrawerLineProps {
  item: CartItemDto;
  currency: string;
  added: boolean;
}

function DrawerLine({ item, currency, added }: DrawerLineProps) {
  const { product, variant, quantity } = item;
  const details = [optionsText(variant.options), `Quantity ${quantity}`].filter(Boolean).join(' · ');
  return (
    <li className="flex gap-4 py-4 first:pt-1">
      <Picture
        image={product.image}
        alt=""
        sizes="80px"
        className={cn('shrink-0 self-start rounded-md', added ? 'w-20' : 'w-14')}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {added && (
          <p className="flex items-center gap-1.5 text-sm font-medium text-success">
            <CircleCheck aria-hidden className="size-4" />
            Just added
          </p>
        )}
        <p className="leading-snug font-medium">{product.name}</p>
        <p className="text-sm text-muted">{details}</p>
        <CartNotices notices={item.notices} />
      </div>
      <p className="shrink-0 font-semibold tabular-nums">{formatMoney(item.lineTotal, currency)}</p>
    </li>
  );
}
