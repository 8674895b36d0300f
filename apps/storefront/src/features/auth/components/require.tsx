import { ShieldAlert, Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState } from '~/components/states';
import { useSession } from '../api/session';

/** The query parameter in which the sign-in page finds where one wanted to go. */
const NEXT = 'next';

/** `/login?next=…`, which leads back to where one is. */
export function useLoginPath(): string {
  const { pathname, search } = useLocation();
  // Whoever comes from the home page was on no particular way.
  if (pathname === '/') return '/login';
  return `/login?${new URLSearchParams({ [NEXT]: pathname + search })}`;
}

/** Where to go after signing in. Only paths of this site: a link must not lead elsewhere through us. */
export function nextPath(search: URLSearchParams, fallback = '/'): string {
  const next = search.get(NEXT);
  return next && /^\/(?![/\\])/.test(next) ? next : fallback;
}

/** Layout route for pages that need somebody signed in. */
export function RequireUser() {
  const { status } = useSession();
  const login = useLoginPath();
  if (status === 'loading') return <Waiting />;
  if (status === 'guest') return <Navigate to={login} replace />;
  return <Outlet />;
}

/** Layout route for vendors' pages; buyers are told what they need. */
export function RequireVendor() {
  const { status, user } = useSession();
  const login = useLoginPath();
  if (status === 'loading') return <Waiting />;
  if (!user) return <Navigate to={login} replace />;
  if (user.userType !== 'vendor') return <VendorsOnly />;
  return <Outlet />;
}

/** Layout route for the admin area. */
export function RequireStaff() {
  const { status, user } = useSession();
  const login = useLoginPath();
  if (status === 'loading') return <Waiting />;
  if (!user) return <Navigate to={login} replace />;
  if (!user.isStaff) return <StaffOnly />;
  return <Outlet />;
}

const StaffOnly = () => (
  <Page title="For staff">
    <EmptyState icon={ShieldAlert} title="This page needs a staff account">
      It is for those who run the marketplace.
    </EmptyState>
  </Page>
);

function VendorsOnly(): ReactNode {
  return (
    <Page title="For vendors">
      <EmptyState
        icon={Store}
        title="This page needs a vendor account"
        action={
          <Button asChild>
            <Link to="/profile">Open your profile</Link>
          </Button>
        }
      >
        You are signed in as a buyer. Vendors open stores and sell in them.
      </EmptyState>
    </Page>
  );
}

const Waiting = () => (
  <Loading label="Loading" className="page flex flex-col gap-4 py-10">
    <Skeleton className="h-9 w-60" />
    <Skeleton className="h-48" />
  </Loading>
);
