import { Outlet } from 'react-router';
import { CartDrawerHost } from '~/features/cart/components/cart-drawer-host';
import { usePutOffWish } from '../wishing';
import { CategoryNav } from './category-nav';
import { Footer } from './footer';
import { Header } from './header';

export function StorefrontLayout() {
  usePutOffWish();
  return (
    <div className="flex min-h-dvh flex-col">
      <Header />
      <CategoryNav />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        <Outlet />
      </main>
      <Footer />
      <CartDrawerHost />
    </div>
  );
}
