import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { Link } from 'react-router';
import { formatDate, formatDateTime, formatMoney } from '~/lib/format';
import { PartPanel } from './part-panel';

/** What the address of a customer becomes who has had the account erased. */
const ERASED = '@invalid';

interface SaleCardProps {
  order: OrderDto;
  isSelected: (part: OrderPartDto) => boolean;
  onSelect: (part: OrderPartDto, selected: boolean) => void;
}

/** One order as its vendor works through it: who, where to, what, and what to do next. */
export function SaleCard({ order, isSelected, onSelect }: SaleCardProps) {
  const { id, number, customer, email, dateOrdered, totalAmount, refundedAmount, currency } = order;
  const refunded = Number(refundedAmount) > 0 && `, ${formatMoney(refundedAmount, currency)} refunded`;
  return (
    <article aria-label={`Order ${number}`} className="rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-3.5 sm:px-5">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="font-semibold tabular-nums">
            <Link to={`/orders/${id}`} className="underline-offset-4 hover:underline">
              {number}
            </Link>
          </h2>
          <p className="text-sm text-muted">
            <time dateTime={dateOrdered} title={formatDateTime(dateOrdered)}>
              {formatDate(dateOrdered)}
            </time>{' '}
            by {customer?.username ?? 'a guest'}
            {!email.endsWith(ERASED) && (
              <>
                ,{' '}
                <a href={`mailto:${email}`} className="break-all underline underline-offset-2 hover:text-ink">
                  {email}
                </a>
              </>
            )}
          </p>
        </div>
        <p className="text-sm text-muted">
          <span className="text-base font-semibold text-ink tabular-nums">
            {formatMoney(totalAmount, currency)}
          </span>
          {refunded}
        </p>
      </header>
      {order.parts.map((part) => (
        <PartPanel
          key={part.id}
          order={order}
          part={part}
          selected={isSelected(part)}
          onSelect={(selected) => onSelect(part, selected)}
        />
      ))}
    </article>
  );
}
