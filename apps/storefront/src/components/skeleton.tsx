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

/** Of a part of a page under a heading of its own. */
export const SectionSkeleton = ({ children }: { children: ReactNode }) => (
  <div aria-hidden className="flex flex-col gap-5">
    <Skeleton className="h-8 w-48" />
    {children}
  </div>
);
