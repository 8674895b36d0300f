import type { ProfileDto, TokenResponse } from '@souk/contracts/auth.dto';
import type { SessionPage } from '@souk/contracts/sessions.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Answer } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { newestMailTo } from '../../../test/mailbox';
import { UsersService } from '../users/users.service';
import { SessionsService } from './sessions.service';
import { Reauthentication } from './reauthentication';

let test: TestApp;
let make: Factory;
beforeAll(async () => {
  // injected requests come from there
  test = await startApp({ TRUST_PROXY: '127.0.0.1' });
  make = new Factory(test.client);
});
afterAll(() => test.close());

const registration = {
  username: 'Mara.Potter',
  email: 'Mara@Example.com',
  password: 'correct horse',
  userType: 'vendor',
};

describe('registering', () => {
  it('signs the new user in', async () => {
    const { status, body, headers } = await test.client.post<TokenResponse>('/auth/register', registration);
    expect(status).toBe(201);
    expect(headers.location).toBe('/api/auth/profile');
    expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 86_400, refreshToken: expect.any(String) });
    expect(body.user).toMatchObject({
      username: 'Mara.Potter',
      email: 'mara@example.com',
      userType: 'vendor',
      phone: null,
    });
    const profile = await test.client.as(body).get<ProfileDto>('/auth/profile');
    expect(profile.body).toEqual(body.user);
  });

  it('refuses a name or an address that is taken, whatever its case', async () => {
    const again = { ...registration, username: 'MARA.potter', email: 'MARA@example.com' };
    const details = expectError(await test.client.post('/auth/register', again), 409, 'DUPLICATE_ENTRY');
    expect(Object.keys(details)).toEqual(['username', 'email']);
  });

  it.each([
    ['a short password', { password: 'short' }, 'password'],
    ['a strange name', { username: 'a b' }, 'username'],
    ['the name of staff', { username: 'Admin' }, 'username'],
    ['the name of staff in parts', { username: 's.u-p_port' }, 'username'],
    ['a name that every object has', { username: '__proto__' }, 'username'],
    ['a word of JavaScript', { username: 'toString' }, 'username'],
    ['no address', { email: 'nowhere' }, 'email'],
    ['another kind of user', { userType: 'admin' }, 'userType'],
    ['a field that nobody may set', { isStaff: true }, 'isStaff'],
    ['a number for a name', { username: 12345 }, 'username'],
    ['an over-long name', { firstName: 'x'.repeat(61) }, 'firstName'],
  ])('refuses %s', async (_, change, field) => {
    const answer = await test.client.post('/auth/register', { ...registration, ...change });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});

describe('signing in', () => {
  it('takes the username or the address', async () => {
    const { user, password } = await make.buyer();
    for (const username of [user.username, user.email, user.username.toUpperCase()]) {
      expect((await test.client.post('/auth/login', { username, password })).status).toBe(200);
    }
  });

  it('answers alike for an unknown user and a wrong password', async () => {
    const { user } = await make.buyer();
    const wrong = await test.client.post<object>('/auth/login', {
      username: user.username,
      password: 'not the one',
    });
    const unknown = await test.client.post<object>('/auth/login', {
      username: 'nobody',
      password: 'not the one',
    });
    expectError(wrong, 401, 'AUTHENTICATION_REQUIRED');
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });
});

describe('refreshing', () => {
  it('gives the same successor to parallel uses', async () => {
    const { tokens } = await make.buyer();
    const uses = Array.from({ length: 20 }, () =>
      test.client.post<TokenResponse>('/auth/refresh', { refreshToken: tokens.refreshToken }),
    );
    const answers = await Promise.all(uses);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    const next = await test.client.post('/auth/refresh', { refreshToken: answers[0]?.body.refreshToken });
    expect(next.status).toBe(200);
  });

  it('ends the session when a token is used again after the grace', async () => {
    const { tokens, client } = await make.buyer();
    const { body } = await test.client.post<TokenResponse>('/auth/refresh', {
      refreshToken: tokens.refreshToken,
    });
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000);
    const replay = await test.client.post('/auth/refresh', { refreshToken: tokens.refreshToken });
    now.mockRestore();
    expectError(replay, 401, 'AUTHENTICATION_REQUIRED');
    expectError(
      await test.client.post('/auth/refresh', { refreshToken: body.refreshToken }),
      401,
      'AUTHENTICATION_REQUIRED',
    );
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
  });

  it.each(['nonsense', '', 'x'.repeat(200)])('refuses %p', async (refreshToken) =>
    expectError(await test.client.post('/auth/refresh', { refreshToken }), 401, 'AUTHENTICATION_REQUIRED'),
  );
});

