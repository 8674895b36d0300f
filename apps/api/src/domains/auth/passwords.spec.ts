import { createRequire } from 'node:module';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory } from '../../../test/factories';
import { RateLimitExceeded } from '../../platform/http/errors';
import { hashPassword, matchesPassword, refuseWeakPassword } from './passwords';
import { Turns } from '../../platform/limits/turns';

const owner = { username: 'Mara.Potter', email: 'mara@example.com' };

describe('a password', () => {
  it('matches what was hashed, in whatever form its accents were typed', async () => {
    const hash = await hashPassword('caf\u00e9 on the corner');
    expect(await matchesPassword(hash, 'cafe\u0301 on the corner')).toBe(true);
    expect(await matchesPassword(hash, ' caf\u00e9 on the corner')).toBe(false);
  });

  it('is hashed at the cost that OWASP names, and one of nobody is compared at it', async () => {
    const argon2 = createRequire(__filename)('@node-rs/argon2') as typeof import('@node-rs/argon2');
    const [hash, verify] = [jest.spyOn(argon2, 'hash'), jest.spyOn(argon2, 'verify')];
    await hashPassword('four words of mine');
    const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
    expect(hash).toHaveBeenCalledWith('four words of mine', cost);
    await matchesPassword(undefined, 'four words of mine');
    expect(verify.mock.calls).toEqual([[expect.stringContaining('m=19456,t=2,p=1'), expect.anything()]]);
    for (const spy of [hash, verify]) spy.mockRestore();
  });

  it.each([undefined, ''])('never matches an account without one: %p', async (hash) =>
    expect(await matchesPassword(hash, '')).toBe(false),
  );

  it.each([
    'password',
    'Password1',
    'qwertyuiop',
    'ＰＡＳＳＷＯＲＤ',
    'mara.potter',
    'MARA@example.com',
    '12341234',
    'asdasdasd',
    '        ',
    'zzzzzzzzz',
    'abcdefghi',
    '98765432',
    '1q2w3e4r5t6y7u',
    'abc123xyz',
    'qweasdzxc',
    'aaa111bbb',
    'e\u0301a\u0301'.repeat(3),
  ])('%s is refused', (password) => expect(() => refuseWeakPassword(password, owner)).toThrow('password '));

  it.each([
    'souk-demo',
    'Password123!',
    'correct horse',
    'a cup of tea!',
    'Abcdefg, said the teacher',
    'dragon-48151-97320',
    'haushaltskasse12',
    'mara.potter sells pots',
  ])('%p is taken', (password) => expect(() => refuseWeakPassword(password, owner)).not.toThrow());
});

describe('turns', () => {
  it('works on two at once, lets three wait and sends the sixth away', async () => {
    const turns = new Turns(2, 3);
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      await new Promise(setImmediate);
      working -= 1;
    };
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => turns.take(work)));
    expect(most).toBe(2);
    expect(all.map(({ status }) => status)).toEqual([...Array<string>(5).fill('fulfilled'), 'rejected']);
    expect(all[5]).toMatchObject({ reason: expect.any(RateLimitExceeded) });
  });

  it('passes the turn on when work fails', async () => {
    const turns = new Turns(1, 1);
    const failed = turns.take(() => Promise.reject(new Error('no')));
    const next = turns.take(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
    await expect(turns.take(() => Promise.resolve('again'))).resolves.toBe('again');
  });
});

describe('through the API', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('is taken as typed, spaces included', async () => {
    const password = '  two spaces  ';
    const { user } = await new Factory(test.client).user('buyer', { password });
    const login = (typed: string) =>
      test.client.post('/auth/login', { username: user.username, password: typed });
    expect((await login(password)).status).toBe(200);
    expectError(await login(password.trim()), 401, 'AUTHENTICATION_REQUIRED');
  });

  it.each([
    ['seven characters', 'seven77'],
    ['129 characters', 'x'.repeat(129)],
    ['a common one', 'iloveyou'],
    ['the username', owner.username],
    ['no text', 12345678],
  ])('%s is refused at registration', async (_, password) => {
    const answer = await test.client.post('/auth/register', { ...owner, userType: 'buyer', password });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('password');
  });

  it('a common one is refused when it changes', async () => {
    const { client, password } = await new Factory(test.client).buyer();
    const change = { currentPassword: password, newPassword: 'password123' };
    const answer = await client.post('/auth/password/change', change);
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('newPassword');
  });

  it('sends those away whose turn would come too late, and says when to try again', async () => {
    const login = () => test.client.post('/auth/login', { username: 'nobody', password: 'not the one' });
    const answers = await Promise.all(Array.from({ length: 130 }, login));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(102);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expectError(answer, 429, 'RATE_LIMIT_EXCEEDED');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });
});
