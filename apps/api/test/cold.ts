import { Changes } from '../src/platform/cache/changes';
import { changed } from '../src/platform/cache/topics';
import { Database } from '../src/platform/database/database';
import type { TestApp } from './app';

const KINDS = ['product', 'stock', 'store', 'category', 'review', 'user'];

/** A statement with its parameters. */
export type Statement = [sql: string, parameters?: unknown[]];

/** What the database is asked for meanwhile, as if nothing were remembered; without what runs in the background. */
export async function statementsOf({ app }: TestApp, work: () => Promise<unknown>): Promise<Statement[]> {
  await app.get(Changes).touch(KINDS.flatMap((kind) => changed(kind, null)));
  const { logger } = app.get(Database).manager.dataSource;
  const asked = jest.spyOn(logger, 'logQuery');
  await work();
  const statements = asked.mock.calls.map(([sql, values]): Statement => [sql, values as unknown[]]);
  asked.mockRestore();
  return statements.filter(([sql]) => !/\boutbox\b|`changes`|\bwebhook_/.test(sql));
}
