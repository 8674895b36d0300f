import type { ProfileDto } from '@souk/contracts/auth.dto';
import { Bell, Heart, LayoutDashboard, LogOut, type LucideIcon, Package, Shield, User } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Popover, menuItem } from '~/components/popover';
import { toast } from '~/components/toast';
import { useLogout, useSession } from '~/features/auth/api/session';
import { useLoginPath } from '~/features/auth/components/require';

interface Place {
  label: string;
  to: string;
  icon: LucideIcon;
}

const PLACES: Place[] = [
  { label: 'Orders', to: '/orders', icon: Package },
  { label: 'Wish list', to: '/wish-list', icon: Heart },
  { label: 'Notifications', to: '/notifications', icon: Bell },
  { label: 'Profile', to: '/profile', icon: User },
];
const DASHBOARD: Place = { label: 'Dashboard', to: '/dashboard', icon: LayoutDashboard };
const ADMIN: Place = { label: 'Admin', to: '/admin/users', icon: Shield };

const placesOf = ({ userType, isStaff }: ProfileDto): Place[] => [
  ...(isStaff ? [ADMIN] : []),
  ...(userType === 'vendor' ? [DASHBOARD] : []),
  ...PLACES,
];

export function AccountMenu() {
  const { user, status } = useSession();
  const login = useLoginPath();
  const logout = useLogout();

  if (status === 'loading') return <span className="size-10" />;
  if (!user) {
    return (
      <Button asChild variant="ghost" className="h-10 px-3">
        <Link to={login}>
          <User aria-hidden strokeWidth={1.75} className="sm:hidden" />
          <span className="sr-only sm:not-sr-only">Sign in</span>
        </Link>
      </Button>
    );
  }

  const signOut = () => logout.mutate(undefined, { onError: (error) => toast.error(error.message) });
  return (
    <Popover icon={User} label={`Account of ${user.username}`}>
      {(close) => (
        <ul>
          <li className="truncate px-3 pt-2 pb-1.5 text-sm text-muted">{user.firstName ?? user.username}</li>
          {placesOf(user).map(({ label, to, icon: Icon }) => (
            <li key={to}>
              <Link to={to} onClick={close} className={menuItem}>
                <Icon aria-hidden strokeWidth={1.75} />
                {label}
              </Link>
            </li>
          ))}
          <li className="mt-1.5 border-t border-line pt-1.5">
            <button
              type="button"
              className={menuItem}
              onClick={() => {
                close();
                signOut();
              }}
            >
              <LogOut aria-hidden strokeWidth={1.75} />
              Sign out
            </button>
          </li>
        </ul>
      )}
    </Popover>
  );
}
