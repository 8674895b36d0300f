import { FIRST_LOOK } from '@souk/contracts';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Badge } from './badge';
import { Picture, type PictureSource } from './picture';
import { Price } from './price';
import { Rating } from './rating';
import { Skeleton } from './skeleton';

/** What a card shows of a product; the API's list item fits. */
export interface CardProduct {
  id: number;
  name: string;
  store: { name: string };
  price: string;
  compareAtPrice: string | null;
  currency: string;
  stockQuantity: number;
  images: readonly PictureSource[];
  digital: boolean;
  averageRating: number | null;
  reviewCount: number;
  createdAt: string;
}

interface ProductCardProps {
  product: CardProduct;
  /** On the first row of a page, whose pictures should come first. */
  priority?: boolean;
  /** Level of the name in the page's outline. */
  headingLevel?: 'h2' | 'h3';
  /** Stands on the picture on hover and focus, always on touch: an "Add to cart" button. */
  action?: ReactNode;
  /** Stands on the picture's upper right corner, always. */
  corner?: ReactNode;
}

const CARD_SIZES = FIRST_LOOK.cardSizes;
const NEW_FOR_DAYS = 14;
const FEW = 3;

/** The whole card is one link: the name's link covers it, so that screen readers meet it once. */
export function ProductCard({
  product,
  priority,
  headingLevel: Heading = 'h3',
  action,
  corner,
}: ProductCardProps) {
  const [pointed, setPointed] = useState(false);
  const [first = null, second] = product.images;
  const badge = badgeOf(product);
  return (
    <article
      className="group relative flex min-w-0 flex-col gap-2.5"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setPointed(true)}
    >
      <div className="relative">
        <Picture image={first} alt="" sizes={CARD_SIZES} priority={priority} />
        {/* Fetched only once a mouse shows interest. */}
        {second && pointed && (
          <div className="absolute inset-0 opacity-0 transition-opacity duration-200 group-hover:opacity-100">
            {/* Nothing of its own stands in its place: the first one shows through until it has come. */}
            <Picture
              image={{ ...second, colour: null }}
              alt=""
              sizes={CARD_SIZES}
              className="h-full bg-transparent"
            />
          </div>
        )}
        {badge && (
          <Badge tone="surface" className="pointer-events-none absolute top-2 left-2 h-6">
            {badge}
          </Badge>
        )}
        {corner && <div className="absolute top-2 right-2 z-10">{corner}</div>}
        {action && (
          <div className="absolute right-2 bottom-2 z-10 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100">
            {action}
          </div>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-0.5">
        <Heading className="line-clamp-2 leading-snug font-medium">
          <Link
            to={`/products/${product.id}`}
            className="underline-offset-4 outline-none group-hover:underline after:absolute after:-inset-1 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-action"
          >
            {product.name}
          </Link>
        </Heading>
        <p className="truncate text-sm text-muted">{product.store.name}</p>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <Price amount={product.price} was={product.compareAtPrice} currency={product.currency} />
          {product.reviewCount > 0 && (
            <Rating compact value={product.averageRating} count={product.reviewCount} />
          )}
        </div>
      </div>
    </article>
  );
}

/** At most one: what matters most to a buyer. */
function badgeOf(product: CardProduct): string | null {
  if (product.digital) return 'Digital';
  if (product.stockQuantity === 0) return 'Sold out';
  if (product.stockQuantity <= FEW) return `Only ${product.stockQuantity} left`;
  const days = (Date.now() - Date.parse(product.createdAt)) / 86_400_000;
  return days < NEW_FOR_DAYS ? 'New' : null;
}

/** Two cards side by side on the narrowest phone, four where the grid itself is wide, beside filters or not. */
export function ProductGrid({ children }: { children: ReactNode }) {
  return (
    <div className="@container">
      <div className="grid grid-cols-2 gap-x-4 gap-y-8 @xl:grid-cols-3 @xl:gap-x-6 @4xl:grid-cols-4 @4xl:gap-y-10">
        {children}
      </div>
    </div>
  );
}

export function ProductGridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <ProductGrid>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex flex-col gap-2.5">
          <Skeleton className="aspect-4/5 h-auto rounded-lg" />
          <Skeleton className="w-4/5" />
          <Skeleton className="h-3.5 w-1/2" />
          <Skeleton className="w-1/3" />
        </div>
      ))}
    </ProductGrid>
  );
}
