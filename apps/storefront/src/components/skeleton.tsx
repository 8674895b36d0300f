import type { ReactNode } from 'react';
import { cn } from '~/lib/cn';

/** A grey shape in the place and size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('h-4 animate-breathe rounded-sm bg-sunken', className)} />;
}

interface LoadingProps {
  /** What is awaited: "Loading products". */
  label: string;
  className?: string;
  /** Skeletons shaped like the page. */
  children: ReactNode;
}

export function Loading({ label, className, children }: LoadingProps) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
