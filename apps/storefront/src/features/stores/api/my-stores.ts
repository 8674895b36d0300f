import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** The vendor's own stores, inactive ones too. */
export const myStoresQuery = queryOptions({
  queryKey: ['stores', 'mine'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/stores/my-stores', { signal })),
  select: ({ items }) => items,
});
