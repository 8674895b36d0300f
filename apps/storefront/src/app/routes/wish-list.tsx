import type { WishDto } from '@souk/contracts/wishlist.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Heart } from 'lucide-react';
import { Link } from 'react-router';
import { useWishing } from '~/app/wishing';
import { Button } from '~/components/button';
import { LoadMoreOf } from '~/components/load-more';
import { Page } from '~/components/page';
import { ProductGrid, ProductGridSkeleton } from '~/components/product-card';
import { Loading } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { useAddToCart } from '~/features/cart/api/cart';
import { wishListQuery } from '~/features/wishlist/api/wishlist';
import { WishButton } from '~/features/wishlist/components/wish-button';
import { WishCard } from '~/features/wishlist/components/wish-card';

const FIRST_ROW = 4;

export function Component() {
  const list = useInfiniteQuery(wishListQuery);
  const { error } = list;
  const wishes = list.data?.rows;
  return (
    <Page title="Wish list">
      {wishes && wishes.length > 0 && (
        <>
          <Wishes wishes={wishes} />
          <LoadMoreOf noun="product" list={list} />
        </>
      )}
      {wishes?.length === 0 && <NoWishes />}
      {!wishes && !error && (
        <Loading label="Loading your wish list">
          <ProductGridSkeleton />
        </Loading>
      )}
      {!wishes && error && (
        <ErrorState
          error={error}
          title="Your wish list could not be loaded"
          onRetry={() => void list.refetch()}
        />
      )}
    </Page>
  );
}

function Wishes({ wishes }: { wishes: WishDto[] }) {
  const wishing = useWishing();
  const { mutateAsync, isPending, variables } = useAddToCart();
  const move = ({ productId: id, name }: WishDto) =>
    mutateAsync({ productId: id }).then(
      () => wishing.has(id) && wishing.toggle({ id, name }),
      // a toast has told it, and the product stays here
      () => undefined,
    );
  return (
    <ProductGrid>
      {wishes.map((wish, index) => (
        <WishCard
          key={wish.productId}
          wish={wish}
          priority={index < FIRST_ROW}
          moving={isPending && variables.productId === wish.productId}
          onMove={() => void move(wish)}
          heart={
            <WishButton
              name={wish.name}
              wished={wishing.has(wish.productId)}
              onToggle={() => wishing.toggle({ id: wish.productId, name: wish.name })}
            />
          }
        />
      ))}
    </ProductGrid>
  );
}

const NoWishes = () => (
  <EmptyState
    icon={Heart}
    title="Nothing on your wish list yet"
    action={
      <Button asChild>
        <Link to="/products">Find something you like</Link>
      </Button>
    }
  >
    Press the heart on a product, and it waits here for you, on all your devices.
  </EmptyState>
);
