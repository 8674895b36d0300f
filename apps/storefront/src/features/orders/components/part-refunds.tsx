import type { RefundDto } from '@souk/contracts/refunds.dto';
import { formatDate, formatMoney } from '~/lib/format';

interface PartRefundsProps {
  refunds: readonly RefundDto[];
  currency: string;
}

/** What went back of a part, and why. */
export function PartRefunds({ refunds, currency }: PartRefundsProps) {
  const given = refunds.filter(({ amount }) => Number(amount) > 0);
  if (given.length === 0) return null;
  return (
    <section aria-label="Refunds" className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="font-medium">Refunds</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {given.map(({ id, amount, reason, createdAt }) => (
          <li key={id} className="flex justify-between gap-4">
            <span className="min-w-0 break-words text-muted">
              <time dateTime={createdAt}>{formatDate(createdAt)}</time> · {reason ?? 'Cancelled'}
            </span>
            <span className="shrink-0 font-medium tabular-nums">{formatMoney(amount, currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
