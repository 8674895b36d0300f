import { cn } from '~/lib/cn';
import { formatMoney } from '~/lib/format';

interface TotalsProps {
  /** Decimal strings. */
  subtotal: string;
  /** null: nothing is shipped. */
  shipping: string | null;
  tax: string;
  total: string;
  /** What went back. */
  refunded?: string;
  currency: string;
  /** The sums are about to change. */
  changing?: boolean;
}

/** What an order or a cart adds up to. */
export function Totals({ subtotal, shipping, tax, total, refunded, currency, changing }: TotalsProps) {
  const money = (amount: string) => formatMoney(amount, currency);
  return (
    <dl
      aria-busy={changing || undefined}
      className={cn(
        'grid grid-cols-[1fr_auto] gap-y-2 tabular-nums transition-opacity [&_dd]:pl-4 [&_dd]:text-right',
        changing && 'opacity-60',
      )}
    >
      <dt className="text-muted">Subtotal</dt>
      <dd>{money(subtotal)}</dd>
      {shipping !== null && (
        <>
          <dt className="text-muted">Shipping</dt>
          <dd>{Number(shipping) === 0 ? 'Free' : money(shipping)}</dd>
        </>
      )}
      {Number(tax) > 0 && (
        <>
          <dt className="text-muted">Tax</dt>
          <dd>{money(tax)}</dd>
        </>
      )}
      <dt className="border-t border-line pt-3 text-lg font-semibold">Total</dt>
      <dd className="border-t border-line pt-3 text-lg font-semibold">{money(total)}</dd>
      {refunded !== undefined && Number(refunded) > 0 && (
        <>
          <dt className="text-muted">Refunded</dt>
          <dd>{money(refunded)}</dd>
        </>
      )}
    </dl>
  );
}
