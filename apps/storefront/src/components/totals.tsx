import type { ReactNode } from 'react';
import { cn } from '~/lib/cn';
import { formatMoney } from '~/lib/format';

interface TotalsProps {
  /** Decimal strings. */
  subtotal: string;
  /** What coupons take off. */
  discount: string;
  /** The codes that do so, where nothing else on the page tells. */
  codes?: string;
  /** null: nothing is shipped. */
  shipping: string | null;
  /** Added on top. */
  tax: string;
  /** Contained in the prices. */
  taxIncluded: string;
  /** Where the buyer is is not known, so the tax may turn out another. */
  taxEstimated?: boolean;
  total: string;
  /** What went back. */
  refunded?: string;
  currency: string;
  /** The sums are about to change. */
  changing?: boolean;
}

/** What an order or a cart adds up to. */
export function Totals({ currency, changing, taxEstimated = false, ...sums }: TotalsProps) {
  const { subtotal, discount, codes, shipping, tax, taxIncluded, total, refunded } = sums;
  const money = (amount: string) => formatMoney(amount, currency);
  return (
    <dl
      aria-busy={changing || undefined}
      className={cn(
        'grid grid-cols-[1fr_auto] gap-y-2 tabular-nums transition-opacity [&_dd]:pl-4 [&_dd]:text-right',
        changing && 'opacity-60',
      )}
    >
      <Row term="Subtotal">{money(subtotal)}</Row>
      {isSome(discount) && (
        <Row term={codes ? `Discount (${codes})` : 'Discount'}>
          <span className="text-success">−{money(discount)}</span>
        </Row>
      )}
      {shipping !== null && <Row term="Shipping">{isSome(shipping) ? money(shipping) : 'Free'}</Row>}
      {isSome(tax) && <Row term={taxEstimated ? 'Estimated tax' : 'Tax'}>{money(tax)}</Row>}
      <dt className="border-t border-line pt-3 text-lg font-semibold">Total</dt>
      <dd className="border-t border-line pt-3 text-lg font-semibold">{money(total)}</dd>
      {isSome(taxIncluded) && (
        <div className="col-span-2 text-sm text-muted">
          <dt className="sr-only">Tax in the total</dt>
          <dd className="pl-0!">
            Includes {money(taxIncluded)} {taxEstimated ? 'estimated tax' : 'tax'}
          </dd>
        </div>
      )}
      {refunded !== undefined && isSome(refunded) && <Row term="Refunded">{money(refunded)}</Row>}
    </dl>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

const isSome = (amount: string) => Number(amount) > 0;
