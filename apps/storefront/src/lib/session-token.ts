import type { TokenResponse } from '@souk/contracts/auth.dto';
import { ApiError } from './api-error';

/**
 * The access token lives in this variable only, out of reach of injected scripts that read storage; the refresh
 * token is an HttpOnly cookie that the page never sees.
 */
let accessToken: string | null = null;
/** Whose token it is, and so whose data the page holds; null for guests. */
let userId: number | null = null;
/** The page's user has gone: nothing that it still wants to send may reach the one who has come. */
let isOver = false;
let refreshing: Promise<TokenResponse | null> | null = null;

/**
 * `begun`: somebody has signed in through another tab of a guest's.
 * `over`: the page's user is signed in no longer, or somebody else is. Nothing is sent any more: load the page anew.
 */
export type SessionChange = 'begun' | 'over';
const listeners = new Set<(change: SessionChange) => void>();

/** No secret: says whose session may exist, so that guests need not ask for one and all tabs agree on who is here. */
const HINT = 'souk.signedIn';

function readHint(): string | null {
  try {
    return localStorage.getItem(HINT);
  } catch {
    // Storage may be blocked: the session then ends with the page.
    return null;
  }
}

function setHint(user: number | null): void {
  try {
    if (user === null) localStorage.removeItem(HINT);
    else localStorage.setItem(HINT, String(user));
  } catch {
    // As above.
  }
}

/** Who has been here last. What is typed and not sent yet lies beside it in the tab's storage. */
const WRITER = 'souk.writer';

/** What one has typed, an address or an order under way, is nothing for the next one at this screen. */
function forgetWriting(): void {
  try {
    sessionStorage.clear();
  } catch {
    // As above.
  }
}

function followWriter(user: number): void {
  try {
    const last = sessionStorage.getItem(WRITER);
    if (last !== null && last !== String(user)) forgetWriting();
    sessionStorage.setItem(WRITER, String(user));
  } catch {
    // As above.
  }
}

export const mayHaveSession = (): boolean => readHint() !== null;

export function keepSession(session: TokenResponse): void {
  if (isOver) return;
  accessToken = session.accessToken;
  userId = session.user.id;
  setHint(userId);
  followWriter(userId);
}

export function forgetSession(): void {
  accessToken = null;
  userId = null;
  setHint(null);
  forgetWriting();
}

/** Calls back when who is signed in has changed without this page's doing. */
export function onSessionChange(listener: (change: SessionChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(change: SessionChange): void {
  listeners.forEach((notify) => notify(change));
}

function endPage(): void {
  accessToken = null;
  userId = null;
  isOver = true;
  announce('over');
}

/** Compares the page with what the other tabs have done. */
function followOtherTabs(): void {
  if (isOver) return;
  const hint = readHint();
  if (userId !== null && hint !== String(userId)) {
    forgetWriting();
    endPage();
  } else if (userId === null && hint !== null) announce('begun');
}

window.addEventListener('storage', ({ key }) => {
  // Without a key, all has been cleared.
  if (key === HINT || key === null) followOtherTabs();
});
// A page that comes back as it was left has heard of nothing meanwhile.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) followOtherTabs();
});

/** Trades the cookie for a new access token. Callers at the same time share one request. */
export function refreshSession(): Promise<TokenResponse | null> {
  refreshing ??= requestRefresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function requestRefresh(): Promise<TokenResponse | null> {
  const hint = readHint();
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  if (response.status === 401) {
    // Unless another tab has signed in meanwhile.
    if (readHint() === hint) setHint(null);
    if (userId !== null) endPage();
    return null;
  }
  if (!response.ok) throw ApiError.fromResponse(response, await response.json().catch(() => null));
  const session = (await response.json()) as TokenResponse;
  if (isOver) return null;
  // The cookie is the browser's: another tab may have signed in as somebody else.
  if (userId !== null && userId !== session.user.id) {
    setHint(session.user.id);
    endPage();
    return null;
  }
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

/**
 * Sends with the access token, null for guests; a 401 is answered by one refresh and, if the user is still the same,
 * one more try. Rejects with `ApiError` once the page's user has gone.
 */
export async function sendWithSession(send: (token: string | null) => Promise<Response>): Promise<Response> {
  if (!accessToken && !isOver && mayHaveSession()) await refreshSession();
  if (isOver) throw new ApiError(401, 'AUTHENTICATION_REQUIRED', 'You are no longer signed in here.');
  const sender = userId;
  const used = accessToken;
  const response = await send(used);
  if (!used || response.status !== 401) return response;
  // Another caller may have brought a new token meanwhile.
  if (accessToken === used) await refreshSession();
  return accessToken && userId === sender ? send(accessToken) : response;
}
