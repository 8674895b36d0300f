import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { cn } from '~/lib/cn';

interface SortHeaderProps {
  label: string;
  /** Undefined for columns that cannot be sorted. */
  sorted: false | 'asc' | 'desc' | undefined;
  onSort: () => void;
  align?: 'end';
  className?: string;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** A column's heading; a button when it sorts. */
export function SortHeader({ label, sorted, onSort, align, className }: SortHeaderProps) {
  if (sorted === undefined) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const Arrow = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <th scope="col" aria-sort={sorted ? ARIA_SORT[sorted] : 'none'} className={className}>
      <button
        type="button"
        onClick={onSort}
        className={cn(
          'touch-target -mx-2 inline-flex h-8 items-center gap-1 rounded-sm px-2 hover:text-ink',
          sorted && 'text-ink',
          align === 'end' && 'flex-row-reverse',
        )}
      >
        {label}
        <Arrow aria-hidden className="size-3.5" />
      </button>
    </th>
  );
}
