import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '~/lib/cn';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** The accessible name, shown as the title too. */
  label: string;
  /** A small number at the corner; say what it counts in `label`. */
  count?: number;
}

export function IconButton({
  icon: Icon,
  label,
  count,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      {...rest}
      className={cn(
        'touch-target relative inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink transition-colors hover:bg-sunken disabled:opacity-50',
        className,
      )}
    >
      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      {count ? <CountBubble count={count} /> : null}
    </button>
  );
}

export function CountBubble({ count }: { count: number }) {
  return (
    <span
      aria-hidden
      className="absolute -top-0.5 -right-0.5 flex h-5 min-w-5 items-center justify-center rounded-full bg-action px-1 text-[0.6875rem] leading-none font-semibold text-on-action tabular-nums"
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}
