import { Star } from 'lucide-react';
import { cn } from '~/lib/cn';
import { formatNumber, plural } from '~/lib/format';

interface RatingProps {
  /** 1 to 5 with one decimal; null without reviews. */
  value: number | null;
  /** Left out where the rating is one person's. */
  count?: number;
  /** One star and the figures, for cards. */
  compact?: boolean;
  className?: string;
}

const STARS = [1, 2, 3, 4, 5] as const;

export function Rating({ value, count, compact, className }: RatingProps) {
  if (value === null) return <span className={cn('text-sm text-muted', className)}>No reviews yet</span>;
  const reviews = count === undefined ? '' : `, ${plural(count, 'review')}`;
  return (
    <span
      role="img"
      aria-label={`Rated ${value} out of 5${reviews}`}
      className={cn('inline-flex items-center gap-1.5 text-sm tabular-nums', className)}
    >
      <span className="inline-flex">
        {compact ? (
          <PartStar fill={1} />
        ) : (
          STARS.map((star) => <PartStar key={star} fill={value - star + 1} />)
        )}
      </span>
      {(compact || count !== undefined) && <span className="font-medium">{value.toFixed(1)}</span>}
      {count !== undefined && <span className="text-muted">({formatNumber(count)})</span>}
    </span>
  );
}

/** `fill` from 0 (or less) to 1 (or more). */
function PartStar({ fill }: { fill: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, fill)) * 100);
  return (
    <span className="relative inline-flex">
      <Star className="size-4 fill-line text-line" />
      <span className="absolute inset-y-0 left-0 overflow-hidden" style={{ width: `${percent}%` }}>
        <Star className="size-4 fill-accent text-accent" />
      </span>
    </span>
  );
}
