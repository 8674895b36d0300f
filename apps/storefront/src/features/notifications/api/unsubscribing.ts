import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { ApiError } from '~/lib/api-error';

/** Ends the mails that the link of one of them names. */
export const useUnsubscribe = (token: string) =>
  useMutation({
    mutationFn: () => unwrap(api.POST('/api/notifications/unsubscribe', { body: { token } })),
  });

/** The link is incomplete, or its account is no more. */
export const isDeadEnd = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || 'token' in error.details);
