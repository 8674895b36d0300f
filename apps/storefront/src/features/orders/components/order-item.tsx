import type { OrderItemDto } from '@souk/contracts/orders.dto';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Picture } from '~/components/picture';
import { formatMoney } from '~/lib/format';
import { optionsText } from '~/lib/options-text';

/** The API keeps one thumbnail per sold item; its box is always 4:5. */
export const thumbnail = (url: string) => ({ url, srcset: '', alt: '', width: 400, height: 500 });

interface OrderItemProps {
  item: OrderItemDto;
  currency: string;
  /** Below the details: what can be done with this item. */
  children?: ReactNode;
}

/** As it was when it was sold. */
export function OrderItem({ item, currency, children }: OrderItemProps) {
  const options = optionsText(item.options);
  return (
    <li className="flex gap-4 py-4 first:pt-0 last:pb-0">
      <Picture
        image={item.imageUrl === null ? null : thumbnail(item.imageUrl)}
        alt=""
        sizes="64px"
        className="w-16 shrink-0 self-start rounded-md"
      />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        {item.productId === null ? (
          <p className="leading-snug font-medium">{item.name}</p>
        ) : (
          <Link
            to={`/products/${item.productId}`}
            className="leading-snug font-medium underline-offset-4 hover:underline"
          >
            {item.name}
          </Link>
        )}
        <p className="text-sm text-muted">
          {options && <>{options} · </>}Quantity {item.quantity}
          {item.refundedQuantity > 0 && `, ${item.refundedQuantity} refunded`}
        </p>
        {item.digital && <Badge>Digital</Badge>}
        {children}
      </div>
      <p className="shrink-0 font-medium tabular-nums">{formatMoney(item.lineTotal, currency)}</p>
    </li>
  );
}
