import type { NotificationDto, NotificationPage } from '@souk/contracts/notifications.dto';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 30;
/** In the panel below the bell. */
const LATEST = 6;
const NOTIFICATIONS = ['notifications'];

/** What the bell shows: the latest, and how many are unread of all. */
export const latestQuery = queryOptions({
  queryKey: [...NOTIFICATIONS, 'latest'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/notifications', { params: { query: { limit: LATEST } }, signal })),
});

export const notificationsQuery = (unread: boolean) =>
  listQuery([...NOTIFICATIONS, 'list', unread], (cursor, signal) => {
    const query = { cursor, limit: PAGE, ...(unread && { unread }) };
    return unwrap(api.GET('/api/notifications', { params: { query }, signal }));
  });

export const refreshNotifications = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: NOTIFICATIONS });

/** One has come while the page is open. */
export function addNotification(queries: QueryClient, notification: NotificationDto): void {
  queries.setQueryData(latestQuery.queryKey, (now) => {
    if (!now || now.items.some(({ id }) => id === notification.id)) return now;
    return { ...now, items: [notification, ...now.items].slice(0, LATEST), total: now.total + 1 };
  });
}

export function setUnreadCount(queries: QueryClient, unreadCount: number): void {
  const known = queries.getQueryData(latestQuery.queryKey);
  if (!known || known.unreadCount === unreadCount) return;
  queries.setQueryData(latestQuery.queryKey, { ...known, unreadCount });
  // read elsewhere: which of them, only the server knows
  if (unreadCount < known.unreadCount) void refreshNotifications(queries);
}

/** Shown at once; what failed is shown as it is again. */
export function useRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      unwrap(api.POST('/api/notifications/{id}/read', { params: { path: { id } } })),
    onMutate: (readId) => showRead(queries, ({ id }) => id === readId, -1),
    onSettled: () => refreshNotifications(queries),
  });
}

/** Up to the newest that is shown: what has come since was not seen. */
export function useReadAll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (upTo: number) => unwrap(api.POST('/api/notifications/read-all', { body: { upTo } })),
    onMutate: (upTo) => showRead(queries, ({ id }) => id <= upTo, -Infinity),
    onSettled: () => refreshNotifications(queries),
  });
}

async function showRead(
  queries: QueryClient,
  which: (notification: NotificationDto) => boolean,
  change: number,
): Promise<void> {
  await queries.cancelQueries({ queryKey: NOTIFICATIONS });
  const readAt = new Date().toISOString();
  queries.setQueryData(
    latestQuery.queryKey,
    (now): NotificationPage | undefined =>
      now && {
        ...now,
        items: now.items.map((one) => (which(one) && one.readAt === null ? { ...one, readAt } : one)),
        unreadCount: Math.max(0, now.unreadCount + change),
      },
  );
}
