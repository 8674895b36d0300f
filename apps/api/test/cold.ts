import { AsyncLocalStorage } from 'node:async_hooks';
import { ChangeLog } from '../src/platform/cache/change-log';
import { Changes } from '../src/platform/cache/changes';
import { changed } from '../src/platform/cache/topics';
import { Database } from '../src/platform/database/database';
import type { TestApp } from './app';

const KINDS = ['product', 'stock', 'store', 'category', 'review', 'user'];

/** A statement with its parameters. */
export type Statement = [sql: string, parameters?: unknown[]];

const asking = new AsyncLocalStorage<Statement[]>();

/** What the database is asked for on behalf of the work, as if nothing were remembered; without what goes on afterwards. */
export async function statementsOf({ app }: TestApp, work: () => Promise<unknown>): Promise<Statement[]> {
  await app.get(Changes).touch(KINDS.flatMap((kind) => changed(kind, null)));
  const { logger } = app.get(Database).manager.dataSource;
  const statements: Statement[] = [];
  const spy = jest
    .spyOn(logger, 'logQuery')
    .mockImplementation((sql, values) => void asking.getStore()?.push([sql, values as unknown[]]));
  // no other process changes anything, so what is read may be remembered, however busy this one was
  const log = app.get(ChangeLog);
  Object.defineProperty(log, 'isCurrent', { value: true, configurable: true });
  try {
    await asking.run(statements, work);
  } finally {
    Reflect.deleteProperty(log, 'isCurrent');
    spy.mockRestore();
  }
  return statements.filter(([sql]) => !/\boutbox\b|`changes`|\bwebhook_/.test(sql));
}
