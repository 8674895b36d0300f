import { LIMITS } from '@souk/contracts';
import type { CartItemDto } from '@souk/contracts/cart.dto';
import { Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Picture } from '~/components/picture';
import { QuantityInput } from '~/components/quantity-input';
import { cn } from '~/lib/cn';
import { formatMoney } from '~/lib/format';
import { CartNotices } from './cart-notices';
import { optionsText } from '~/lib/options-text';

interface CartLineProps {
  item: CartItemDto;
  currency: string;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

/** One line of the cart, to be edited. */
export function CartLine({ item, currency, onQuantity, onRemove }: CartLineProps) {
  const { product, variant, quantity, available } = item;
  const options = optionsText(variant.options);
  const canBuy = available > 0;
  return (
    <li className="flex gap-4 py-5">
      <Picture
        image={product.image}
        alt=""
        sizes="96px"
        className={cn('w-20 shrink-0 self-start rounded-md sm:w-24', !canBuy && 'opacity-50')}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2.5">
        <div className="flex flex-col gap-x-4 gap-y-1 sm:flex-row sm:justify-between">
          <div className="flex min-w-0 flex-col items-start gap-1">
            <Link
              to={`/products/${product.id}`}
              className="leading-snug font-medium underline-offset-4 hover:underline"
            >
              {product.name}
            </Link>
            {options && <p className="text-sm text-muted">{options}</p>}
            {product.digital && <Badge>Digital</Badge>}
          </div>
          <p className="shrink-0 tabular-nums sm:text-right">
            <span className="font-semibold">{formatMoney(item.lineTotal, currency)}</span>
            {quantity > 1 && canBuy && (
              <span className="text-sm text-muted max-sm:ml-2 sm:block">
                {formatMoney(item.unitPrice, currency)} each
              </span>
            )}
          </p>
        </div>
        <CartNotices notices={item.notices} />
        <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1">
          {canBuy && (
            <QuantityInput
              label={`Quantity of ${product.name}`}
              value={quantity}
              max={Math.min(available, LIMITS.cartQuantity.max)}
              onChange={onQuantity}
            />
          )}
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Remove ${product.name}`}
            onClick={onRemove}
            className={cn('text-muted', !canBuy && '-ml-3')}
          >
            <Trash2 aria-hidden strokeWidth={1.75} />
            <span className={cn(canBuy && 'max-sm:sr-only')}>Remove</span>
          </Button>
        </div>
      </div>
    </li>
  );
}
