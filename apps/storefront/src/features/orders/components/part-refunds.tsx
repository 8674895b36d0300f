import type { OrderItemDto } from '@souk/contracts/orders.dto';
import type { RefundDto } from '@souk/contracts/refunds.dto';
import { formatDate, formatMoney } from '~/lib/format';

interface PartRefundsProps {
  refunds: readonly RefundDto[];
  items: readonly OrderItemDto[];
  currency: string;
}

/** What went back of a part, for what, and why. */
export function PartRefunds({ refunds, items, currency }: PartRefundsProps) {
  const given = refunds.filter(({ amount }) => Number(amount) > 0);
  if (given.length === 0) return null;
  return (
    <section aria-label="Refunds" className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="font-medium">Refunds</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {given.map((refund) => (
          <li key={refund.id} className="flex justify-between gap-4">
            <div className="flex min-w-0 flex-col">
              <p className="break-words">{goodsOf(refund, items)}</p>
              <p className="break-words text-muted">
                <time dateTime={refund.createdAt}>{formatDate(refund.createdAt)}</time>
                {refund.reason && ` · ${refund.reason}`}
              </p>
            </div>
            <span className="shrink-0 font-medium tabular-nums">{formatMoney(refund.amount, currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function goodsOf({ lines, shipping, reason }: RefundDto, items: readonly OrderItemDto[]): string {
  if (reason === null) return 'What was cancelled';
  const goods = lines.map(({ itemId, quantity }) => {
    const item = items.find(({ id }) => id === itemId);
    return `${quantity} × ${item?.name ?? 'an item'}`;
  });
  if (Number(shipping) > 0) goods.push(goods.length > 0 ? 'shipping' : 'Shipping');
  return goods.length > 0 ? goods.join(', ') : 'An amount, for no goods in particular';
}
