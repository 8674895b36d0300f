import type * as SessionToken from './session-token';

const ORIGIN = 'http://localhost';
const PROFILE = `${ORIGIN}/api/auth/profile`;

type Answer = (request: Request) => Response | Promise<Response>;

let session: typeof SessionToken;
let calls: { path: string; token: string | null }[];

/** Answers by path; everything else is a mistake of the test. */
function serve(routes: Record<string, Answer>): void {
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), ORIGIN), init);
    const path = new URL(request.url).pathname;
    calls.push({ path, token: request.headers.get('authorization') });
    const answer = routes[path];
    if (!answer) throw new Error(`Unexpected call of ${path}`);
    return answer(request);
  });
}

const refused = () => Response.json({}, { status: 401 });
const fresh = () => Response.json({ accessToken: 'fresh', refreshToken: null, user: { id: 1 } });
const somebodyElse = () => Response.json({ accessToken: 'fresh', refreshToken: null, user: { id: 2 } });
const needs =
  (token: string): Answer =>
  (request) =>
    request.headers.get('authorization') === `Bearer ${token}` ? Response.json({ ok: true }) : refused();
const count = (path: string) => calls.filter((call) => call.path === path).length;

beforeEach(async () => {
  calls = [];
  localStorage.clear();
  sessionStorage.clear();
  jest.resetModules();
  session = await import('./session-token');
});

const signIn = (accessToken: string) =>
  session.keepSession({ accessToken, user: { id: 1 } } as Parameters<typeof session.keepSession>[0]);
const hintOf = () => localStorage.getItem('souk.signedIn');

