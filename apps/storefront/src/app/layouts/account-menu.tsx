import { LayoutDashboard, LogOut, Package, User } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { Button } from '~/components/button';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '~/components/menu';
import { toast } from '~/components/toast';
import { useLogout, useSession } from '~/features/auth/api/session';
import { useLoginPath } from '~/features/auth/components/require';

export function AccountMenu() {
  const { user, status } = useSession();
  const login = useLoginPath();
  const logout = useLogout();
  const navigate = useNavigate();

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

  const signOut = async () => {
    // First away from pages that would ask to sign in again.
    await navigate('/');
    logout.mutate(undefined, { onError: (error) => toast.error(error.message) });
  };
  return (
    <Menu trigger={<IconButton icon={User} label={`Account of ${user.username}`} />}>
      <MenuLabel>{user.firstName ?? user.username}</MenuLabel>
      {user.userType === 'vendor' && (
        <MenuItem icon={LayoutDashboard} to="/dashboard">
          Dashboard
        </MenuItem>
      )}
      <MenuItem icon={Package} to="/orders">
        Orders
      </MenuItem>
      <MenuItem icon={User} to="/profile">
        Profile
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
