import type { ChangePasswordRequest, ProfileUpdate } from '@souk/contracts/auth.dto';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { keepSession } from '~/lib/session-token';
import { sessionQuery } from './session';

export function useUpdateProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: ProfileUpdate) => unwrap(api.PUT('/api/auth/profile', { body: input })),
    onSuccess: (profile) => queries.setQueryData(sessionQuery.queryKey, profile),
  });
}

/** Ends every other session; this one goes on with a new token. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (input: ChangePasswordRequest) =>
      unwrap(api.POST('/api/auth/password/change', { body: input })),
    onSuccess: keepSession,
  });
}
