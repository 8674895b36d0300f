import type { AuditPage } from '@souk/contracts/admin.dto';
import type { JobDto, JobPage } from '@souk/contracts/jobs.dto';
import { IsNull } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { Factory } from '../../../test/factories';
import { Database } from '../database/database';
import { Events } from './events';
import { OutboxEntry } from './outbox-entry.entity';

class LampLit {
  readonly address = 'somebody@example.com';

  constructor(readonly lampId: number) {}
}

let test: TestApp;
let database: Database;
let events: Events;
let staff: Client;
/** Handler → the event ids that it was told. */
const told: Record<string, number[]> = { keeper: [], moth: [] };
let isDay = true;

beforeAll(async () => {
  test = await startApp();
  database = test.app.get(Database);
  events = test.app.get(Events);
  const { client, user } = await new Factory(test.client).buyer();
  await database.manager.update('User', { id: user.id }, { isStaff: true });
  staff = client;
  events.on(LampLit, 'keeper', async (_, eventId) => void told.keeper?.push(eventId));
  events.on(LampLit, 'moth', async (_, eventId) => {
    told.moth?.push(eventId);
    if (isDay) throw new Error('asleep');
  });
});
afterAll(() => test.close());

const outbox = () => database.repository(OutboxEntry);
const jobs = async (query = '') => (await staff.get<JobPage>(`/admin/jobs?type=LampLit${query}`)).body.items;
const retry = (id: number) => staff.post<JobDto>(`/admin/jobs/${id}/retry`);

async function light(lampId: number): Promise<number> {
  await events.publish(new LampLit(lampId));
  await test.settled();
  // what has failed is not due again before the test says so, however long that takes
  const later = new Date(Date.now() + 3600_000);
  await outbox().update({ handler: 'moth', doneAt: IsNull() }, { runAt: later });
  const [job] = await jobs('&handler=moth');
  return job?.id ?? 0;
}

/** Until the last attempt fails. */
async function letDie(id: number): Promise<void> {
  await outbox().update({ id }, { attempts: 33, runAt: new Date() });
  await test.settled();
}

it('gives every handler of a fact a fate of its own', async () => {
  const id = await light(1);
  expect(await jobs('&status=postponed')).toMatchObject([
    { id, type: 'LampLit', handler: 'moth', about: 'lampId 1', attempts: 1, lastError: 'asleep' },
  ]);
  isDay = false;
  await outbox().update({ id }, { runAt: new Date() });
  await test.settled();
  isDay = true;
  expect(told.moth).toEqual([id, id]);
  expect(told.keeper).toHaveLength(1);
  expect(told.keeper).not.toContain(id);
  expect(await jobs()).toEqual([]);
});

it('gives up in the end, and says so until staff has it tried again', async () => {
  const id = await light(2);
  await letDie(id);
  const [dead, ...rest] = await jobs('&status=dead');
  expect(rest).toEqual([]);
  expect(dead).toMatchObject({
    id,
    handler: 'moth',
    status: 'dead',
    attempts: 34,
    lastError: 'asleep',
  });
  expect(JSON.stringify(dead)).not.toContain('somebody');
  isDay = false;
  expect((await retry(id)).body).toMatchObject({ id, status: 'due', attempts: 0, diedAt: null });
  await test.settled();
  isDay = true;
  expect(told.moth?.filter((eventId) => eventId === id)).toHaveLength(3);
  expect(await jobs()).toEqual([]);
  expectError(await retry(id), 404, 'NOT_FOUND');
  const { body } = await staff.get<AuditPage>(`/admin/audit?subjectType=job&subjectId=${id}`);
  expect(body.items.map(({ action, reason }) => [action, reason])).toEqual([
    ['retry_job', 'LampLit for moth, dead: asleep'],
  ]);
});

it('says what is under way, and leaves that to whoever works on it', async () => {
  const id = await light(3);
  await outbox().update({ id }, { lockedUntil: new Date(Date.now() + 60_000) });
  expect(await jobs('&status=running')).toMatchObject([{ id }]);
  for (const status of ['due', 'postponed', 'dead']) expect(await jobs(`&status=${status}`)).toEqual([]);
  expectError(await retry(id), 409, 'INVALID_TRANSITION');
  await outbox().delete({ id });
});

it('tries all that waits for a handler as soon as that succeeds after an outage', async () => {
  const ids: number[] = [];
  for (const lamp of [4, 5, 6]) ids.push(await light(lamp));
  isDay = false;
  await events.publish(new LampLit(7));
  await test.settled();
  isDay = true;
  for (const id of ids) expect(told.moth?.filter((eventId) => eventId === id)).toHaveLength(2);
  expect(await jobs()).toEqual([]);
});

it('tells every handler what an earlier version left for all of them', async () => {
  const [keeper, moth] = [told.keeper?.length ?? 0, told.moth?.length ?? 0];
  isDay = false;
  const now = new Date();
  await outbox().insert({ type: 'LampLit', payload: '{"lampId":8}', createdAt: now, runAt: now });
  await test.settled();
  expect([told.keeper?.length, told.moth?.length]).toEqual([keeper + 1, moth + 1]);
  expect(await jobs()).toEqual([]);
});
