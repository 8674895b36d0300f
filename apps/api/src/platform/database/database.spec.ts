import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { OutboxEntry } from '../events/outbox-entry.entity';
import { databaseOptions, openDataSource } from './data-source';
import { Database } from './database';

let test: TestApp;
let database: Database;
beforeAll(async () => {
  test = await startApp({ WORKER: 'off' });
  database = test.app.get(Database);
});
afterAll(() => test.close());

const write = (type: string) =>
  database.repository(OutboxEntry).insert({ type, payload: '{}', createdAt: new Date(), runAt: new Date() });
const count = (type: string) => database.repository(OutboxEntry).countBy({ type });
const pause = () => new Promise((resolve) => setImmediate(resolve));

it('has the tables that the entities describe', async () => {
  const { upQueries } = await test.app
    .get<DataSource>(getDataSourceToken())
    .driver.createSchemaBuilder()
    .log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('commits all of a unit of work or nothing', async () => {
  const type = randomUUID().slice(0, 20);
  const failing = database.run(async () => {
    await write(type);
    await database.run(() => write(type));
    expect(await count(type)).toBe(2);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await count(type)).toBe(0);
});

it('keeps 200 concurrent writes apart: none is lost, none leaks into a neighbour', async () => {
  const kept = randomUUID().slice(0, 20);
  const dropped = randomUUID().slice(0, 20);
  const unit = async (index: number) => {
    if (index % 4 === 0) return write(kept);
    return database.run(async () => {
      const type = index % 4 === 1 ? dropped : kept;
      await write(type);
      await pause();
      await database.run(() => write(type));
      if (type === dropped) throw new Error('rolled back');
    });
  };
  const results = await Promise.allSettled(Array.from({ length: 200 }, (_, index) => unit(index)));
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(50);
  expect(await count(kept)).toBe(50 + 100 * 2);
  expect(await count(dropped)).toBe(0);
});

it('runs effects after the commit only', async () => {
  const effects: string[] = [];
  await database.run(async () => {
    database.afterCommit(() => effects.push('committed'));
    await write('effect');
    expect(effects).toEqual([]);
  });
  await database
    .run(async () => {
      database.afterCommit(() => effects.push('rolled back'));
      await write('effect');
      throw new Error('no');
    })
    .catch(() => undefined);
  expect(effects).toEqual(['committed']);
});

it('stores times to the millisecond, in UTC', async () => {
  const type = randomUUID().slice(0, 20);
  const time = new Date('2026-03-29T01:30:00.123Z');
  await database.repository(OutboxEntry).insert({ type, payload: '{}', createdAt: time, runAt: time });
  expect((await database.repository(OutboxEntry).findOneByOrFail({ type })).createdAt).toEqual(time);
});

it('refuses a query past the open unit of work instead of waiting for itself', async () => {
  const outside = database.repository(OutboxEntry);
  const stray = database.run(() => outside.count());
  // MariaDB has a connection for each of them
  if (database.isSqlite) await expect(stray).rejects.toThrow('outside the open unit of work');
  else expect(await stray).toBeGreaterThan(0);
});

it('lets one process at a time use an SQLite file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'souk-lock-')), 'souk.sqlite');
  const options = databaseOptions({ databaseUrl: `sqlite:${file}`, dataDir: '' }, []);
  const first = await openDataSource(options);
  await expect(openDataSource(options)).rejects.toThrow('Another process uses this SQLite database');
  await first.destroy();
});
