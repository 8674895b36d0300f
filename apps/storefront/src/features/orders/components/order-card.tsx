import type { OrderDto } from '@souk/contracts/orders.dto';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Picture } from '~/components/picture';
import { formatDay, formatMoney, plural } from '~/lib/format';
import { thumbnail } from './order-item';
import { statusWord } from './order-words';
import { ReorderButton } from './reorder-button';

const SHOWN = 4;

/** One order in the list; the whole card is one link, but for the way to buy the same again. */
export function OrderCard({ order }: { order: OrderDto }) {
  const { items, parts } = order;
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
  const { label, tone } = statusWord(order.status, order.paymentStatus);
  const more = items.length - SHOWN;
  return (
    <article className="relative flex flex-col gap-4 rounded-lg border border-line bg-surface p-5 transition-colors hover:border-line-strong sm:flex-row sm:items-center sm:gap-6">
      <ul aria-hidden className="flex gap-2">
        {items.slice(0, SHOWN).map((item, index) => (
          <li key={item.id} className="relative">
            <Picture
              image={item.imageUrl === null ? null : thumbnail(item.imageUrl)}
              alt=""
              sizes="64px"
              className="w-14 rounded-md sm:w-16"
            />
            {more > 0 && index === SHOWN - 1 && (
              <span className="absolute inset-0 flex items-center justify-center rounded-md bg-scrim font-semibold text-paper dark:text-ink">
                +{more + 1}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to={`/orders/${order.id}`}
            className="font-medium outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-action"
          >
            Order {order.number}
          </Link>
          <Badge tone={tone}>{label}</Badge>
        </h2>
        <p className="truncate text-muted">{items.map(({ name }) => name).join(', ')}</p>
        <p className="text-sm text-muted">
          {formatDay(order.dateOrdered)} · {plural(units, 'item')} from{' '}
          {parts.length === 1 ? parts[0]?.store.name : `${parts.length} stores`}
        </p>
      </div>
      <div className="flex items-center justify-between gap-3 sm:flex-col sm:items-end">
        <p className="flex flex-col tabular-nums sm:text-right">
          <span className="font-semibold">{formatMoney(order.totalAmount, order.currency)}</span>
          {Number(order.refundedAmount) > 0 && (
            <span className="text-sm text-muted">
              {formatMoney(order.refundedAmount, order.currency)} refunded
            </span>
          )}
        </p>
        <div className="relative z-10">
          <ReorderButton order={order} size="sm" />
        </div>
      </div>
    </article>
  );
}
