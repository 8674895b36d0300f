import type { ReviewSort } from '@souk/contracts';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

const PAGE = 20;

export interface ReceivedFilter {
  store?: number;
  /** Only reviews with this rating. */
  rating?: number;
  sort?: ReviewSort;
}

/** Reviews of the vendor's own products. */
export const receivedQuery = (filter: ReceivedFilter) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'received', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) };
      return unwrap(api.GET('/api/reviews/received', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    select: ({ pages }) => ({
      reviews: pages.flatMap(({ items }) => items),
      total: pages.at(-1)?.total ?? 0,
    }),
  });

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
