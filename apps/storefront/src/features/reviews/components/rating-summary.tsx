import type { ReviewSummary } from '@souk/contracts/reviews.dto';
import { Star } from 'lucide-react';
import { Rating } from '~/components/rating';
import { cn } from '~/lib/cn';
import { formatNumber, plural } from '~/lib/format';

interface RatingSummaryProps {
  summary: ReviewSummary;
  /** Stars that the list is filtered by. */
  chosen: number | undefined;
  onChoose: (rating: number | undefined) => void;
}

const STARS = [5, 4, 3, 2, 1] as const;

/** Average and histogram; each bar filters the list, and once more shows all again. */
export function RatingSummary({
  summary: { average, count, histogram },
  chosen,
  onChoose,
}: RatingSummaryProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-4">
        <p className="font-display text-3xl font-semibold tabular-nums">{average?.toFixed(1)}</p>
        <div className="flex flex-col">
          <Rating value={average} />
          <p className="text-sm text-muted">{plural(count, 'review')}</p>
        </div>
      </div>
      <ul className="-mx-2 flex flex-col">
        {STARS.map((stars) => (
          <li key={stars}>
            <button
              type="button"
              disabled={histogram[stars] === 0 && chosen !== stars}
              aria-pressed={chosen === stars}
              onClick={() => onChoose(chosen === stars ? undefined : stars)}
              className={cn(
                'grid h-9 w-full grid-cols-[2.25rem_1fr_2rem] items-center gap-2 rounded-sm px-2 text-sm tabular-nums transition-colors hover:bg-sunken disabled:bg-transparent disabled:text-muted touch:h-11',
                chosen === stars && 'bg-action-soft font-medium hover:bg-action-soft',
              )}
            >
              <span className="flex items-center gap-1">
                {stars}
                <Star aria-hidden className="size-3.5 fill-accent text-accent" />
                <span className="sr-only">{stars === 1 ? 'star' : 'stars'}</span>
              </span>
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-line">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${count === 0 ? 0 : (histogram[stars] / count) * 100}%` }}
                />
              </span>
              <span className="text-right text-muted">
                {formatNumber(histogram[stars])}
                <span className="sr-only"> {histogram[stars] === 1 ? 'review' : 'reviews'}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
