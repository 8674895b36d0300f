import type { CartItemDto, CartStore } from '@souk/contracts/cart.dto';
import { Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '~/components/card';
import { cn } from '~/lib/cn';
import { formatMoney } from '~/lib/format';
import { missingForFreeShipping } from './free-shipping';

interface CartStoreGroupProps {
  group: CartStore;
  items: readonly CartItemDto[];
  currency: string;
  /** The sums are about to change. */
  changing: boolean;
  /** The lines. */
  children: ReactNode;
}

/** What comes from one store in one parcel, with its own shipping. */
export function CartStoreGroup({ group, items, currency, changing, children }: CartStoreGroupProps) {
  const { store, subtotal, discount, shipping } = group;
  const missing = missingForFreeShipping(group, items);
  const isDigital = items.every(({ product }) => product.digital);
  return (
    <Card className="p-0 sm:p-0">
      <section aria-label={store.name}>
        <h2 className="border-b border-line px-5 py-4 font-display text-lg font-semibold sm:px-6">
          <Link to={`/stores/${store.id}`} className="underline-offset-4 hover:underline">
            {store.name}
          </Link>
        </h2>
        <ul className="divide-y divide-line px-5 sm:px-6">{children}</ul>
        <div
          className={cn(
            'flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-b-lg border-t border-line bg-paper px-5 py-3.5 text-sm transition-opacity sm:px-6',
            changing && 'opacity-60',
          )}
        >
          <p className="flex items-center gap-2 text-muted">
            {!isDigital && <Truck aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />}
            {isDigital ? 'Delivered as a download' : shippingText(shipping, currency)}
          </p>
          <p className="tabular-nums">
            {Number(discount) > 0 && (
              <span className="mr-4 text-success">
                {group.coupon?.code} −{formatMoney(discount, currency)}
              </span>
            )}
            Subtotal <span className="font-semibold">{formatMoney(subtotal, currency)}</span>
          </p>
          {missing && (
            <p className="w-full text-accent-ink">
              {formatMoney(missing, currency)} more for free shipping from this store.
            </p>
          )}
        </div>
      </section>
    </Card>
  );
}

const shippingText = (shipping: string, currency: string) =>
  Number(shipping) === 0 ? 'Ships free' : `Shipping ${formatMoney(shipping, currency)}`;
