import { type VariantProps, cva } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent } from 'react';
import { cn } from '~/lib/cn';
import { useLate } from '~/lib/delay';
import { Spinner } from './spinner';

const button = cva(
  'touch-target inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 aria-disabled:cursor-not-allowed [&_svg]:size-4.5 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-action text-on-action hover:bg-action-hover',
        secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
        ghost: 'text-ink hover:bg-sunken',
        danger: 'bg-danger text-on-danger hover:bg-danger-hover',
        link: 'text-action underline decoration-1 underline-offset-4 hover:decoration-2',
      },
      size: {
        sm: 'h-9 px-3 text-sm',
        md: 'h-11 px-4.5',
        lg: 'h-13 px-6 text-lg',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'primary', size: 'md' },
  },
);

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  /** Ignores clicks but keeps the focus; a spinner joins after 300 ms. */
  loading?: boolean;
  /** Gives the looks to the only child, for links: `<Button asChild><Link to="/cart">Cart</Link></Button>`. */
  asChild?: boolean;
}

export function Button({
  variant,
  size,
  loading = false,
  asChild,
  className,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const showSpinner = useLate(loading);
  const classes = cn(button({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root {...rest} onClick={onClick} className={classes}>
        {children}
      </Slot.Root>
    );
  }

  const refuseWhileLoading = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      onClick={refuseWhileLoading}
      aria-disabled={loading || rest['aria-disabled']}
      aria-busy={loading || undefined}
      className={classes}
    >
      {showSpinner && <Spinner className="-ml-1 animate-none" />}
      {children}
    </button>
  );
}
