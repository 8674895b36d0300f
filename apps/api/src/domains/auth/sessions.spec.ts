import type { TokenResponse } from '@souk/contracts/auth.dto';
import type { NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import type { SessionPage } from '@souk/contracts/sessions.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created, Factory, type Person } from '../../../test/factories';
import { Database } from '../../platform/database/database';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { AccountToken } from './account-token.entity';
import { deviceOf } from './device';
import { RefreshToken, Session } from './session.entity';
import { SessionsService } from './sessions.service';

let test: TestApp;
let make: Factory;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
});
afterAll(() => test.close());

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

async function signIn({ user, password }: Person, userAgent = FIREFOX) {
  const client = test.client.with({ 'user-agent': userAgent });
  const { body } = await client.post<TokenResponse>('/auth/login', { username: user.username, password });
  return { tokens: body, client: test.client.as(body) };
}

const refresh = (refreshToken: string | null) =>
  test.client.post<TokenResponse>('/auth/refresh', { refreshToken });

/** Tokens that were rotated by now were so eleven seconds ago. */
const passGrace = () =>
  test.app
    .get(Database)
    .repository(RefreshToken)
    .createQueryBuilder()
    .update()
    .set({ rotatedAt: new Date(Date.now() - 11_000) })
    .where('rotated_at IS NOT NULL')
    .execute();

const sessionsOf = async ({ client }: Pick<Person, 'client'>) =>
  (await client.get<SessionPage>('/auth/sessions')).body;

