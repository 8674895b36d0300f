import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon, BellOff } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Popover } from '~/components/popover';
import { Loading } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { plural } from '~/lib/format';
import { latestQuery, useRead, useReadAll } from '../api/notifications';
import { NotificationRow, NotificationRowSkeletons } from './notification-row';

interface BellProps {
  /** Moves the panel, so that it stays within a narrow window. */
  panelClassName: string;
}

/** In the header: how much is unread, and the latest of it. */
export default function Bell({ panelClassName }: BellProps) {
  const { data } = useQuery(latestQuery);
  const unread = data?.unreadCount ?? 0;
  return (
    <Popover
      icon={BellIcon}
      label={unread > 0 ? `Notifications, ${formatUnread(unread)}` : 'Notifications'}
      count={unread}
      panelClassName={`w-[min(24rem,calc(100vw-2.5rem))] ${panelClassName}`}
    >
      {(close) => <Latest onClose={close} />}
    </Popover>
  );
}

const formatUnread = (count: number) => `${plural(count, 'unread', 'unread')}`;

function Latest({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(latestQuery);
  const { mutate: read } = useRead();
  const { mutate: readAll, isPending } = useReadAll();
  const newest = data?.items[0];
  const panel = useRef<HTMLDivElement>(null);
  const markAll = (upTo: number) => {
    readAll(upTo);
    // the button goes
    panel.current?.focus();
  };
  return (
    <div
      ref={panel}
      tabIndex={-1}
      role="group"
      aria-label="Latest notifications"
      className="flex flex-col outline-none"
    >
      <div className="flex items-center justify-between gap-3 px-3 pt-1 pb-1.5">
        <h2 className="font-medium">Notifications</h2>
        {newest && data.unreadCount > 0 && (
          <Button
            variant="link"
            size="sm"
            className="px-0"
            disabled={isPending}
            onClick={() => markAll(newest.id)}
          >
            Mark all as read
          </Button>
        )}
      </div>
      {!data && error && (
        <ErrorState
          error={error}
          title="Your notifications could not be loaded"
          onRetry={() => void refetch()}
          className="py-6"
        />
      )}
      {!data && !error && (
        <Loading label="Loading notifications">
          <NotificationRowSkeletons rows={3} />
        </Loading>
      )}
      {data?.items.length === 0 && (
        <EmptyState icon={BellOff} title="Nothing yet" className="py-6">
          What happens to your orders is told here.
        </EmptyState>
      )}
      {newest && (
        <ul className="max-h-[min(26rem,60vh)] overflow-y-auto overscroll-contain">
          {data.items.map((notification) => (
            <li key={notification.id}>
              <NotificationRow
                notification={notification}
                onOpen={() => {
                  onClose();
                  if (notification.readAt === null) read(notification.id);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-1.5 border-t border-line pt-1.5">
        <Link
          to="/notifications"
          onClick={onClose}
          className="flex h-10 items-center justify-center rounded-md font-medium text-action hover:bg-sunken"
        >
          See all
        </Link>
      </div>
    </div>
  );
}
