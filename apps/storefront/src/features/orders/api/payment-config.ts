import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** How one pays here; the same for everybody, and for as long as the page stands. */
export const paymentConfigQuery = queryOptions({
  queryKey: ['payments', 'config'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/payments/config', { signal })),
  staleTime: Infinity,
});
