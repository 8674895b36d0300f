import { useQuery } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';
import { Link } from 'react-router';
import { CountBubble } from '~/components/icon-button';
import { cartQuery } from '~/features/cart/api/cart';
import { plural } from '~/lib/format';
import { Bell } from '../news';
import { AccountMenu } from './account-menu';
import { HeaderSearch } from './header-search';
import { ThemeMenu } from './theme-menu';

/** One row on a desktop; on a phone the search takes a row of its own. Stays in reach unless the window is very low. */
export function Header() {
  return (
    <header className="z-30 border-b border-line bg-paper [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0">
      <div className="page grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 py-2.5 md:grid-cols-[auto_1fr_auto] md:gap-x-8 md:py-3.5">
        <Wordmark />
        <div className="order-last col-span-2 md:order-0 md:col-span-1 md:mx-auto md:w-full md:max-w-2xl">
          <HeaderSearch />
        </div>
        <div className="flex items-center gap-0.5 sm:gap-1">
          <ThemeMenu />
          <Bell panelClassName="max-sm:-right-21" />
          <AccountMenu />
          <CartLink />
        </div>
      </div>
    </header>
  );
}

export function Wordmark() {
  return (
    <Link
      to="/"
      aria-label="Souk, home"
      className="justify-self-start rounded-sm font-display text-2xl leading-none font-semibold tracking-tight text-action"
    >
      Souk
    </Link>
  );
}

function CartLink() {
  const { data: count = 0 } = useQuery({ ...cartQuery, select: (cart) => cart.itemCount });
  return (
    <Link
      to="/cart"
      aria-label={count > 0 ? `Cart, ${plural(count, 'item')}` : 'Cart, empty'}
      className="touch-target relative flex size-10 items-center justify-center rounded-md transition-colors hover:bg-sunken"
    >
      <ShoppingBag aria-hidden className="size-5" strokeWidth={1.75} />
      {count > 0 && <CountBubble count={count} />}
    </Link>
  );
}
