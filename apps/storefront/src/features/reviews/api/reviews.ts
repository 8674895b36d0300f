import type { ReviewSort } from '@souk/contracts';
import type { ReviewInput } from '@souk/contracts/reviews.dto';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

export interface ReviewFilters {
  /** Only those with so many stars. */
  rating?: number;
  sort?: ReviewSort;
}

/** A product's reviews, with their summary and what the caller may do, which are the same on each page. */
export const productReviewsQuery = (productId: number, filters: ReviewFilters = {}) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'product', productId, filters],
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/products/{id}/reviews', {
          params: { path: { id: productId }, query: { ...filters, cursor, limit: 10 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const reviewQuery = (id: number) =>
  queryOptions({
    queryKey: ['reviews', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/reviews/{id}', { params: { path: { id } }, signal })),
  });

/** A review moves the averages of its product and its store, too. */
function useRatingsChanged() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['reviews'], ['products'], ['stores']])
      void queries.invalidateQueries({ queryKey });
  };
}

export function useCreateReview(productId: number) {
  return useMutation({
    mutationFn: (input: ReviewInput) =>
      unwrap(api.POST('/api/products/{id}/reviews', { params: { path: { id: productId } }, body: input })),
    onSuccess: useRatingsChanged(),
  });
}

export function useUpdateReview(id: number) {
  return useMutation({
    mutationFn: (input: ReviewInput) =>
      unwrap(api.PATCH('/api/reviews/{id}', { params: { path: { id } }, body: input })),
    onSuccess: useRatingsChanged(),
  });
}

export function useDeleteReview(id: number) {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/reviews/{id}', { params: { path: { id } } })),
    onSuccess: useRatingsChanged(),
  });
}
