import type { ProductDto } from '@souk/contracts/products.dto';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Picture } from '~/components/picture';

/** Products of which little is left, in short. */
export function LowStock({ products }: { products: readonly ProductDto[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {products.map(({ id, name, store, images, stockQuantity }) => (
        <li key={id} className="flex items-center gap-3">
          <Picture image={images[0] ?? null} alt="" sizes="40px" className="w-10 shrink-0 rounded-sm" />
          <div className="flex min-w-0 flex-1 flex-col">
            <Link
              to={`/products/${id}/edit`}
              className="truncate font-medium underline-offset-4 hover:underline"
            >
              {name}
            </Link>
            <span className="truncate text-sm text-muted">{store.name}</span>
          </div>
          <Badge tone={stockQuantity === 0 ? 'danger' : 'accent'}>
            {stockQuantity === 0 ? 'Sold out' : `${stockQuantity} left`}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
