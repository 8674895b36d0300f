import type { ProfileDto } from '@souk/contracts/auth.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';
import { mailsTo, newestMailTo } from '../../../test/mailbox';
import { Database } from '../../platform/database/database';
import { User } from '../users/user.entity';
import { AccountToken } from './account-token.entity';

const newPassword = 'a whole new password';

let test: TestApp;
let make: Factory;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
});
afterAll(() => test.close());

const forgot = (email: string) => test.client.post('/auth/password/forgot', { email });
const reset = (token: string, password = newPassword) =>
  test.client.post('/auth/password/reset', { token, newPassword: password });
const verify = (token: string) => test.client.post('/auth/email/verify', { token });

/** Asks for a reset and reads the mail. */
async function resetToken({ email }: { email: string }): Promise<string> {
  expect((await forgot(email)).status).toBe(202);
  return (await newestMailTo(test, email, 'reset-password')).token;
}

const verifyToken = async ({ user }: Person) => (await newestMailTo(test, user.email, 'verify-email')).token;

const expire = () =>
  test.app
    .get(Database)
    .repository(AccountToken)
    .createQueryBuilder()
    .update()
    .set({ expiresAt: new Date(Date.now() - 1) })
    .execute();

const expectWorthless = (answer: Awaited<ReturnType<typeof reset>>) =>
  expect(expectError(answer, 400, 'VALIDATION_ERROR')).toEqual({ token: [expect.any(String)] });

describe('a forgotten password', () => {
  it('is replaced by the mailed link, which ends every session', async () => {
    const { user, password, tokens, client } = await make.buyer();
    expect((await reset(await resetToken(user))).status).toBe(204);
    expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    const { refreshToken } = tokens;
    expectError(await test.client.post('/auth/refresh', { refreshToken }), 401, 'AUTHENTICATION_REQUIRED');
    const signIn = (attempt: string) =>
      test.client.post('/auth/login', { username: user.username, password: attempt });
    expectError(await signIn(password), 401, 'AUTHENTICATION_REQUIRED');
    expect((await signIn(newPassword)).status).toBe(200);
  });

  it('is not replaced by a weak one, for which the link stays good', async () => {
    const { user } = await make.buyer();
    const token = await resetToken(user);
    for (const weak of ['password123', user.username]) {
      const details = expectError(await reset(token, weak), 400, 'VALIDATION_ERROR');
      expect(details).toEqual({ newPassword: [expect.any(String)] });
    }
    expect((await reset(token)).status).toBe(204);
  });

  it('can be asked for in any case of the address', async () => {
    const { user } = await make.buyer();
    await forgot(user.email.toUpperCase());
    const { subject } = await newestMailTo(test, user.email, 'reset-password');
    expect(subject).toBe('Choose a new password');
  });

  it('answers alike whether or not somebody has the address, and mails only who has', async () => {
    const { user } = await make.buyer();
    const known = await forgot(user.email);
    const unknown = await forgot('nobody@example.com');
    expect([known.status, known.body]).toEqual([202, unknown.body]);
    expect(unknown.status).toBe(202);
    expect(await mailsTo(test, 'nobody@example.com')).toEqual([]);
  });

  it('mails nothing to a closed account, and its link is worth nothing', async () => {
    const { user } = await make.buyer();
    const token = await resetToken(user);
    await test.app.get(Database).repository(User).update({ id: user.id }, { isActive: false });
    const count = (await mailsTo(test, user.email)).length;
    await forgot(user.email);
    expect(await mailsTo(test, user.email)).toHaveLength(count);
    expectWorthless(await reset(token));
  });

  it('works once', async () => {
    const { user } = await make.buyer();
    const token = await resetToken(user);
    const uses = await Promise.all([reset(token), reset(token), reset(token)]);
    expect(uses.map(({ status }) => status).sort()).toEqual([204, 400, 400]);
    expectWorthless(await reset(token));
  });

  it('works until the next link, and until it expires', async () => {
    const { user } = await make.buyer();
    const first = await resetToken(user);
    const second = await resetToken(user);
    expect(second).not.toBe(first);
    expectWorthless(await reset(first));
    await expire();
    expectWorthless(await reset(second));
  });

  it('is for the address that it was mailed to', async () => {
    const { user, client } = await make.buyer();
    const token = await resetToken(user);
    await client.patch('/auth/profile', { email: `other-${user.email}` });
    expectWorthless(await reset(token));
    await client.patch('/auth/profile', { email: user.email });
    expectWorthless(await reset(token));
  });

  it('cannot be replaced any more by an earlier link when its owner has changed it', async () => {
    const { user, client, password } = await make.buyer();
    const token = await resetToken(user);
    const change = { currentPassword: password, newPassword };
    expect((await client.post('/auth/password/change', change)).status).toBe(200);
    expectWorthless(await reset(token));
  });

  it('does not take the link that confirms an address', async () =>
    expectWorthless(await reset(await verifyToken(await make.buyer()))));

  it('keeps the link for a password that is refused', async () => {
    const token = await resetToken((await make.buyer()).user);
    const answer = await reset(token, 'short');
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('newPassword');
    expect((await reset(token)).status).toBe(204);
  });

  it.each([{ email: 'nowhere' }, { email: null }, {}, { email: 'jo@example.com', admin: true }])(
    'refuses to mail to %p',
    async (input) =>
      expectError(await test.client.post('/auth/password/forgot', input), 400, 'VALIDATION_ERROR'),
  );

  it.each(['nonsense', '', 'x'.repeat(201), 7, null])('refuses the token %p', async (token) =>
    expect(
      expectError(
        await test.client.post('/auth/password/reset', { token, newPassword }),
        400,
        'VALIDATION_ERROR',
      ),
    ).toHaveProperty('token'),
  );
});

