import type { CartDto, CartItemDto } from '@souk/contracts/cart.dto';
import type { ReactNode } from 'react';
import { Card } from '~/components/card';
import { Picture } from '~/components/picture';
import { Totals } from '~/components/totals';
import { formatMoney } from '~/lib/format';
import { optionsText } from '~/lib/options-text';

interface CheckoutSummaryProps {
  cart: CartDto;
  changing: boolean;
  /** At the right of the heading. */
  action: ReactNode;
  /** The codes in the cart, and the field for another. */
  coupons: ReactNode;
  /** What stands in the way, and the button that pays. */
  children: ReactNode;
}

/** What one is about to buy, and for how much. */
export function CheckoutSummary({ cart, changing, action, coupons, children }: CheckoutSummaryProps) {
  return (
    <Card className="flex flex-col gap-5 lg:sticky lg:top-24">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-display text-xl font-semibold">Your order</h2>
        {action}
      </div>
      <ul className="flex flex-col gap-4">
        {cart.items.map((item) => (
          <SummaryLine key={item.id} item={item} currency={cart.currency} />
        ))}
      </ul>
      <div className="border-t border-line pt-5">
        <Totals
          subtotal={cart.subtotal}
          discount={cart.discountTotal}
          shipping={cart.shippingRequired ? cart.shippingTotal : null}
          tax={cart.taxTotal}
          taxIncluded={cart.taxIncludedTotal}
          taxEstimated={cart.taxEstimated}
          total={cart.total}
          currency={cart.currency}
          changing={changing}
        />
      </div>
      {coupons}
      {children}
    </Card>
  );
}

function SummaryLine({ item, currency }: { item: CartItemDto; currency: string }) {
  const { product, variant, quantity } = item;
  const options = optionsText(variant.options);
  return (
    <li className="flex gap-3.5">
      <Picture image={product.image} alt="" sizes="48px" className="w-12 shrink-0 self-start rounded-sm" />
      <div className="flex min-w-0 flex-1 flex-col text-sm">
        <p className="leading-snug font-medium">{product.name}</p>
        {options && <p className="text-muted">{options}</p>}
        <p className="text-muted">
          Quantity {quantity} · {product.store.name}
        </p>
      </div>
      <p className="shrink-0 text-sm font-medium tabular-nums">{formatMoney(item.lineTotal, currency)}</p>
    </li>
  );
}
