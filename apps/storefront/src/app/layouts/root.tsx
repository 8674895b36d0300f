import { useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { LiveRegion, announce } from '~/components/live-region';
import { Loading, Skeleton } from '~/components/skeleton';
import { OfflineBanner } from '~/components/states';
import { ToastHost } from '~/components/toast';
import { useSessionChanges } from '~/features/auth/api/session-changes';
import { useLate } from '~/lib/delay';
import { News } from '../news';

/** What stands around every layout. Layouts put their content into `<main id="main" tabIndex={-1}>`. */
export function Root() {
  const isOver = useSessionChanges();
  useArrival();
  if (isOver) return <PageSkeleton />;
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-action px-4 py-3 font-medium text-on-action focus:translate-y-0"
      >
        Skip to content
      </a>
      <NavigationProgress />
      <OfflineBanner />
      <Outlet />
      <LiveRegion />
      <News />
      <ToastHost />
    </>
  );
}

/** Without page loads nobody tells a screen reader that the page has changed, and the focus stays on a link that is gone. */
function useArrival(): void {
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
    announce(document.title);
  }, [pathname]);
}

function NavigationProgress() {
  const late = useLate(useNavigation().state !== 'idle');
  if (!late) return null;
  return (
    <div
      role="progressbar"
      aria-label="Loading page"
      className="fixed inset-x-0 top-0 z-50 h-0.5 animate-breathe bg-action"
    />
  );
}

/** Before the first page's own code has come. */
export const PageSkeleton = () => (
  <Loading label="Loading page" className="page flex min-h-dvh flex-col gap-5 py-10">
    <Skeleton className="h-10 w-72 max-w-full" />
    <Skeleton className="h-56 rounded-lg" />
  </Loading>
);