describe('an address', () => {
  const isVerified = async ({ client }: Person) =>
    (await client.get<ProfileDto>('/auth/profile')).body.emailVerified;

  it('is confirmed by the link that registration mails, once', async () => {
    const buyer = await make.buyer();
    const token = await verifyToken(buyer);
    expect(await isVerified(buyer)).toBe(false);
    expect((await verify(token)).status).toBe(204);
    expect(await isVerified(buyer)).toBe(true);
    expectWorthless(await verify(token));
  });

  it('has to be confirmed again when it changes; the old link dies', async () => {
    const buyer = await make.buyer();
    const old = await verifyToken(buyer);
    const email = `new-${buyer.user.email}`;
    await buyer.client.patch('/auth/profile', { email });
    expectWorthless(await verify(old));
    expect((await verify((await newestMailTo(test, email, 'verify-email')).token)).status).toBe(204);
    expect(await isVerified(buyer)).toBe(true);
    await buyer.client.patch('/auth/profile', { email: buyer.user.email });
    expectWorthless(await verify(old));
    expect(await isVerified(buyer)).toBe(false);
  });

  it('causes no mail when it stays as it is', async () => {
    const { user, client } = await make.buyer();
    await client.patch('/auth/profile', { email: user.email, firstName: 'Jo' });
    expect(await mailsTo(test, user.email)).toHaveLength(1);
  });

  it('gets a new link on request until it is confirmed; the last one counts', async () => {
    const buyer = await make.buyer();
    const first = await verifyToken(buyer);
    expect((await buyer.client.post('/auth/email/resend')).status).toBe(202);
    const second = await verifyToken(buyer);
    expectWorthless(await verify(first));
    expect((await verify(second)).status).toBe(204);
    expect((await buyer.client.post('/auth/email/resend')).status).toBe(202);
    expect(await mailsTo(test, buyer.user.email)).toHaveLength(2);
  });

  it('is not confirmed by an expired link, one for a new password, or nonsense', async () => {
    const buyer = await make.buyer();
    const token = await verifyToken(buyer);
    expectWorthless(await verify(await resetToken(buyer.user)));
    await expire();
    expectWorthless(await verify(token));
    expectWorthless(await verify('nonsense'));
    expectError(await verify(''), 400, 'VALIDATION_ERROR');
  });

  it('gets links only at the request of its owner', async () =>
    expectError(await test.client.post('/auth/email/resend'), 401, 'AUTHENTICATION_REQUIRED'));
});

describe('the owner is told', () => {
  const told = async ({ user }: Person) =>
    (await mailsTo(test, user.email)).map(({ subject }) => subject).slice(1);

  it('at the former address, of another one, but not which', async () => {
    const buyer = await make.buyer();
    await test.settled();
    await buyer.client.patch('/auth/profile', { email: 'somewhere.else@example.com' });
    expect(await told(buyer)).toEqual(['Your e-mail address was changed']);
    expect((await mailsTo(test, buyer.user.email)).at(-1)?.text).not.toContain('somewhere.else');
  });

  it('of another password, however it was set', async () => {
    const buyer = await make.buyer();
    await test.settled();
    const change = { currentPassword: buyer.password, newPassword };
    await buyer.client.post('/auth/password/change', change);
    await test.settled();
    await reset(await resetToken(buyer.user), 'harbour lantern seven');
    const changed = 'Your password was changed';
    expect(await told(buyer)).toEqual([changed, 'Choose a new password', changed]);
  });
});

it('keeps only hashes of what the mails carry', async () => {
  const token = await verifyToken(await make.buyer());
  const rows = await test.app.get(Database).repository(AccountToken).find();
  expect(JSON.stringify(rows)).not.toContain(token);
});
