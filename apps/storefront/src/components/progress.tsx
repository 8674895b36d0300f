import { cn } from '~/lib/cn';

interface ProgressProps {
  /** What is under way; read out. */
  label: string;
  /** 0 to 1; null while nobody knows how far it is. */
  share: number | null;
  className?: string;
}

export function Progress({ label, share, className }: ProgressProps) {
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn('h-2 w-full overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={cn(
          'h-full rounded-full bg-action transition-[width] duration-200',
          percent === undefined && 'w-full animate-breathe',
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
