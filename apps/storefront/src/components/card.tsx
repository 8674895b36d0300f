import type { ComponentProps, ReactNode } from 'react';
import { cn } from '~/lib/cn';

export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('rounded-lg border border-line bg-surface p-5 sm:p-6', className)} />;
}

interface SectionCardProps {
  title: string;
  /** One sentence. */
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A card with a heading: a section of a form, a panel of the dashboard. */
export function SectionCard({ title, description, actions, className, children }: SectionCardProps) {
  return (
    <Card className={cn('flex flex-col gap-5', className)}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex max-w-prose min-w-0 grow basis-48 flex-col gap-1">
          <h2 className="font-display text-xl font-semibold">{title}</h2>
          {description && <p className="text-muted">{description}</p>}
        </div>
        {actions}
      </div>
      {children}
    </Card>
  );
}
