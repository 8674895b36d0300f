import { cn } from '~/lib/cn';
import { formatMoney } from '~/lib/format';

interface PriceProps {
  /** Decimal string, as the API sends it. */
  amount: string;
  /** The price before, when it was higher. */
  was?: string | null;
  currency: string;
  /** "from $12.00", when variants differ. */
  from?: boolean;
  className?: string;
}

export function Price({ amount, was, currency, from, className }: PriceProps) {
  const reduced = was !== null && was !== undefined && Number(was) > Number(amount);
  return (
    <span className={cn('inline-flex flex-wrap items-baseline gap-x-2 tabular-nums', className)}>
      <span className="font-semibold">
        {from && <span className="font-normal text-muted">from </span>}
        {reduced && <span className="sr-only">Now </span>}
        {formatMoney(amount, currency)}
      </span>
      {reduced && (
        <s className="text-[0.875em] text-muted">
          <span className="sr-only">was </span>
          {formatMoney(was, currency)}
        </s>
      )}
    </span>
  );
}
