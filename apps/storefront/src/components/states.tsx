import { CloudOff, type LucideIcon, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '~/lib/api-error';
import { cn } from '~/lib/cn';
import { useOnline } from '~/lib/online';
import { Button } from './button';

interface EmptyStateProps {
  icon: LucideIcon;
  /** What goes here: "No orders yet". */
  title: string;
  /** How it comes here. */
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center gap-3 px-4 py-14 text-center', className)}>
      <span className="mb-1 flex size-14 items-center justify-center rounded-full bg-sunken text-muted">
        <Icon aria-hidden className="size-6" strokeWidth={1.5} />
      </span>
      <h2 className="font-display text-xl font-semibold">{title}</h2>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  /** What could not be done: "The products could not be loaded". */
  title?: string;
  onRetry?: () => void;
  className?: string;
}

/** In place of what failed to load: what happened, a way to try again, and what support will ask for. */
export function ErrorState({
  error,
  title = 'This could not be loaded',
  onRetry,
  className,
}: ErrorStateProps) {
  const known = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className={cn('flex flex-col items-center gap-3 px-4 py-14 text-center', className)}>
      <span className="mb-1 flex size-14 items-center justify-center rounded-full bg-danger-soft text-danger">
        <CloudOff aria-hidden className="size-6" strokeWidth={1.5} />
      </span>
      <h2 className="font-display text-xl font-semibold">{title}</h2>
      <p className="max-w-md text-muted">{known?.message ?? 'Something went wrong on this page.'}</p>
      {onRetry && (
        <Button variant="secondary" onClick={onRetry} className="mt-2">
          Try again
        </Button>
      )}
      {known?.requestId && (
        <p className="text-sm text-muted">
          Reference <code className="select-all">{known.requestId}</code>
        </p>
      )}
    </div>
  );
}

export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 text-center text-sm text-paper">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          You are offline. What you see may be out of date; it refreshes when the connection is back.
        </p>
      )}
    </div>
  );
}
