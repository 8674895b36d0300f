import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** Own review per product, for the latest 100 of them. */
export const ownReviewsQuery = queryOptions({
  queryKey: ['reviews', 'mine'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/reviews/mine', { params: { query: { limit: 100 } }, signal })),
  select: ({ items }): ReadonlyMap<number, number> =>
    new Map(items.map(({ productId, id }) => [productId, id])),
});
