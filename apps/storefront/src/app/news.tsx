import type { NotificationKind } from '@souk/contracts';
import type { NotificationDto } from '@souk/contracts/notifications.dto';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef } from 'react';
import { useSession } from '~/features/auth/api/session';

// guests hear nothing, and load nothing for it
const LiveNews = lazy(() => import('~/features/notifications/components/live-news'));
const LazyBell = lazy(() => import('~/features/notifications/components/bell'));

const TOGETHER_MS = 500;
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
  payment_returned: ORDERS,
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
  webhook_disabled: ['webhooks'],
};

/** Stands once in the page: what is told to its user shows there without a reload. */
export function News() {
  const { status, user } = useSession();
  const refresh = useRefresh();
  if (status !== 'user') return null;
  return (
    <Suspense>
      <LiveNews key={user?.id} onNews={refresh} />
    </Suspense>
  );
}

/** The bell counts at once; what has changed is asked for when all that came together is there. */
function useRefresh() {
  const queries = useQueryClient();
  const due = useRef(new Set<string>());
  return ({ kind }: NotificationDto) => {
    if (due.current.size === 0) {
      setTimeout(() => {
        const nouns = [...due.current];
        due.current.clear();
        for (const noun of nouns) void queries.invalidateQueries({ queryKey: [noun] });
      }, TOGETHER_MS);
    }
    for (const noun of ['notifications', ...(CHANGED[kind] ?? [])]) due.current.add(noun);
  };
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
