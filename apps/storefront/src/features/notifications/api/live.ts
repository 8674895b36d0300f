import type { NotificationDto, UnreadCountDto } from '@souk/contracts/notifications.dto';
import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '~/lib/api-error';
import { sendWithSession } from '~/lib/session-token';
import { serverEvents } from './event-stream';
import { addNotification, latestQuery, refreshNotifications, setUnreadCount } from './notifications';

const AGAIN_MS = 1000;
const STEADY_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

type OnNews = (notification: NotificationDto) => void;

/**
 * Listens until it is told to stop, and keeps what the bell shows up to date. While the server cannot be listened to, the
 * bell asks now and then.
 */
export async function listen(queries: QueryClient, onNews: OnNews, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const since = performance.now();
    try {
      await follow(queries, onNews, signal);
    } catch (error) {
      if (signal.aborted || isOver(error)) return;
      void refreshNotifications(queries);
    }
    // what a proxy on the way cuts off again and again has failed too
    failures = performance.now() - since > STEADY_MS ? 0 : failures + 1;
    await pause(Math.min(AGAIN_MS * 2 ** (failures * 2), LONGEST_PAUSE_MS), signal);
  }
}

/** @throws when there is no answer, or it breaks off */
async function follow(queries: QueryClient, onNews: OnNews, signal: AbortSignal): Promise<void> {
  const { items } = await queries.ensureQueryData(latestQuery);
  const headers = { accept: 'text/event-stream', 'last-event-id': String(items[0]?.id ?? 0) };
  const response = await sendWithSession((token) =>
    fetch('/api/notifications/stream', {
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      cache: 'no-store',
      signal,
    }),
  );
  if (!response.ok || !response.body)
    throw ApiError.fromResponse(response, await response.json().catch(() => null));
  for await (const { event, data } of serverEvents(response.body)) {
    if (event === 'unread') setUnreadCount(queries, (JSON.parse(data) as UnreadCountDto).unreadCount);
    if (event !== 'notification') continue;
    const notification = JSON.parse(data) as NotificationDto;
    addNotification(queries, notification);
    onNews(notification);
  }
}

/** The page's user has gone; the page loads anew by itself. */
const isOver = (error: unknown) => error instanceof ApiError && error.status === 401;

/** Ends sooner when the browser is online again. Different pages do not come back at the same moment. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds * (0.75 + Math.random() / 2));
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