it('refreshes once for all callers whose token has expired, and tries each again', async () => {
  signIn('stale');
  serve({ '/api/auth/profile': needs('fresh'), '/api/auth/refresh': fresh });
  const answers = await Promise.all([1, 2, 3].map(() => session.sessionFetch(new Request(PROFILE))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(count('/api/auth/refresh')).toBe(1);
});

it('does not refresh again for an answer that comes late', async () => {
  signIn('stale');
  let answerSlow: (response: Response) => void = () => undefined;
  const slow = new Promise<Response>((resolve) => (answerSlow = resolve));
  serve({
    '/api/auth/profile': needs('fresh'),
    '/api/cart': (request) =>
      request.headers.get('authorization') === 'Bearer stale' ? slow : needs('fresh')(request),
    '/api/auth/refresh': fresh,
  });
  const late = session.sessionFetch(new Request(`${ORIGIN}/api/cart`));
  await session.sessionFetch(new Request(PROFILE));
  answerSlow(refused());
  expect((await late).status).toBe(200);
  expect(count('/api/auth/refresh')).toBe(1);
});

it('tries only once more, with the same body', async () => {
  signIn('stale');
  const bodies: string[] = [];
  serve({
    '/api/auth/profile': async (request) => {
      bodies.push(await request.text());
      return refused();
    },
    '/api/auth/refresh': fresh,
  });
  const answer = await session.sessionFetch(new Request(PROFILE, { method: 'POST', body: '{"phone":"1"}' }));
  expect(answer.status).toBe(401);
  expect(bodies).toEqual(['{"phone":"1"}', '{"phone":"1"}']);
});

it.each<[string, Answer, string | null]>([
  ['is over', refused, null],
  ['is somebody else’s by now', somebodyElse, '2'],
])('sends nothing more for the page’s user when the session %s', async (_, refresh, hint) => {
  signIn('stale');
  const changes: string[] = [];
  session.onSessionChange((change) => changes.push(change));
  serve({ '/api/auth/profile': refused, '/api/auth/refresh': refresh });
  const save = () => session.sessionFetch(new Request(PROFILE, { method: 'PUT', body: '{"phone":"1"}' }));
  const answers = await Promise.all([save(), save()]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  await expect(save()).rejects.toMatchObject({ name: 'ApiError', status: 401 });
  expect(calls.map(({ token }) => token)).toEqual(['Bearer stale', 'Bearer stale', null]);
  expect(changes).toEqual(['over']);
  expect(hintOf()).toBe(hint);
});

it('goes on as a guest where nobody had been yet', async () => {
  localStorage.setItem('souk.signedIn', '1');
  const changed = jest.fn();
  session.onSessionChange(changed);
  serve({ '/api/products': () => Response.json({ items: [] }), '/api/auth/refresh': refused });
  expect((await session.sessionFetch(new Request(`${ORIGIN}/api/products`))).status).toBe(200);
  expect(changed).not.toHaveBeenCalled();
  expect(hintOf()).toBeNull();
});

it('leaves alone who has signed in through another tab while the old session was refused', async () => {
  signIn('stale');
  serve({
    '/api/auth/profile': refused,
    '/api/auth/refresh': () => {
      localStorage.setItem('souk.signedIn', '2');
      return refused();
    },
  });
  await session.sessionFetch(new Request(PROFILE));
  expect(hintOf()).toBe('2');
});

it.each<[string, own: boolean, hint: string | null, change: string[]]>([
  ['the user signs out', true, null, ['over']],
  ['somebody else signs in', true, '2', ['over']],
  ['the same user signs in again', true, '1', []],
  ['somebody signs in beside a guest', false, '2', ['begun']],
  ['nobody is there any more, as before', false, null, []],
])('hears from another tab that %s', (_, own, hint, expected) => {
  if (own) signIn('valid');
  const changes: string[] = [];
  session.onSessionChange((change) => changes.push(change));
  if (hint === null) localStorage.removeItem('souk.signedIn');
  else localStorage.setItem('souk.signedIn', hint);
  window.dispatchEvent(new StorageEvent('storage', { key: 'souk.signedIn', newValue: hint }));
  expect(changes).toEqual(expected);
});

it('keeps the session when the server merely fails to refresh it', async () => {
  signIn('stale');
  serve({ '/api/auth/profile': refused, '/api/auth/refresh': () => new Response('busy', { status: 503 }) });
  await expect(session.sessionFetch(new Request(PROFILE))).rejects.toMatchObject({
    name: 'ApiError',
    status: 503,
  });
  expect(session.mayHaveSession()).toBe(true);
});

it('restores a session before the first request of a page', async () => {
  localStorage.setItem('souk.signedIn', '1');
  serve({ '/api/auth/profile': needs('fresh'), '/api/auth/refresh': fresh });
  expect((await session.sessionFetch(new Request(PROFILE))).status).toBe(200);
  expect(calls.map(({ path }) => path)).toEqual(['/api/auth/refresh', '/api/auth/profile']);
});

it('never refreshes for guests, nor for a wrong password', async () => {
  serve({ '/api/auth/profile': refused, '/api/auth/login': refused });
  expect((await session.sessionFetch(new Request(PROFILE))).status).toBe(401);
  signIn('valid');
  expect(
    (await session.sessionFetch(new Request(`${ORIGIN}/api/auth/login`, { method: 'POST' }))).status,
  ).toBe(401);
  expect(count('/api/auth/refresh')).toBe(0);
});

describe('what was typed and not sent', () => {
  const written = () => sessionStorage.getItem('souk.checkout');
  const write = () => sessionStorage.setItem('souk.checkout', '{"shippingAddress":{}}');
  const signInAs = (id: number) =>
    session.keepSession({ accessToken: 'fresh', user: { id } } as Parameters<typeof session.keepSession>[0]);

  it('goes with who signs out', () => {
    signInAs(1);
    write();
    session.forgetSession();
    expect(written()).toBeNull();
  });

  it('goes with who signs out in another tab', () => {
    signInAs(1);
    write();
    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(written()).toBeNull();
  });

  it('is there again for who wrote it, and for nobody else, after the session has expired', async () => {
    signInAs(1);
    write();
    serve({ '/api/auth/refresh': refused });
    await session.refreshSession();
    jest.resetModules();
    session = await import('./session-token');
    signInAs(1);
    expect(written()).not.toBeNull();
    signInAs(2);
    expect(written()).toBeNull();
  });

  it('stays with a guest who signs in', () => {
    write();
    signInAs(1);
    expect(written()).not.toBeNull();
  });
});
