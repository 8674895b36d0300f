import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { startApp, type TestApp } from '../../../test/app';
import { Factory } from '../../../test/factories';
import { startRedis } from '../../../test/services';
import { Database } from '../database/database';
import { Events } from './events';
import { JobQueue } from './job-queue';
import { OutboxEntry } from './outbox-entry.entity';

class BellRung {
  constructor(readonly bell: string) {}
}

let redis: NonNullable<Awaited<ReturnType<typeof startRedis>>>;
let test: TestApp;
let events: Events;
const heard: string[] = [];

async function start(port?: number) {
  const started = await startRedis(port);
  if (!started) throw new Error('Redis is not installed.');
  return started;
}

beforeAll(async () => {
  redis = await start();
  test = await startApp({ REDIS_URL: redis.url });
  events = test.app.get(Events);
  events.on(BellRung, 'ringer', async ({ bell }) => void heard.push(bell));
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await test.close();
  await redis.stop();
});

const outbox = () => test.app.get(Database).repository(OutboxEntry);
const ring = (...bells: string[]) => events.publish(...bells.map((bell) => new BellRung(bell)));

/** What the queue lost is offered again when it is late. */
async function letTimePass(): Promise<void> {
  await outbox().update({ type: 'BellRung' }, { runAt: new Date(Date.now() - 60_000) });
}

async function untilReady(): Promise<void> {
  const client = new Redis(redis.url);
  for (;;) {
    const clients = String(await client.client('LIST'));
    // the lane's worker waits for jobs again
    if (clients.includes('cmd=bzpopmin')) break;
    await wait(10);
  }
  await client.quit();
}

it('hands every fact to its handler once, by its id alone', async () => {
  const bells = Array.from({ length: 30 }, (_, nth) => `bell ${nth}`);
  await ring(...bells);
  await test.settled();
  expect(heard.splice(0).sort()).toEqual(bells.sort());
  const client = new Redis(redis.url);
  const log = JSON.stringify(await client.xrange('souk:jobs:events', '-', '+'));
  await client.quit();
  for (const { id } of await outbox().findBy({ type: 'BellRung' })) expect(log).toContain(`"entry-${id}"`);
  expect(log).not.toContain('bell ');
});

it('goes on without Redis, and tells what waited when there is one again, though that knows nothing', async () => {
  await redis.stop();
  await ring('waits');
  await new Factory(test.client).buyer();
  expect(heard).toEqual([]);
  redis = await start(Number(new URL(redis.url).port));
  await untilReady();
  await letTimePass();
  await test.settled();
  expect(heard.splice(0)).toEqual(['waits']);
});

it('runs jobs in this process while Redis is away for long', async () => {
  await redis.stop();
  jest.spyOn(JobQueue.prototype, 'isAwayForLong', 'get').mockReturnValue(true);
  await ring('here');
  await test.settled();
  expect(heard.splice(0)).toEqual(['here']);
});
