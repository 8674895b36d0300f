import { createHash } from 'node:crypto';
import { LIMITS } from '@souk/contracts';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ValidationFailed } from './errors';

type Key = string | number;

/** How a list is ordered: by one column and, among equals, by id; both in the same direction. */
export interface Order<T> {
  /** Property path as the query builder knows it: "product.price". Never taken from the request. */
  by: string;
  /** What stands for `by` in the query when it is no property but worked out, as a score is. */
  expression?: { sql: string; parameters: ObjectLiteral };
  id: string;
  direction: 'ASC' | 'DESC';
  /** The value of `by` in a row. */
  key: (row: T) => Key | Promise<Key>;
}

export interface PageRequest {
  limit?: number;
  cursor?: string;
}

export interface PageOf<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

/**
 * One page by keyset: rows inserted or removed meanwhile never shift the pages. `query` has its conditions, but no
 * order yet. The cursor names its order, so that one of another list or sort is refused.
 */
export async function page<T extends ObjectLiteral & { id: number }>(
  query: SelectQueryBuilder<T>,
  order: Order<T>,
  request: PageRequest,
  total?: number,
): Promise<PageOf<T>> {
  const list = fingerprint(query, order);
  const limit = request.limit ?? LIMITS.page.default;
  const count = total ?? (await query.getCount());
  const operator = order.direction === 'ASC' ? '>' : '<';
  const column = order.expression?.sql ?? order.by;
  if (order.expression) query.setParameters(order.expression.parameters);
  if (request.cursor) {
    const [key, id] = decodeCursor(request.cursor, list);
    query.andWhere(
      `(${column} ${operator} :cursorKey OR (${column} = :cursorKey AND ${order.id} ${operator} :cursorId))`,
      {
        cursorKey: key,
        cursorId: id,
      },
    );
  }
  const rows = await query
    .orderBy(column, order.direction)
    .addOrderBy(order.id, order.direction)
    .take(limit + 1)
    .getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: count,
    nextCursor: rows.length > limit && last ? encodeCursor(list, await order.key(last), last.id) : null,
  };
}

/** Of the list with its conditions and order: a cursor of another one is refused. A moment such as now makes no other list. */
function fingerprint<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { by, direction }: Order<T>,
): string {
  const parameters = Object.entries(query.getParameters()).filter(([, value]) => !(value instanceof Date));
  const text = JSON.stringify([query.getQuery(), parameters, by, direction]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}

const encodeCursor = (list: string, key: Key, id: number): string =>
  Buffer.from(JSON.stringify([list, key, id])).toString('base64url');

function decodeCursor(cursor: string, list: string): [Key, number] {
  const refusal = new ValidationFailed({ cursor: ['is not a cursor of this list; take it from nextCursor'] });
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refusal;
  }
  if (!Array.isArray(parsed) || parsed.length !== 3) throw refusal;
  const [made, key, id] = parsed as unknown[];
  const keyFits = typeof key === 'string' || (typeof key === 'number' && Number.isSafeInteger(key));
  if (made !== list || !keyFits || !Number.isSafeInteger(id)) throw refusal;
  return [key as Key, id as number];
}
