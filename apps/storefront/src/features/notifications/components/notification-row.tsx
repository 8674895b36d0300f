import type { NotificationDto } from '@souk/contracts/notifications.dto';
import { Link } from 'react-router';
import { Skeleton } from '~/components/skeleton';
import { cn } from '~/lib/cn';
import { formatDate, formatDateTime } from '~/lib/format';
import { wordsOf } from '../model/words';

interface NotificationRowProps {
  notification: NotificationDto;
  /** Where it leads has been chosen. */
  onOpen: () => void;
  className?: string;
}

/** All of it is one link; what is unread has a dot, and says so. */
export function NotificationRow({ notification, onOpen, className }: NotificationRowProps) {
  const { createdAt, readAt } = notification;
  const { icon: Icon, title, detail, to } = wordsOf(notification);
  const isUnread = readAt === null;
  return (
    <Link
      to={to}
      onClick={onOpen}
      className={cn('flex gap-3 rounded-md px-3 py-2.5 transition-colors hover:bg-sunken', className)}
    >
      <span
        className={cn(
          'mt-0.5 flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-muted',
          isUnread && 'bg-action-soft text-action',
        )}
      >
        <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={cn('wrap-break-word', isUnread && 'font-medium')}>
          {isUnread && <span className="sr-only">Unread: </span>}
          {title}
        </span>
        {detail && <span className="text-sm wrap-break-word text-muted">{detail}</span>}
        <time dateTime={createdAt} title={formatDateTime(createdAt)} className="text-sm text-muted">
          {formatDate(createdAt)}
        </time>
      </span>
      {isUnread && <span aria-hidden className="mt-2 size-2 shrink-0 rounded-full bg-action" />}
    </Link>
  );
}

export const NotificationRowSkeletons = ({ rows }: { rows: number }) => (
  <ul aria-hidden className="flex flex-col gap-1">
    {Array.from({ length: rows }, (_, index) => (
      <li key={index} className="flex gap-3 px-3 py-2.5">
        <Skeleton className="size-9 shrink-0 rounded-full" />
        <div className="flex flex-1 flex-col gap-2 pt-1">
          <Skeleton className="w-3/4" />
          <Skeleton className="w-1/3" />
        </div>
      </li>
    ))}
  </ul>
);