describe('the browser session', () => {
  const signIn = async () => {
    const { user, password } = await make.buyer();
    return test.client.post<TokenResponse>('/auth/login', {
      username: user.username,
      password,
      session: true,
    });
  };

  it('keeps the refresh token in a cookie that scripts cannot read', async () => {
    const { body, cookies } = await signIn();
    expect(body.refreshToken).toBeNull();
    expect(cookies).toEqual([
      expect.objectContaining({ name: 'souk_session', httpOnly: true, sameSite: 'Strict', path: '/' }),
    ]);
    const browser = test.client.with({
      cookie: `souk_session=${cookies[0]?.value}`,
      'sec-fetch-site': 'same-origin',
    });
    const refreshed = await browser.post<TokenResponse>('/auth/refresh', {});
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.refreshToken).toBeNull();
    expect(refreshed.cookies[0]?.value).not.toBe(cookies[0]?.value);
  });

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:81' },
    { origin: 'null' },
  ])('refuses a call from another site: %p', async (header) => {
    const { cookies } = await signIn();
    const browser = test.client.with({ cookie: `souk_session=${cookies[0]?.value}`, ...header });
    expectError(await browser.post('/auth/refresh', {}), 403, 'PERMISSION_DENIED');
  });

  it('is refused to another site before anything is done for it', async () => {
    const { user, password, client } = await make.buyer();
    const foreign = test.client.with({ 'sec-fetch-site': 'cross-site' });
    const login = { username: user.username, password, session: true };
    expectError(await foreign.post('/auth/login', login), 403, 'PERMISSION_DENIED');
    expect((await client.get<SessionPage>('/auth/sessions')).body.total).toBe(1);
    const registered = { ...registration, username: 'across', email: 'across@example.com', session: true };
    expectError(await foreign.post('/auth/register', registered), 403, 'PERMISSION_DENIED');
    expect((await test.client.post('/auth/register', registered)).status).toBe(201);
  });

  it('belongs to pages of the same scheme, as a trusted proxy tells it', async () => {
    const headers = { host: 'souk.example', 'x-forwarded-proto': 'https' };
    const login = { ...registration, username: 'behind', email: 'behind@example.com', session: true };
    const from = (origin: string) => test.client.with({ ...headers, origin }).post('/auth/register', login);
    const refused = await from('http://souk.example');
    const accepted = await from('https://souk.example');
    expectError(refused, 403, 'PERMISSION_DENIED');
    expect(accepted.status).toBe(201);
  });

  it('ends with the cookie, also when that is of another sign-in than the access token', async () => {
    const { client } = await make.buyer();
    const { cookies } = await signIn();
    const cookie = { cookie: `souk_session=${cookies[0]?.value}` };
    const answer = await client.with(cookie).post('/auth/logout');
    expect([answer.status, answer.cookies[0]?.value]).toEqual([204, '']);
    expectError(await test.client.with(cookie).post('/auth/refresh', {}), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('outlives a failure of the server, and not a refusal', async () => {
    const { cookies } = await signIn();
    const browser = test.client.with({ cookie: `souk_session=${cookies[0]?.value}` });
    const sessions = test.app.get(SessionsService);
    jest.spyOn(sessions, 'rotate').mockRejectedValueOnce(new Error('The database is gone.'));
    const failed = await browser.post('/auth/refresh', {});
    jest.restoreAllMocks();
    expect([failed.status, failed.cookies]).toEqual([500, []]);
    expect((await browser.post('/auth/refresh', {})).status).toBe(200);
    const invented = await test.client.with({ cookie: 'souk_session=invented' }).post('/auth/refresh', {});
    expect([invented.status, invented.cookies[0]?.value]).toEqual([401, '']);
  });
});

describe('ending access', () => {
  it('signs out this session only', async () => {
    const { client, user, password } = await make.buyer();
    const other = await test.client.post<TokenResponse>('/auth/login', { username: user.username, password });
    expect((await client.post('/auth/logout')).status).toBe(204);
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await client.get('/stores'), 401, 'AUTHENTICATION_REQUIRED');
    expect((await test.client.as(other.body).get('/auth/profile')).status).toBe(200);
  });

  it('signs out everywhere', async () => {
    const { client, user, password } = await make.buyer();
    const other = await test.client.post<TokenResponse>('/auth/login', { username: user.username, password });
    expect((await client.post('/auth/logout', { everywhere: true })).status).toBe(204);
    expectError(await test.client.as(other.body).get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('ends all sessions when the password changes', async () => {
    const { client, password, user } = await make.buyer();
    const change = { currentPassword: password, newPassword: 'a whole new password' };
    const changed = await client.post<TokenResponse>('/auth/password/change', change);
    expect(changed.status).toBe(200);
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expect((await test.client.as(changed.body).get('/auth/profile')).status).toBe(200);
    expectError(
      await test.client.post('/auth/login', { username: user.username, password }),
      401,
      'AUTHENTICATION_REQUIRED',
    );
  });

  it('asks for the current password first', async () => {
    const { client } = await make.buyer();
    const change = { currentPassword: 'a wrong one', newPassword: 'a whole new password' };
    expect(
      expectError(await client.post('/auth/password/change', change), 400, 'VALIDATION_ERROR'),
    ).toHaveProperty('currentPassword');
  });
});

describe('while a password is being checked', () => {
  it('signing in fails when it is changed meanwhile', async () => {
    const { client, user, password } = await make.buyer();
    const users = test.app.get(UsersService);
    const find = users.findByLogin.bind(users);
    jest.spyOn(users, 'findByLogin').mockImplementationOnce(async (login) => {
      const found = await find(login);
      const change = { currentPassword: password, newPassword: 'a whole new password' };
      expect((await client.post('/auth/password/change', change)).status).toBe(200);
      return found;
    });
    const login = await test.client.post('/auth/login', { username: user.username, password });
    jest.restoreAllMocks();
    expectError(login, 401, 'AUTHENTICATION_REQUIRED');
  });

  it('one of several changes at once succeeds, and the others find their session ended', async () => {
    const { client, user, password } = await make.buyer();
    const wanted = ['harbour lantern one', 'harbour lantern two', 'harbour lantern three'];
    const answers = await Promise.all(
      wanted.map((newPassword) =>
        client.post('/auth/password/change', { currentPassword: password, newPassword }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const chosen = wanted[answers.findIndex(({ status }) => status === 200)];
    const login = { username: user.username, password: chosen };
    expect((await test.client.post('/auth/login', login)).status).toBe(200);
  });

  it.each<[string, (person: Person) => Promise<Answer<unknown>>]>([
    [
      'a change',
      ({ client, password }) =>
        client.post('/auth/password/change', { currentPassword: password, newPassword: 'harbour lantern' }),
    ],
    ['erasing', ({ client, password }) => client.delete('/auth/profile', { password })],
  ])('%s fails when its session ends meanwhile', async (_, act) => {
    const person = await make.buyer();
    const asked = test.app.get(Reauthentication);
    const check = asked.check.bind(asked);
    jest.spyOn(asked, 'check').mockImplementationOnce(async (...password) => {
      const user = await check(...password);
      expect((await person.client.post('/auth/logout', { everywhere: true })).status).toBe(204);
      return user;
    });
    const answer = await act(person);
    jest.restoreAllMocks();
    expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
    const login = { username: person.user.username, password: person.password };
    expect((await test.client.post('/auth/login', login)).status).toBe(200);
  });

  it('a reset and a change do not overtake each other', async () => {
    const { client, user, password } = await make.buyer();
    await test.client.post('/auth/password/forgot', { email: user.email });
    const { token } = await newestMailTo(test, user.email, 'reset-password');
    const [reset, change] = await Promise.all([
      test.client.post('/auth/password/reset', { token, newPassword: 'harbour lantern one' }),
      client.post('/auth/password/change', { currentPassword: password, newPassword: 'harbour lantern two' }),
    ]);
    expect([reset.status === 204, change.status === 200].sort()).toEqual([false, true]);
  });
});

describe('credentials', () => {
  it.each(['Bearer nonsense', 'Bearer ', 'Basic abc', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOjEsInNpZCI6MX0.'])(
    'refuses %p',
    async (authorization) =>
      expectError(
        await test.client.with({ authorization }).get('/auth/profile'),
        401,
        'AUTHENTICATION_REQUIRED',
      ),
  );

  it('does not take a refresh token for an access token', async () => {
    const { tokens } = await make.buyer();
    const swapped = test.client.as({ accessToken: tokens.refreshToken });
    expectError(await swapped.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
  });
});

describe('the profile', () => {
  it('PATCH changes what is given, PUT replaces the rest by null', async () => {
    const { client, user } = await make.user('buyer', { firstName: 'Jo', phone: '+1 555 0100' });
    const patched = await client.patch<ProfileDto>('/auth/profile', { lastName: 'Rivers' });
    expect(patched.body).toMatchObject({ firstName: 'Jo', lastName: 'Rivers', phone: '+1 555 0100' });
    const replaced = await client.put<ProfileDto>('/auth/profile', { email: user.email, firstName: 'Joan' });
    expect(replaced.body).toMatchObject({ firstName: 'Joan', lastName: null, phone: null });
  });

  it('refuses a foreign address, null for what is needed, and PUT without it', async () => {
    const { client } = await make.buyer();
    const other = await make.buyer();
    expectError(await client.patch('/auth/profile', { email: other.user.email }), 409, 'DUPLICATE_ENTRY');
    expectError(await client.patch('/auth/profile', { email: null }), 400, 'VALIDATION_ERROR');
    expectError(await client.put('/auth/profile', { firstName: 'Jo' }), 400, 'VALIDATION_ERROR');
  });

  it('is closed to strangers', async () => {
    for (const answer of [
      await test.client.get('/auth/profile'),
      await test.client.put('/auth/profile', {}),
      await test.client.patch('/auth/profile', {}),
      await test.client.post('/auth/logout'),
      await test.client.post('/auth/password/change', {}),
    ]) {
      expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
    }
  });
});
