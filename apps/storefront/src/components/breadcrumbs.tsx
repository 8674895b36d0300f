import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';

interface Crumb {
  label: string;
  /** Absent on the page itself. */
  to?: string;
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        {items.map(({ label, to }, index) => (
          <li key={to ?? label} className="flex min-h-6 min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            {to ? (
              <Link to={to} className="rounded-sm py-1 underline-offset-4 hover:text-ink hover:underline">
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate text-ink">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
