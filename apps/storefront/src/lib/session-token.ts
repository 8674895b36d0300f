import type { TokenResponse } from '@souk/contracts/auth.dto';
import { ApiError } from './api-error';

/**
 * The access token lives in this variable only, out of reach of injected scripts that read storage; the refresh
 * token is an HttpOnly cookie that the page never sees.
 */
let accessToken: string | null = null;
let refreshing: Promise<TokenResponse | null> | null = null;
const lostListeners = new Set<() => void>();

/** Not a secret: says only that a session may exist, so that guests need not ask for one. */
const HINT = 'souk.signedIn';

export function mayHaveSession(): boolean {
  try {
    return localStorage.getItem(HINT) === '1';
  } catch {
    return false;
  }
}

function setHint(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(HINT, '1');
    else localStorage.removeItem(HINT);
  } catch {
    // Storage may be blocked: the session then ends with the page.
  }
}

export function keepSession(session: TokenResponse): void {
  accessToken = session.accessToken;
  setHint(true);
}

export function forgetSession(): void {
  accessToken = null;
  setHint(false);
}

/** Calls back when the server has ended the session (expired, revoked, signed out elsewhere). */
export function onSessionLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

/** Trades the cookie for a new access token. Callers at the same time share one request. */
export function refreshSession(): Promise<TokenResponse | null> {
  refreshing ??= requestRefresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function requestRefresh(): Promise<TokenResponse | null> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  if (response.status === 401) {
    forgetSession();
    lostListeners.forEach((notify) => notify());
    return null;
  }
  if (!response.ok) throw ApiError.fromResponse(response, await response.json().catch(() => null));
  const session = (await response.json()) as TokenResponse;
  keepSession(session);
  return session;
}

/** A wrong password is a 401 too, and no reason to refresh. */
const isSigningIn = (url: string) => /\/api\/auth\/(login|register|refresh)$/.test(new URL(url).pathname);

/** `fetch` with the access token. */
export function sessionFetch(request: Request): Promise<Response> {
  if (isSigningIn(request.url)) return fetch(request);
  return sendWithSession((token) => {
    const attempt = request.clone();
    if (token) attempt.headers.set('Authorization', `Bearer ${token}`);
    return fetch(attempt);
  });
}

/** Sends with the access token, null for guests; a 401 is answered by one refresh and one more try. */
export async function sendWithSession(send: (token: string | null) => Promise<Response>): Promise<Response> {
  if (!accessToken && mayHaveSession()) await refreshSession();
  const used = accessToken;
  const response = await send(used);
  if (!used || response.status !== 401) return response;
  // Another caller may have brought a new token meanwhile.
  if (accessToken === used) await refreshSession();
  return send(accessToken);
}
