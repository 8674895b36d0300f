import type { ReviewSort } from '@souk/contracts';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;

export interface ReceivedFilter {
  store?: number;
  /** Only reviews with this rating. */
  rating?: number;
  sort?: ReviewSort;
}

/** Reviews of the vendor's own products. */
export const receivedQuery = (filter: ReceivedFilter) =>
  listQuery(['reviews', 'received', filter], (cursor, signal) =>
    unwrap(
      api.GET('/api/reviews/received', { params: { query: { ...filter, cursor, limit: PAGE } }, signal }),
    ),
  );

/** The first few of such a list, and how many there are. */
export const fewReceivedQuery = (filter: ReceivedFilter, limit: number) =>
  queryOptions({
    queryKey: ['reviews', 'received-few', filter, limit],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/reviews/received', { params: { query: { ...filter, limit } }, signal })),
  });

export function useReply() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: Pick<ReviewDto, 'id'> & { text: string }) =>
      unwrap(api.PUT('/api/reviews/{id}/reply', { params: { path: { id } }, body: { text } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews'] }),
  });
}
