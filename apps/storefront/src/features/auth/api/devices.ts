import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** The latest hundred; who has more ends them by signing out everywhere. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/auth/sessions', { params: { query: { limit: 100 } }, signal })),
});

export function useSignOutDevice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } })),
    // Signed out elsewhere meanwhile, it is gone from the list all the same.
    onSettled: () => queries.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
}
