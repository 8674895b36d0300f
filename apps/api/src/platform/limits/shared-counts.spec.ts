import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Readiness } from '@souk/contracts/common.dto';
import { Redis } from 'ioredis';
import { startRedis } from '../../../test/services';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';

const MOST = 5;

let redis: NonNullable<Awaited<ReturnType<typeof startRedis>>>;
let one: TestApp;
let other: TestApp;
let said: jest.SpyInstance;

async function start(port?: number) {
  const started = await startRedis(port);
  if (!started) throw new Error('Redis is not installed.');
  return started;
}

beforeAll(async () => {
  redis = await start();
  said = jest.spyOn(Logger.prototype, 'warn');
  const env = { RATE_LIMIT_SCALE: '1', TRUST_PROXY: '127.0.0.1', REDIS_URL: redis.url };
  one = await startApp(env);
  other = await startApp(env);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await redis.stop();
});

let addresses = 0;
const somewhere = () => `198.51.100.${++addresses}`;
const tryOnce = ({ client }: TestApp, address: string) =>
  client.with({ 'x-forwarded-for': address }).post('/auth/email/verify', { token: 'invented' });

async function tries(apps: TestApp[], address: string) {
  const answers = [];
  for (const app of apps) answers.push(await tryOnce(app, address));
  return answers.map(({ status, headers }) => [status, headers['ratelimit-remaining']]);
}

const all = (remaining: number[]) => remaining.map((left) => [400, String(left)]);

async function expectShared(): Promise<void> {
  const address = somewhere();
  expect(await tries([one, other, one, other, other], address)).toEqual(all([4, 3, 2, 1, 0]));
  for (const app of [one, other]) {
    const refused = await tryOnce(app, address);
    const { retryAfter } = expectError(refused, 429, 'RATE_LIMIT_EXCEEDED');
    expect(retryAfter).toBeGreaterThan(3590);
    expect(retryAfter).toBeLessThanOrEqual(3600);
  }
}

/** Each instance by itself. */
async function expectLimitedHere(): Promise<void> {
  const address = somewhere();
  for (const app of [one, other]) {
    expect(await tries(Array<TestApp>(MOST).fill(app), address)).toEqual(all([4, 3, 2, 1, 0]));
    expectError(await tryOnce(app, address), 429, 'RATE_LIMIT_EXCEEDED');
  }
}

const readiness = ({ client }: TestApp) => client.get<Readiness>('/health/ready');

async function untilBack(): Promise<void> {
  for (const app of [one, other]) while ((await readiness(app)).body.parts.redis !== 'up') await wait(10);
}

it('counts for all instances together', () => expectShared());

it('forgets what is older than the period', async () => {
  const address = somewhere();
  await tries(Array<TestApp>(MOST).fill(one), address);
  expect((await tryOnce(one, address)).status).toBe(429);
  const client = new Redis(redis.url);
  const key = `souk:limit:verifyEmail:address:address:${address}`;
  for (const index of [0, 1]) await client.lset(key, index, Date.now() - 3_600_001);
  await client.quit();
  expect(await tries([other, one], address)).toEqual(all([1, 0]));
  expect((await tryOnce(one, address)).status).toBe(429);
});

it('counts in each instance while Redis is gone, and says so once', async () => {
  await redis.stop();
  said.mockClear();
  await expectLimitedHere();
  const { status, body } = await readiness(one);
  expect({ status, body }).toMatchObject({ status: 200, body: { parts: { redis: 'unreachable' } } });
  redis = await start(Number(new URL(redis.url).port));
  await untilBack();
  await expectShared();
  const words = said.mock.calls.map(([message]) => String(message)).filter((text) => text.includes('Redis'));
  const goes = expect.stringContaining('does not answer');
  const returns = expect.stringContaining('answers again');
  expect(words).toEqual([goes, goes, returns, returns]);
});

it('counts in each instance while Redis hangs', async () => {
  process.kill(redis.pid, 'SIGSTOP');
  await expectLimitedHere();
  expect((await readiness(other)).body.parts.redis).toBe('unreachable');
  process.kill(redis.pid, 'SIGCONT');
  await untilBack();
  await expectShared();
});

it('counts in each instance while Redis refuses', async () => {
  const client = new Redis(redis.url);
  await client.config('SET', 'maxmemory', '1');
  await expectLimitedHere();
  await client.config('SET', 'maxmemory', '0');
  await client.quit();
  await expectShared();
});

it('starts without Redis', async () => {
  const alone = await startApp({ RATE_LIMIT_SCALE: '1', REDIS_URL: 'redis://127.0.0.1:1' });
  expect((await tryOnce(alone, somewhere())).status).toBe(400);
  expect((await readiness(alone)).status).toBe(200);
  await alone.close();
});
