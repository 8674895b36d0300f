import type { ProductDto } from '@souk/contracts/products.dto';
import { Link } from 'react-router';
import { Picture } from '~/components/picture';
import { Price } from '~/components/price';

/** Which product a page speaks of, where it is not the page's own subject. */
export function ProductMention({ product }: { product: ProductDto }) {
  return (
    <div className="group relative flex items-center gap-4 rounded-lg border border-line bg-surface p-3 transition-colors hover:border-line-strong">
      <Picture image={product.images[0] ?? null} alt="" sizes="64px" className="w-16 shrink-0 rounded-md" />
      <div className="flex min-w-0 flex-col">
        <Link
          to={`/products/${product.id}`}
          className="truncate font-medium underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-action"
        >
          {product.name}
        </Link>
        <span className="truncate text-sm text-muted">{product.store.name}</span>
        <Price amount={product.price} was={product.compareAtPrice} currency={product.currency} />
      </div>
    </div>
  );
}
