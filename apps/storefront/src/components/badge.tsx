import { type VariantProps, cva } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '~/lib/cn';

const badge = cva(
  'inline-flex h-6 items-center gap-1 rounded-sm px-2 text-sm font-medium whitespace-nowrap [&_svg]:size-3.5',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-ink',
        action: 'bg-action-soft text-action',
        accent: 'bg-accent-soft text-accent-ink',
        success: 'bg-success-soft text-success',
        danger: 'bg-danger-soft text-danger',
        /** On pictures. */
        surface: 'bg-surface text-ink',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof badge>) {
  return <span {...rest} className={cn(badge({ tone }), className)} />;
}
