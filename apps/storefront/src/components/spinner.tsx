import { LoaderCircle } from 'lucide-react';
import { cn } from '~/lib/cn';

interface SpinnerProps {
  /** Read out; leave it away where the surroundings already say that something is busy. */
  label?: string;
  className?: string;
}

/** Shows itself only after 300 ms: work that is done by then needs no sign of it. */
export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span role={label ? 'status' : undefined} className={cn('inline-flex animate-appear-late', className)}>
      <LoaderCircle aria-hidden className="size-5 animate-spin" />
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
