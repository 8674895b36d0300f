import type { OrderDto } from '@souk/contracts/orders.dto';
import { Link } from 'react-router';
import { formatDate, formatMoney, plural } from '~/lib/format';

/** Orders to ship, in short. */
export function WaitingOrders({ orders }: { orders: readonly OrderDto[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {orders.map(({ id, number, dateOrdered, items, totalAmount, currency, shippingAddress }) => (
        <li key={id} className="flex items-baseline justify-between gap-4 py-2.5 first:pt-0 last:pb-0">
          <div className="flex min-w-0 flex-col">
            <Link
              to={`/orders/${id}`}
              className="font-medium tabular-nums underline-offset-4 hover:underline"
            >
              {number}
            </Link>
            <span className="truncate text-sm text-muted">
              {plural(
                items.reduce((sum, { quantity }) => sum + quantity, 0),
                'item',
              )}
              {shippingAddress && ` to ${shippingAddress.name}`}
            </span>
          </div>
          <div className="flex shrink-0 flex-col text-right">
            <span className="tabular-nums">{formatMoney(totalAmount, currency)}</span>
            <span className="text-sm text-muted">{formatDate(dateOrdered)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
