import {
  ClipboardList,
  FileUp,
  LayoutDashboard,
  type LucideIcon,
  Menu,
  Package,
  Star,
  Store,
  TicketPercent,
  Wallet,
  Webhook,
} from 'lucide-react';
import { useState } from 'react';
import { Link, NavLink, useSearchParams } from 'react-router';
import { Sheet } from '~/components/dialog';
import { IconButton } from '~/components/icon-button';
import { StoreSwitcher } from '~/features/stores/components/store-switcher';
import { cn } from '~/lib/cn';
import { Bell } from '../news';
import { AccountMenu } from './account-menu';
import { Wordmark } from './header';
import { Pages } from './pages';
import { ThemeMenu } from './theme-menu';

const PLACES: { to: string; label: string; icon: LucideIcon }[] = [
  { to: '/dashboard', label: 'Overview', icon: LayoutDashboard },
  { to: '/dashboard/orders', label: 'Orders', icon: ClipboardList },
  { to: '/dashboard/products', label: 'Products', icon: Package },
  { to: '/dashboard/balance', label: 'Balance', icon: Wallet },
  { to: '/dashboard/reviews', label: 'Reviews', icon: Star },
  { to: '/dashboard/stores', label: 'Stores', icon: Store },
  { to: '/dashboard/coupons', label: 'Coupons', icon: TicketPercent },
  { to: '/dashboard/imports', label: 'Import', icon: FileUp },
  { to: '/dashboard/webhooks', label: 'Webhooks', icon: Webhook },
];

export function Component() {
  const [open, setOpen] = useState(false);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_1fr]">
      <aside className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-r border-line bg-sunken/50 px-4 py-5 lg:flex">
        <div className="flex h-10 items-center px-2">
          <Wordmark />
        </div>
        <StoreSwitcher />
        <Places />
        <Link
          to="/"
          className="mt-auto flex h-10 items-center rounded-md px-3 text-muted hover:bg-sunken hover:text-ink"
        >
          Go to the shop
        </Link>
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="flex items-center gap-2 border-b border-line px-3 py-2 sm:px-6 lg:border-0 lg:pt-4">
          <IconButton icon={Menu} label="Menu" className="lg:hidden" onClick={() => setOpen(true)} />
          <div className="lg:hidden">
            <Wordmark />
          </div>
          <div className="ml-auto flex gap-1">
            <ThemeMenu />
            <Bell panelClassName="max-sm:-right-11" />
            <AccountMenu />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex-1 pb-16 outline-none">
          <Pages />
        </main>
      </div>
      <Sheet side="left" open={open} onOpenChange={setOpen} title="Dashboard">
        <div className="flex flex-col gap-5">
          <StoreSwitcher />
          <Places onGo={() => setOpen(false)} />
          <Link to="/" className="flex h-11 items-center rounded-md px-3 text-muted hover:bg-sunken">
            Go to the shop
          </Link>
        </div>
      </Sheet>
    </div>
  );
}

/** The chosen store goes along from place to place. */
function Places({ onGo }: { onGo?: () => void }) {
  const [search] = useSearchParams();
  const store = search.get('store');
  return (
    <nav aria-label="Dashboard">
      <ul className="flex flex-col gap-0.5">
        {PLACES.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <NavLink
              to={{ pathname: to, search: store ? `?store=${store}` : '' }}
              end={to === '/dashboard'}
              onClick={onGo}
              className={({ isActive }) =>
                cn(
                  'flex h-11 items-center gap-3 rounded-md px-3 text-muted transition-colors hover:bg-sunken hover:text-ink lg:h-10',
                  isActive && 'bg-action-soft font-medium text-action hover:bg-action-soft hover:text-action',
                )
              }
            >
              <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
