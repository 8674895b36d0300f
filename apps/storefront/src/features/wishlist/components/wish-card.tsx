import type { WishDto } from '@souk/contracts/wishlist.dto';
import { Info, PackageX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { ProductCard } from '~/components/product-card';
import { cn } from '~/lib/cn';

interface WishCardProps {
  wish: WishDto;
  priority: boolean;
  /** Takes it off the list. */
  heart: ReactNode;
  onMove: () => void;
  moving: boolean;
}

/** A product on the wish list: what has happened to it since, and the way into the cart. */
export function WishCard({ wish, priority, heart, onMove, moving }: WishCardProps) {
  const { product } = wish;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {product ? (
        <ProductCard product={product} priority={priority} headingLevel="h2" corner={heart} />
      ) : (
        <GoneCard name={wish.name} heart={heart} />
      )}
      <WishNotices notices={wish.notices} />
      {product && product.stockQuantity > 0 && (
        <div className="mt-auto">
          {product.variants.length > 1 ? (
            <Button asChild variant="secondary" size="sm" className="w-full">
              <Link to={`/products/${product.id}`} aria-label={`Choose options for ${product.name}`}>
                Choose options
              </Link>
            </Button>
          ) : (
            <Button
              variant="secondary"
              size="sm"
              className="w-full"
              loading={moving}
              onClick={onMove}
              aria-label={`Move to cart: ${product.name}`}
            >
              Move to cart
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function GoneCard({ name, heart }: { name: string; heart: ReactNode }) {
  return (
    <article className="flex min-w-0 flex-col gap-2.5">
      <div className="relative flex aspect-4/5 items-center justify-center rounded-lg bg-sunken text-muted">
        <PackageX aria-hidden className="size-8" strokeWidth={1.5} />
        <div className="absolute top-2 right-2">{heart}</div>
      </div>
      <h2 className="line-clamp-2 leading-snug font-medium text-muted">{name}</h2>
    </article>
  );
}

function WishNotices({ notices }: Pick<WishDto, 'notices'>) {
  if (notices.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {notices.map(({ code, message }) => {
        const isGood = code === 'PRICE_DROPPED';
        const Icon = isGood ? Info : TriangleAlert;
        return (
          <li key={code} className={cn('flex gap-1.5', isGood ? 'text-accent-ink' : 'text-danger')}>
            <Icon aria-hidden className="mt-px size-4 shrink-0" />
            {message}
          </li>
        );
      })}
    </ul>
  );
}