describe('the list of devices', () => {
  it('shows live sessions only, and which is this one', async () => {
    const person = await make.buyer();
    const second = await signIn(person);
    const gone = await signIn(person);
    await gone.client.post('/auth/logout');
    const { items, total, nextCursor } = await sessionsOf(second);
    expect({ total, nextCursor }).toEqual({ total: 2, nextCursor: null });
    expect(items.map(({ device, current }) => ({ device, current }))).toEqual([
      { device: 'Firefox on Windows', current: true },
      { device: 'lightMyRequest', current: false },
    ]);
    expect((await sessionsOf(person)).items.map(({ current }) => current)).toEqual([false, true]);
  });

  it('says when a session was last used', async () => {
    const person = await make.buyer();
    const [before] = (await sessionsOf(person)).items;
    await refresh(person.tokens.refreshToken);
    const [after] = (await sessionsOf(person)).items;
    expect(Date.parse(after?.lastUsedAt ?? '')).toBeGreaterThan(Date.parse(before?.lastUsedAt ?? ''));
    expect(after).toMatchObject({ createdAt: before?.createdAt, expiresAt: before?.expiresAt });
  });

  it('comes in pages', async () => {
    const person = await make.buyer();
    await signIn(person);
    const first = await person.client.get<SessionPage>('/auth/sessions?limit=1');
    const next = await person.client.get<SessionPage>(
      `/auth/sessions?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(next.body).toMatchObject({ total: 2, nextCursor: null });
    expect(next.body.items[0]?.id).not.toBe(first.body.items[0]?.id);
    expectError(await person.client.get('/auth/sessions?limit=0'), 400, 'VALIDATION_ERROR');
  });

  it.each([
    [FIREFOX, 'Firefox on Windows'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
      'Chrome on Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.5.0', 'curl'],
    ['Mozilla/5.0 (compatible)', 'Unknown device'],
    ['<script>alert(1)</script>', 'Unknown device'],
    [null, 'Unknown device'],
  ])('reads %p', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
});

describe('signing a device out', () => {
  it('ends its access and its refreshing at once, and nothing else', async () => {
    const person = await make.buyer();
    const other = await signIn(person);
    expect((await other.client.get('/auth/profile')).status).toBe(200);
    const id = (await sessionsOf(other)).items.find(({ current }) => current)?.id;
    expect((await person.client.delete(`/auth/sessions/${id}`)).status).toBe(204);
    expectError(await other.client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await refresh(other.tokens.refreshToken), 401, 'AUTHENTICATION_REQUIRED');
    expect((await sessionsOf(person)).total).toBe(1);
    expectError(await person.client.delete(`/auth/sessions/${id}`), 404, 'NOT_FOUND');
  });

  it('may be this one', async () => {
    const person = await make.buyer();
    const [own] = (await sessionsOf(person)).items;
    expect((await person.client.delete(`/auth/sessions/${own?.id}`)).status).toBe(204);
    expectError(await person.client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('answers for a foreign session as for a missing one', async () => {
    const person = await make.buyer();
    const stranger = await make.buyer();
    const [own] = (await sessionsOf(person)).items;
    const foreign = await stranger.client.delete<object>(`/auth/sessions/${own?.id}`);
    const missing = await stranger.client.delete<object>('/auth/sessions/2000000000');
    expectError(foreign, 404, 'NOT_FOUND');
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    expect((await sessionsOf(person)).total).toBe(1);
    expectError(await stranger.client.delete('/auth/sessions/first'), 400, 'VALIDATION_ERROR');
  });

  it('is closed to strangers', async () => {
    expectError(await test.client.get('/auth/sessions'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await test.client.delete('/auth/sessions/1'), 401, 'AUTHENTICATION_REQUIRED');
  });
});

describe('rotation', () => {
  it('signs nobody out when twenty refresh at once', async () => {
    const person = await make.buyer();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(person.tokens.refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const successors = new Set(answers.map(({ body }) => body.refreshToken));
    expect(successors.size).toBe(1);
    for (const { body } of answers)
      expect((await test.client.as(body).get('/auth/profile')).status).toBe(200);
    expect((await refresh([...successors][0] ?? null)).status).toBe(200);
    expect((await sessionsOf(person)).total).toBe(1);
  });

  it('ends the family when a used token comes back after the grace, at any depth', async () => {
    const person = await make.buyer();
    const first = await refresh(person.tokens.refreshToken);
    const second = await refresh(first.body.refreshToken);
    await person.client.get('/auth/profile');
    await passGrace();
    expectError(await refresh(person.tokens.refreshToken), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await refresh(second.body.refreshToken), 401, 'AUTHENTICATION_REQUIRED');
    for (const { accessToken } of [person.tokens, first.body, second.body]) {
      const holder = test.client.as({ accessToken });
      expectError(await holder.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    }
  });
});

it('ends a hundred of a hundred families whose used token comes back', async () => {
  const { user, client } = await make.buyer();
  const sessions = test.app.get(SessionsService);
  // as signing in does, without its hundred hashes
  const begin = async () => {
    const { refreshToken: used } = await sessions.open(user.id, FIREFOX);
    return { used, tokens: (await refresh(used)).body };
  };
  const families = await Promise.all(Array.from({ length: 100 }, begin));
  await passGrace();
  const outcomes = await Promise.all(
    families.map(async ({ used, tokens }) => {
      const holder = test.client.as(tokens);
      const before = await holder.get('/auth/profile');
      const replayed = await refresh(used);
      const after = await holder.get('/auth/profile');
      const successor = await refresh(tokens.refreshToken);
      return [before, replayed, after, successor].map(({ status }) => status);
    }),
  );
  expect(outcomes).toEqual(Array(100).fill([200, 401, 401, 401]));
  expect((await sessionsOf({ client })).total).toBe(1);
});

describe('an access token of before', () => {
  it.each<[string, (person: Person) => Promise<unknown>]>([
    ['signing out', ({ client }) => client.post('/auth/logout')],
    ['signing out everywhere', ({ client }) => client.post('/auth/logout', { everywhere: true })],
    [
      'a change of password',
      ({ client, password }) =>
        client.post('/auth/password/change', {
          currentPassword: password,
          newPassword: 'harbour lantern seven',
        }),
    ],
    ['becoming staff', ({ user }) => test.app.get(UsersService).makeStaff(user.id)],
  ])('is refused after %s, on every request at once', async (_, end) => {
    const person = await make.buyer();
    await person.client.get('/auth/profile');
    await end(person);
    const answers = await Promise.all(
      ['/auth/profile', '/auth/sessions', '/products', '/cart'].map((url) => person.client.get(url)),
    );
    for (const answer of answers) expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
    expectError(await refresh(person.tokens.refreshToken), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('is refused at once when staff deactivates its user, and so is an API key', async () => {
    const person = await make.buyer();
    const input = { name: 'Mine', scopes: ['read'] };
    const { key } = created(await person.client.post<NewApiKeyDto>('/auth/keys', input));
    const program = test.client.as({ accessToken: key });
    const staff = await make.buyer();
    const database = test.app.get(Database);
    await database.run(() => database.repository(User).update({ id: staff.user.id }, { isStaff: true }));
    for (const { client } of [person, { client: program }])
      expect((await client.get('/auth/profile')).status).toBe(200);
    const act = `/admin/users/${person.user.id}/deactivate`;
    expect((await staff.client.post(act, { reason: 'Fraud.' })).status).toBe(200);
    for (const { client } of [person, { client: program }])
      expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('is refused within five seconds after another process deactivated its user', async () => {
    const person = await make.buyer();
    expect((await person.client.get('/auth/profile')).status).toBe(200);
    const database = test.app.get(Database);
    await database.run(() => database.repository(User).update({ id: person.user.id }, { isActive: false }));
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5001);
    const answer = await person.client.get('/auth/profile');
    now.mockRestore();
    expectError(answer, 401, 'AUTHENTICATION_REQUIRED');
    expectError(await refresh(person.tokens.refreshToken), 401, 'AUTHENTICATION_REQUIRED');
  });
});

it('what has expired is forgotten: sessions with their tokens, and links in mails', async () => {
  const [gone, staying] = [await make.buyer(), await make.buyer()];
  await test.settled();
  const database = test.app.get(Database);
  const expiresAt = new Date(Date.now() - 1000);
  const ended = { userId: gone.user.id };
  const [session] = await database.repository(Session).findBy(ended);
  for (const entity of [Session, AccountToken])
    await database.repository(entity).update(ended, { expiresAt });
  await test.app.get(Housekeeping).work();
  for (const entity of [Session, AccountToken]) {
    expect(await database.repository(entity).countBy(ended)).toBe(0);
    expect(await database.repository(entity).countBy({ userId: staying.user.id })).toBe(1);
  }
  expect(await database.repository(RefreshToken).countBy({ sessionId: session?.id })).toBe(0);
});
