import type { ForgotPasswordRequest, ResetPasswordRequest } from '@souk/contracts/recovery.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { ApiError } from '~/lib/api-error';
import { sessionQuery } from './session';

export function useForgotPassword() {
  return useMutation({
    mutationFn: (input: ForgotPasswordRequest) =>
      unwrap(api.POST('/api/auth/password/forgot', { body: input })),
  });
}

/**
 * Ends every session of the link's owner, who may be signed in here.
 *
 * @param onReset runs before the page learns of that and loads anew
 */
export function useResetPassword(onReset: () => Promise<void> | void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: ResetPasswordRequest) =>
      unwrap(api.POST('/api/auth/password/reset', { body: input })),
    onSuccess: async () => {
      await onReset();
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

/** Confirms an address by being shown: a query, so that a page that is rendered twice uses the link up once. */
export const emailConfirmationQuery = (token: string) =>
  queryOptions({
    queryKey: ['email-confirmation', token],
    queryFn: async ({ client }) => {
      await unwrap(api.POST('/api/auth/email/verify', { body: { token } }));
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      return true;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export function useResendConfirmation() {
  return useMutation({ mutationFn: () => unwrap(api.POST('/api/auth/email/resend')) });
}

/** The link was used, has expired, or a newer one was mailed. */
export const isDeadLink = (error: unknown): boolean => error instanceof ApiError && 'token' in error.details;
