import type { ProductDto } from '@souk/contracts/products.dto';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { ProductCard } from '~/components/product-card';

export interface TileActions {
  add: (productId: number) => void;
  /** The product that is being added. */
  pendingId: number | null;
  /** On the picture's corner: whether it is wished for. */
  corner: (product: ProductDto) => ReactNode;
}

interface ProductTileProps {
  product: ProductDto;
  actions: TileActions;
  priority?: boolean;
  headingLevel?: 'h2' | 'h3';
}

/** A card with the way into the cart: at once where there is nothing to choose. */
export function ProductTile({ product, actions, ...card }: ProductTileProps) {
  return (
    <ProductCard
      product={product}
      {...card}
      action={<TileAction product={product} {...actions} />}
      corner={actions.corner(product)}
    />
  );
}

function TileAction({ product, add, pendingId }: { product: ProductDto } & Omit<TileActions, 'corner'>) {
  if (product.stockQuantity === 0) return null;
  if (product.variants.length > 1) {
    return (
      <Button asChild variant="secondary" size="sm" className="border-transparent shadow-float touch:hidden">
        <Link to={`/products/${product.id}`} aria-label={`Choose options for ${product.name}`}>
          Choose options
        </Link>
      </Button>
    );
  }
  return (
    <Button
      size="sm"
      variant="secondary"
      loading={pendingId === product.id}
      onClick={() => add(product.id)}
      aria-label={`Add ${product.name} to cart`}
      className="border-transparent shadow-float touch:size-10 touch:rounded-full touch:px-0"
    >
      <span className="touch:hidden">Add to cart</span>
      {pendingId !== product.id && <Plus aria-hidden className="hidden touch:block" />}
    </Button>
  );
}
