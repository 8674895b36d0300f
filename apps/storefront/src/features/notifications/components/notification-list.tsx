import { useInfiniteQuery } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '~/components/button';
import { LoadMoreOf } from '~/components/load-more';
import { Loading } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { notificationsQuery, useRead, useReadAll } from '../api/notifications';
import { NotificationRow, NotificationRowSkeletons } from './notification-row';

export function NotificationList({ unread }: { unread: boolean }) {
  const list = useInfiniteQuery(notificationsQuery(unread));
  const { mutate: read } = useRead();
  const { mutate: readAll, isPending } = useReadAll();
  const rows = useRef<HTMLUListElement>(null);
  const { data, error } = list;
  if (!data && error)
    return (
      <ErrorState
        error={error}
        title="Your notifications could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  if (!data)
    return (
      <Loading label="Loading notifications">
        <NotificationRowSkeletons rows={6} />
      </Loading>
    );
  const [newest] = data.rows;
  if (!newest) return <Nothing unread={unread} />;
  return (
    <div className="flex flex-col gap-3">
      {(data.first?.unreadCount ?? 0) > 0 && (
        <Button
          variant="secondary"
          size="sm"
          className="self-end"
          loading={isPending}
          onClick={() => {
            readAll(newest.id);
            // the button goes
            rows.current?.focus();
          }}
        >
          Mark all as read
        </Button>
      )}
      <ul
        ref={rows}
        tabIndex={-1}
        aria-label="Notifications"
        className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {data.rows.map((notification) => (
          <li key={notification.id} className="p-1">
            <NotificationRow
              notification={notification}
              onOpen={() => notification.readAt === null && read(notification.id)}
            />
          </li>
        ))}
      </ul>
      <LoadMoreOf noun="notification" list={list} />
    </div>
  );
}

const Nothing = ({ unread }: { unread: boolean }) =>
  unread ? (
    <EmptyState icon={BellOff} title="Nothing is unread">
      You have seen all that there is.
    </EmptyState>
  ) : (
    <EmptyState icon={BellOff} title="No notifications yet">
      What happens to your orders, and to your stores if you have any, is told here.
    </EmptyState>
  );
