import type { ErrorResponse } from '@souk/contracts/common.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Answer, type Client } from '../../../test/client';
import { Factory, orderInput, type Person } from '../../../test/factories';
import { mailsTo } from '../../../test/mailbox';

const PROXY = '10.1.0.0/16';

let test: TestApp;
let addresses = 0;
beforeAll(async () => {
  // injected requests come from 127.0.0.1, which stands for the nearest proxy here
  test = await startApp({ RATE_LIMIT_SCALE: '1', TRUST_PROXY: `127.0.0.1,${PROXY}` });
});
afterAll(() => test.close());

/** From an address that nobody has used yet, as the proxy says. */
const somewhere = () => from(`198.51.100.${++addresses}`);
const from = (forwarded: string) => test.client.with({ 'x-forwarded-for': forwarded });
const someone = (): Promise<Person> => new Factory(somewhere()).buyer();

const wrong = (client: Client, username: string) =>
  client.post('/auth/login', { username, password: 'not the one' });

async function times<T>(count: number, request: () => Promise<Answer<T>>): Promise<Answer<T>[]> {
  const answers: Answer<T>[] = [];
  while (answers.length < count) answers.push(await request());
  return answers;
}

const codes = (answers: Answer<unknown>[]) => new Set(answers.map(({ status }) => status));

function expectRefused(answer: Answer<unknown>, limit: number, longest: number): void {
  const { retryAfter } = expectError(answer, 429, 'RATE_LIMIT_EXCEEDED');
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(longest);
  expect(answer.headers).toMatchObject({
    'retry-after': String(retryAfter),
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': '0',
    'ratelimit-reset': String(retryAfter),
  });
}

