import type { OrderItemDto } from '@souk/contracts/orders.dto';
import { Link } from 'react-router';
import { Picture } from '~/components/picture';
import { formatMoney } from '~/lib/format';
import { optionsText } from '~/lib/options-text';

export function SoldItem({ item, currency }: { item: OrderItemDto; currency: string }) {
  const { imageUrl, name, options, productId, quantity, refundedQuantity, price, digital } = item;
  const image = imageUrl ? { url: imageUrl, srcset: '', alt: '', width: 400, height: 500 } : null;
  const about = [
    optionsText(options),
    digital && 'Digital',
    refundedQuantity > 0 && `${refundedQuantity} refunded`,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="flex items-center gap-3">
      <Picture image={image} alt="" sizes="44px" className="w-11 shrink-0 rounded-sm" />
      <div className="flex min-w-0 flex-1 flex-col">
        {productId ? (
          <Link to={`/products/${productId}/edit`} className="font-medium underline-offset-4 hover:underline">
            {name}
          </Link>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        {about && <span className="text-sm text-muted">{about}</span>}
      </div>
      <p className="shrink-0 text-right whitespace-nowrap tabular-nums">
        <span className={quantity > 1 ? 'font-semibold' : undefined}>{quantity}</span>
        <span className="text-muted"> × {formatMoney(price, currency)}</span>
      </p>
    </li>
  );
}
