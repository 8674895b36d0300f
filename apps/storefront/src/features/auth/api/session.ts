import type { LoginRequest, ProfileDto, RegisterRequest, TokenResponse } from '@souk/contracts/auth.dto';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { forgetSession, keepSession, mayHaveSession, refreshSession } from '~/lib/session-token';

/** Who is signed in; null for guests, who cause no request. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<ProfileDto | null> =>
    mayHaveSession() ? ((await refreshSession())?.user ?? null) : null,
  staleTime: Infinity,
  gcTime: Infinity,
});

interface Session {
  user: ProfileDto | null;
  status: 'loading' | 'guest' | 'user';
}

export function useSession(): Session {
  const { data, isPending } = useQuery(sessionQuery);
  if (data) return { user: data, status: 'user' };
  return { user: null, status: isPending ? 'loading' : 'guest' };
}

/** What was loaded as somebody else is not shown to the one who has come. */
function useSignedIn() {
  const queries = useQueryClient();
  return async (session: TokenResponse) => {
    keepSession(session);
    queries.setQueryData(sessionQuery.queryKey, session.user);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
}

export function useLogin() {
  return useMutation({
    mutationFn: (input: LoginRequest) =>
      unwrap(api.POST('/api/auth/login', { body: { ...input, session: true } })),
    onSuccess: useSignedIn(),
  });
}

export function useRegister() {
  return useMutation({
    mutationFn: (input: RegisterRequest) =>
      unwrap(api.POST('/api/auth/register', { body: { ...input, session: true } })),
    onSuccess: useSignedIn(),
  });
}

/** @param everywhere ends the sessions on all other devices too */
export function useLogout({ everywhere = false } = {}) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/auth/logout', { body: { everywhere } })),
    onSuccess: () => {
      forgetSession();
      // A page loaded anew remembers nothing of who has left.
      window.location.assign('/');
    },
  });
}