describe('signing in', () => {
  it('is limited per account, wherever the tries come from and however the name is written', async () => {
    const tries = await times(5, () => wrong(somewhere(), 'mara.potter'));
    expect(codes(tries)).toEqual(new Set([401]));
    expect(tries.map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['4', '3', '2', '1', '0']);
    expectRefused(await wrong(somewhere(), ' MARA.Potter'), 5, 60);
    expect((await wrong(somewhere(), 'somebody.else')).status).toBe(401);
  });

  it('counts username and e-mail address as one account, and looks the same where there is none', async () => {
    const { user } = await someone();
    const { username, email } = user;
    const names = [username, email, username.toUpperCase(), ` ${email.toUpperCase()} `, email, username];
    const seen = async (logins: string[]) => {
      const answers = [];
      for (const login of logins) {
        const { status, headers, body } = await wrong(somewhere(), login);
        const { code, message } = (body as ErrorResponse).error;
        // the seconds to wait depend on when it was asked
        const said = [code, message.replace(/\d+ s/, '… s')];
        answers.push([status, ...said, headers['ratelimit-limit'], headers['ratelimit-remaining']]);
      }
      return answers;
    };
    const account = await seen(names);
    expect(account.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(account).toEqual(await seen(names.map(() => 'nobody@example.com')));
  });

  it('is limited per address, whatever the accounts', async () => {
    const attacker = somewhere();
    let name = 0;
    expect(codes(await times(20, () => wrong(attacker, `guess-${++name}`)))).toEqual(new Set([401]));
    expectRefused(await wrong(attacker, 'guess-21'), 20, 60);
    expect((await wrong(somewhere(), 'guess-22')).status).toBe(401);
  });

  it('is open again after a minute', async () => {
    const attempt = () => wrong(somewhere(), 'patient');
    await times(5, attempt);
    expect((await attempt()).status).toBe(429);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    const later = await attempt();
    now.mockRestore();
    expect(later.status).toBe(401);
  });
});

describe('the password asked again', () => {
  const change = { currentPassword: 'not the one', newPassword: 'harbour lantern seven' };
  const account = { account: '', currentPassword: 'not the one' };
  const asks: [string, (client: Client, storeId: number) => Promise<Answer<unknown>>][] = [
    ['a change of password', (client) => client.post('/auth/password/change', change)],
    ['a payout account', (client, storeId) => client.put(`/stores/${storeId}/payout-account`, account)],
    ['erasing', (client) => client.delete('/auth/profile', { password: 'not the one' })],
  ];

  it.each(asks)('is limited per account for %s, together with signing in', async (_, ask) => {
    const make = new Factory(somewhere());
    const vendor = await make.vendor();
    const { tokens, user } = vendor;
    const store = await make.store(vendor);
    const anywhere = () => ask(somewhere().as(tokens), store.id);
    expect(codes(await times(3, anywhere))).toEqual(new Set([400]));
    expect(codes(await times(2, () => wrong(somewhere(), user.email)))).toEqual(new Set([401]));
    expectRefused(await anywhere(), 5, 60);
    expectRefused(await wrong(somewhere(), user.username), 5, 60);
  });

  it('is limited per address, whatever comes', async () => {
    const here = somewhere();
    const nothing = () => here.post('/auth/password/change', {});
    expect(codes(await times(20, nothing))).toEqual(new Set([401]));
    expectRefused(await nothing(), 20, 60);
  });
});

describe('a forgotten password', () => {
  it('is mailed about five times an hour, wherever it is asked from, and the last link stays good', async () => {
    const { user } = await someone();
    const ask = async () => {
      const answer = await somewhere().post('/auth/password/forgot', { email: user.email });
      // several at once are mailed in any order
      await test.settled();
      return answer;
    };
    expect(codes(await times(7, ask))).toEqual(new Set([202]));
    const links = (await mailsTo(test, user.email)).filter(({ text }) => text.includes('/reset-password?'));
    expect(links).toHaveLength(5);
    const newest = { token: links.at(-1)?.token, newPassword: 'harbour lantern seven' };
    expect((await somewhere().post('/auth/password/reset', newest)).status).toBe(204);
  });
});

describe('accounts', () => {
  const taken = {
    username: 'taken',
    email: 'taken@example.com',
    password: 'harbour lantern',
    userType: 'buyer',
  };
  beforeAll(() => somewhere().post('/auth/register', taken));

  it.each([
    ['/auth/register', { ...taken, password: 'password123' }],
    ['/auth/password/reset', { token: 'invented', newPassword: 'short' }],
  ])('%s counts what is valid, and all the rest by the minute', async (path, invalid) => {
    const client = somewhere();
    expect(codes(await times(60, () => client.post(path, invalid)))).toEqual(new Set([400]));
    expectRefused(await client.post(path, invalid), 60, 60);
  });

  it.each([
    ['/auth/register', taken, 409],
    ['/auth/password/forgot', { email: 'nobody@example.com' }, 202],
    ['/auth/password/reset', { token: 'invented', newPassword: 'a whole new password' }, 400],
    ['/auth/email/verify', { token: 'invented' }, 400],
  ])('%s is limited per address', async (path, body, status) => {
    const client = somewhere();
    expect(codes(await times(5, () => client.post(path, body)))).toEqual(new Set([status]));
    expectRefused(await client.post(path, body), 5, 3600);
  });

  it('/auth/email/resend is limited per user, from wherever, and per address, for whomever', async () => {
    const { client, tokens } = await someone();
    await client.get('/auth/profile');
    const resend = (sender: Client) => sender.as(tokens).post('/auth/email/resend');
    expect(codes(await times(5, () => resend(somewhere())))).toEqual(new Set([202]));
    expectRefused(await resend(somewhere()), 5, 3600);
    const here = somewhere();
    for (let count = 0; count < 5; count += 1) {
      const { tokens: others } = await someone();
      expect((await here.as(others).post('/auth/email/resend')).status).toBe(202);
    }
    expectRefused(await here.as((await someone()).tokens).post('/auth/email/resend'), 5, 3600);
  });
});

it('changing the e-mail address is limited per user, other changes are not', async () => {
  const { tokens, user } = await someone();
  const change = (input: object) => somewhere().as(tokens).patch('/auth/profile', input);
  for (const count of [1, 2, 3, 4, 5])
    expect((await change({ email: `${count}.${user.email}`, phone: '1' })).status).toBe(200);
  expectRefused(await change({ email: user.email }), 5, 3600);
  const same = { email: `5.${user.email}`, firstName: 'Jo' };
  expect((await change(same)).status).toBe(200);
  expect((await somewhere().as(tokens).put('/auth/profile', same)).status).toBe(200);
  expectRefused(await somewhere().as(tokens).put('/auth/profile', { email: user.email }), 5, 3600);
});

describe('checkout', () => {
  it('is limited per user, not per address', async () => {
    const buyer = await someone();
    const client = buyer.client;
    await client.get('/auth/profile');
    expect(codes(await times(10, () => client.post('/orders', orderInput)))).toEqual(new Set([409]));
    const elsewhere = from('198.51.100.250').as(buyer.tokens);
    expectRefused(await elsewhere.post('/orders', orderInput), 10, 60);
    expect((await from('198.51.100.250').post('/orders', orderInput)).status).not.toBe(429);
  });
});

describe('reading', () => {
  it('is limited per address for who has no credentials, and for who invents them', async () => {
    const client = somewhere();
    let invented = 0;
    await times(150, () => client.get('/categories'));
    await times(150, () => client.as({ accessToken: `invented-${++invented}` }).get('/categories'));
    expectRefused(await client.get('/categories'), 300, 60);
    expectRefused(await client.as({ accessToken: 'another' }).get('/categories'), 300, 60);
    expect((await client.get('/health/live')).status).toBe(200);
  });

  it('has room for 600 per user', async () => {
    const { client } = await someone();
    expect((await client.get('/categories')).headers['ratelimit-limit']).toBe('300');
    const answers = await times(600, () => client.get('/categories'));
    expect(codes(answers)).toEqual(new Set([200]));
    expect(answers.at(-1)?.headers).toMatchObject({ 'ratelimit-limit': '600', 'ratelimit-remaining': '0' });
    expectRefused(await client.get('/categories'), 600, 60);
  });
});

describe('the address', () => {
  it('is the last one that no trusted proxy wrote', async () => {
    const real = '203.0.113.7';
    let invented = 0;
    const tries = await times(6, () =>
      from(`192.0.2.${++invented}, ${real}, 10.1.2.3`).post('/auth/password/forgot', {
        email: 'a@example.com',
      }),
    );
    expect(tries.at(-1)?.status).toBe(429);
  });

  it('is read from what proxies write with a port, and is the proxy itself where there is none', async () => {
    const written = ['192.0.2.9:4001', '192.0.2.9:4002', '[192.0.2.9]', '192.0.2.9', '192.0.2.9:1'];
    const invented = [
      'unknown, 10.1.9.9',
      'nobody, 10.1.9.9',
      '_x, 10.1.9.9',
      ':, 10.1.9.9',
      '1.2.3, 10.1.9.9',
    ];
    for (const texts of [written, invented]) {
      const forgot = (text: string) => from(text).post('/auth/password/forgot', { email: 'a@example.com' });
      for (const text of texts) expect((await forgot(text)).status).toBe(202);
      expectRefused(await forgot(texts[0] ?? ''), 5, 3600);
    }
  });

  it('is one network of IPv6', async () => {
    let host = 0;
    const tries = await times(6, () =>
      from(`2001:db8:1:2::${++host}`).post('/auth/password/forgot', { email: 'a@example.com' }),
    );
    expect(tries.at(-1)?.status).toBe(429);
  });

  it('is the connection itself when no proxy is trusted', async () => {
    const open = await startApp({ RATE_LIMIT_SCALE: '0.4' });
    let invented = 0;
    const tries = await times(3, () =>
      open.client
        .with({ 'x-forwarded-for': `192.0.2.${++invented}` })
        .post('/auth/password/forgot', { email: 'a@example.com' }),
    );
    await open.close();
    expect(tries.map(({ status }) => status)).toEqual([202, 202, 429]);
  });
});

it('limits nothing when it is scaled to nothing', async () => {
  const unlimited = await startApp({ RATE_LIMIT_SCALE: '0' });
  const answers = await times(30, () => wrong(unlimited.client, 'nobody'));
  await unlimited.close();
  expect(codes(answers)).toEqual(new Set([401]));
  expect(answers[0]?.headers).not.toHaveProperty('ratelimit-limit');
});
