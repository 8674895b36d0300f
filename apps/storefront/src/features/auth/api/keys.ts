import type { ApiKeyInput } from '@souk/contracts/api-keys.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/auth/keys', { params: { query: { limit: 100 } }, signal })),
});

export function useCreateKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: ApiKeyInput) => unwrap(api.POST('/api/auth/keys', { body: input })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysQuery.queryKey }),
    // The key itself stays nowhere once its dialog is closed.
    gcTime: 0,
  });
}

export function useRevokeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/auth/keys/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
}
