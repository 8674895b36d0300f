import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/cart', { signal })),
});
