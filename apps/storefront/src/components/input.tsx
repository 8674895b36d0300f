import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '~/lib/cn';
import { useFieldControl } from './field';

const control =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-3.5 text-ink transition-colors hover:border-ink aria-invalid:border-danger disabled:bg-sunken disabled:text-muted';

interface InputProps extends Omit<ComponentProps<'input'>, 'prefix'> {
  /** Stands inside, before what is typed: a currency sign, an icon. */
  before?: ReactNode;
}

export function Input({ className, before, ...rest }: InputProps) {
  const input = (
    <input
      {...rest}
      {...useFieldControl(rest)}
      className={cn(control, 'h-11', before && 'pl-9', className)}
    />
  );
  if (!before) return input;
  return (
    <div className="relative">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3.5 flex items-center text-muted [&_svg]:size-4.5"
      >
        {before}
      </span>
      {input}
    </div>
  );
}

export function Textarea({ className, rows = 5, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      {...rest}
      {...useFieldControl(rest)}
      className={cn(control, 'field-sizing-content min-h-24 py-2.5', className)}
    />
  );
}

/** The platform's own list: right on every device, and reachable by every keyboard. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <div className={cn('relative', className)}>
      <select
        {...rest}
        {...useFieldControl(rest)}
        className={cn(control, 'h-11 appearance-none truncate pr-10')}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4.5 text-muted"
      />
    </div>
  );
}
