import type { NotificationKind } from '@souk/contracts';
import type { NotificationDto } from '@souk/contracts/notifications.dto';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSession } from '~/features/auth/api/session';

// guests hear nothing, and load nothing for it
const LiveNews = lazy(() => import('~/features/notifications/components/live-news'));
const LazyBell = lazy(() => import('~/features/notifications/components/bell'));

const SALES = ['sales', 'products', 'balance'];
const ORDERS = ['orders'];

/** What a page may show that is not as it was. */
const CHANGED: Partial<Record<NotificationKind, string[]>> = {
  sale: SALES,
  sale_cancelled: SALES,
  return_requested: SALES,
  return_withdrawn: SALES,
  order_placed: ORDERS,
  order_unpaid: [...ORDERS, 'cart'],
  order_shipped: ORDERS,
  order_delivered: ORDERS,
  order_cancelled: ORDERS,
  order_refunded: ORDERS,
  return_answered: ORDERS,
  review_received: ['reviews'],
  review_replied: ['reviews'],
  low_stock: ['products'],
  payout: ['balance'],
  import_finished: ['imports', 'products'],
  post_failed: ['announcements'],
};

/** Stands once in the page: what is told to its user shows there without a reload. */
export function News() {
  const queries = useQueryClient();
  const { status, user } = useSession();
  const refresh = ({ kind }: NotificationDto) => {
    for (const noun of CHANGED[kind] ?? []) void queries.invalidateQueries({ queryKey: [noun] });
  };
  if (status !== 'user') return null;
  return (
    <Suspense>
      <LiveNews key={user?.id} onNews={refresh} />
    </Suspense>
  );
}

/** @param panelClassName see `Bell` */
export function Bell({ panelClassName }: { panelClassName: string }) {
  const { status } = useSession();
  if (status !== 'user') return null;
  return (
    <Suspense fallback={<span className="size-10" />}>
      <LazyBell panelClassName={panelClassName} />
    </Suspense>
  );
}
