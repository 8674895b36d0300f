import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** The tree of categories with the number of goods in each. */
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/categories', { signal })),
  select: ({ items }) => items,
  staleTime: 10 * 60_000,
});
