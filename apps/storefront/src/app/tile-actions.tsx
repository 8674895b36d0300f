import type { ProductDto } from '@souk/contracts/products.dto';
import { useAddToCart } from '~/features/cart/api/cart';
import { WishButton } from '~/features/wishlist/components/wish-button';
import { useWishing } from './wishing';

/** What a product in a list can be told: into the cart, where it has a single variant, and onto the wish list. */
export function useTileActions() {
  const { mutate, isPending, variables } = useAddToCart();
  const wishing = useWishing();
  return {
    add: (productId: number) => mutate({ productId }),
    pendingId: isPending ? variables.productId : null,
    corner: (product: ProductDto) => (
      <WishButton
        name={product.name}
        wished={wishing.has(product.id)}
        onToggle={() => wishing.toggle(product)}
      />
    ),
  };
}
