import { formatMinor, toMinor, worthOfUnits } from '@souk/contracts';
import type { OrderItemDto } from '@souk/contracts/orders.dto';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '~/components/choice';
import { QuantityInput } from '~/components/quantity-input';
import { formatMoney } from '~/lib/format';
import { optionsText } from '~/lib/options-text';

interface RefundLineProps {
  item: OrderItemDto;
  currency: string;
  quantity: number;
  onQuantity: (quantity: number) => void;
  restock: UseFormRegisterReturn;
}

/** How many units of an item go back, and whether they are for sale again. */
export function RefundLine({ item, currency, quantity, onQuantity, restock }: RefundLineProps) {
  const left = item.quantity - item.refundedQuantity;
  const options = optionsText(item.options);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 py-4 first:pt-0">
      <div className="flex min-w-0 flex-1 basis-40 flex-col">
        <span className="font-medium break-words">{item.name}</span>
        <span className="text-sm text-muted">
          {options && `${options} · `}
          {left === 0
            ? 'All refunded'
            : `${left} of ${item.quantity} left · ${formatMoney(worthOfOne(item), currency)} each`}
        </span>
        {quantity > 0 && !item.digital && (
          <Checkbox {...restock} className="mt-2 text-sm">
            Put back into stock
          </Checkbox>
        )}
      </div>
      {left > 0 && (
        <QuantityInput
          label={`Refund units of ${item.name}`}
          min={0}
          max={left}
          value={quantity}
          onChange={onQuantity}
        />
      )}
    </li>
  );
}

/** What was paid for the next unit that goes back. */
const worthOfOne = (item: OrderItemDto): string =>
  formatMinor(worthOfUnits({ ...item, paid: toMinor(item.paid) }, 1));
