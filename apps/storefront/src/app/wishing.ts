import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '~/features/auth/api/session';
import { useLoginPath } from '~/features/auth/components/require';
import { putOff, takePutOff } from '~/features/wishlist/api/put-off';
import { useChangeWish, useWished } from '~/features/wishlist/api/wishlist';

interface Wishable {
  id: number;
  name: string;
}

/** Hearts: what is on the own wish list. Guests are asked to sign in first, and find it done when they come back. */
export function useWishing() {
  const { status } = useSession();
  const loginPath = useLoginPath();
  const navigate = useNavigate();
  const wished = useWished(status === 'user');
  const { mutate } = useChangeWish();
  const has = (id: number) => wished?.has(id) ?? false;
  return {
    has,
    toggle: (product: Wishable) => {
      if (status === 'loading') return;
      if (status === 'user') return mutate({ ...product, wished: !has(product.id) });
      putOff(product);
      void navigate(loginPath);
    },
  };
}

/** Called once, by the layout: does what a guest had asked for before signing in. */
export function usePutOffWish(): void {
  const { status } = useSession();
  const { mutate } = useChangeWish();
  useEffect(() => {
    const product = status === 'user' ? takePutOff() : null;
    if (product) mutate({ ...product, wished: true });
  }, [status, mutate]);
}
