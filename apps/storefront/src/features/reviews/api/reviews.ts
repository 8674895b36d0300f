import type { ReviewSort } from '@souk/contracts';
import type { ReviewInput } from '@souk/contracts/reviews.dto';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 10;

export interface ReviewFilters {
  /** Only those with so many stars. */
  rating?: number;
  sort?: ReviewSort;
}

/** A product's reviews, with their summary and what the caller may do, which are the same on each page. */
export const productReviewsQuery = (productId: number, filters: ReviewFilters = {}) =>
  listQuery(['reviews', 'product', productId, filters], (cursor, signal) =>
    unwrap(
      api.GET('/api/products/{id}/reviews', {
        params: { path: { id: productId }, query: { ...filters, cursor, limit: PAGE } },
        signal,
      }),
    ),
  );

export const reviewQuery = (id: number) =>
  queryOptions({
    queryKey: ['reviews', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/reviews/{id}', { params: { path: { id } }, signal })),
  });

/** A review moves the averages of its product and its store, too. */
const MOVED = [['reviews', 'product'], ['products'], ['stores']];

const refreshRatings = (queries: QueryClient) =>
  MOVED.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));

export function useCreateReview(productId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: ReviewInput) =>
      unwrap(api.POST('/api/products/{id}/reviews', { params: { path: { id: productId } }, body: input })),
    onSuccess: () => refreshRatings(queries),
  });
}

export function useUpdateReview(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: ReviewInput) =>
      unwrap(api.PATCH('/api/reviews/{id}', { params: { path: { id } }, body: input })),
    onSuccess: (review) => {
      queries.setQueryData(reviewQuery(id).queryKey, review);
      refreshRatings(queries);
    },
  });
}

export function useDeleteReview(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/reviews/{id}', { params: { path: { id } } })),
    onSuccess: () => refreshRatings(queries),
  });
}
