import { setImmediate as nextTurn } from 'node:timers/promises';
import { startApp, type TestApp } from '../../../test/app';
import { Database } from '../database/database';
import { Housekeeping } from '../jobs/housekeeping';
import { Events } from './events';
import { OutboxEntry } from './outbox-entry.entity';
import { Relay } from './relay';

class ShelfFilled {
  constructor(readonly shelf: string) {}
}
class ShelfBuilt {}
class ShelfPainted {
  constructor(readonly shelf: number) {}
}
class ShelfEmptied {
  constructor(readonly shelf: string) {}
}

let test: TestApp;
let database: Database;
let events: Events;
beforeAll(async () => {
  test = await startApp();
  database = test.app.get(Database);
  events = test.app.get(Events);
});
afterAll(() => test.close());

it('tells a fact after its commit, and never one that was rolled back', async () => {
  const heard: string[] = [];
  events.on(ShelfFilled, 'commits', async ({ shelf }) => void heard.push(shelf));
  await database.run(async () => {
    await events.publish(new ShelfFilled('committed'));
    expect(heard).toEqual([]);
  });
  await database
    .run(async () => {
      await events.publish(new ShelfFilled('rolled back'));
      throw new Error('no');
    })
    .catch(() => undefined);
  await test.settled();
  expect(heard).toEqual(['committed']);
});

it('tells companions inside the unit of work', async () => {
  const heard: string[] = [];
  events.during(ShelfEmptied, async ({ shelf }) => void heard.push(shelf));
  await database.run(async () => {
    await events.publish(new ShelfEmptied('now'));
    expect(heard).toEqual(['now']);
  });
  // nobody else hears of it, which a round of the relay must have seen before somebody does
  await test.settled();
});

it('tries again what failed, with the same event id', async () => {
  const ids: number[] = [];
  events.on(ShelfEmptied, 'late', async (_, eventId) => {
    ids.push(eventId);
    if (ids.length === 1) throw new Error('not yet');
  });
  await events.publish(new ShelfEmptied('again'));
  await test.settled();
  const [id] = ids;
  const outbox = database.repository(OutboxEntry);
  expect(await outbox.findOneByOrFail({ id })).toMatchObject({
    attempts: 1,
    doneAt: null,
    lastError: 'Error: not yet',
  });
  await outbox.update({ id }, { runAt: new Date() });
  await test.settled();
  expect(ids).toEqual([id, id]);
  expect((await outbox.findOneByOrFail({ id })).doneAt).not.toBeNull();
});

it('tells long facts one after the other, and others meanwhile', async () => {
  const steps: string[] = [];
  let dry: () => void = () => undefined;
  const hasDried = new Promise<void>((resolve) => (dry = resolve));
  events.on(ShelfPainted, 'painter', async ({ shelf }) => {
    steps.push(`${shelf} begun`);
    await hasDried;
    steps.push(`${shelf} done`);
  });
  events.lane('painter', 1);
  events.on(ShelfFilled, 'meanwhile', async ({ shelf }) => {
    if (shelf !== 'meanwhile') return;
    steps.push('other');
    dry();
  });
  await events.publish(...[1, 2, 3, 4, 5].map((shelf) => new ShelfPainted(shelf)));
  await events.publish(new ShelfFilled('meanwhile'));
  await test.settled();
  const [first, ...rest] = steps;
  expect(first).toBe('1 begun');
  expect(rest).toEqual([
    'other',
    '1 done',
    ...[2, 3, 4, 5].flatMap((nth) => [`${nth} begun`, `${nth} done`]),
  ]);
});

it('takes over what a killed process left', async () => {
  const heard: string[] = [];
  events.on(ShelfFilled, 'heir', async ({ shelf }) => void heard.push(shelf));
  const past = new Date(Date.now() - 60_000);
  const payload = JSON.stringify(new ShelfFilled('left behind'));
  await database.repository(OutboxEntry).insert({
    type: 'ShelfFilled',
    handler: 'heir',
    payload,
    createdAt: past,
    runAt: past,
    lockedUntil: past,
  });
  await test.settled();
  expect(heard).toEqual(['left behind']);
});

it('forgets what was done long ago, however much it is, and nothing else', async () => {
  events.keep(ShelfBuilt);
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000);
  const entry = (type: string, createdAt: Date, doneAt: Date | null) => ({
    type,
    payload: '{}',
    createdAt,
    runAt: createdAt,
    doneAt,
    lockedUntil: doneAt ? null : new Date(Date.now() + 60_000),
  });
  const outbox = database.repository(OutboxEntry);
  const before = await outbox.count();
  await outbox.insert([
    entry('ShelfFilled', daysAgo(40), daysAgo(29)),
    entry('ShelfFilled', daysAgo(40), null),
    entry('ShelfBuilt', daysAgo(40), daysAgo(40)),
    ...Array.from({ length: 450 }, () => entry('ShelfFilled', daysAgo(40), daysAgo(31))),
  ]);
  await test.app.get(Housekeeping).work();
  expect(await outbox.count()).toBe(before + 3);
});

it('stops long work between its steps when the process ends, and leaves it to the next one', async () => {
  const steps: string[] = [];
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  // what waits here would be taken by the other as well
  await test.close();
  test = await startApp();
  test.app.get(Events).on(ShelfFilled, 'slow', async ({ shelf }, _, stopping) => {
    steps.push(shelf);
    begun();
    for (;;) {
      stopping.throwIfAborted();
      await nextTurn();
    }
  });
  await test.app.get(Events).publish(new ShelfFilled('slowly'));
  await hasBegun;
  await test.app.get(Relay).beforeApplicationShutdown();
  const [left] = await test.app.get(Database).repository(OutboxEntry).findBy({ type: 'ShelfFilled' });
  expect(steps).toEqual(['slowly']);
  expect(left).toMatchObject({ attempts: 0, doneAt: null, lockedUntil: null });
});
