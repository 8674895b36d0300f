import { RATING, REVIEW_SORTS } from '@souk/contracts';
import { useSearchParams } from 'react-router';
import type { ReviewFilters } from './api/reviews';

/** In the URL, under names that do not get in the way of the page's own. */
const NAMES = { rating: 'stars', sort: 'reviewSort' } as const;

export function useReviewFilters() {
  const [params, setParams] = useSearchParams();
  const stars = Number(params.get(NAMES.rating));
  const filters: ReviewFilters = {
    rating: Number.isInteger(stars) && stars >= RATING.min && stars <= RATING.max ? stars : undefined,
    sort: REVIEW_SORTS.find((sort) => sort === params.get(NAMES.sort)),
  };
  const change = (changes: ReviewFilters) =>
    setParams(
      (now) => {
        for (const [key, value] of Object.entries(changes)) {
          const name = NAMES[key as keyof ReviewFilters];
          if (value === undefined) now.delete(name);
          else now.set(name, String(value));
        }
        return now;
      },
      { preventScrollReset: true },
    );
  return { filters, change };
}
