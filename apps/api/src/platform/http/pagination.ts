import { createHash } from 'node:crypto';
import { LIMITS } from '@souk/contracts';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ValidationFailed } from './errors';

type Key = string | number;

/** How a list is ordered: by one column and, among equals, by id; both in the same direction. */
export interface OrderBy {
  /** Property path as the query builder knows it: "product.price". Never taken from the request. */
  by: string;
  /** What stands for `by` in the query when it is no property but worked out, as a score is. */
  expression?: { sql: string; parameters: ObjectLiteral };
  id: string;
  direction: 'ASC' | 'DESC';
}

export interface Order<T> extends OrderBy {
  /** The value of `by` in a row. */
  key: (row: T) => Key;
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
): Promise<PageOf<T>> {
  const count = await query.getCount();
  const { list, limit } = narrow(query, order, request);
  const rows = await query
    .orderBy(order.by, order.direction)
    .addOrderBy(order.id, order.direction)
    .take(limit + 1)
    .getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: count,
    nextCursor: rows.length > limit && last ? encodeCursor(list, order.key(last), last.id) : null,
  };
}

/**
 * The same of ids only, for rows that are remembered by them.
 * @param counted whether the total is wanted with it: cheap where the rows are few, and known on a first page only
 */
export async function pageOfIds<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: OrderBy,
  request: PageRequest,
  counted = false,
): Promise<{ ids: number[]; total: number; nextCursor: string | null }> {
  const { list, limit } = narrow(query, order, request);
  query.select(order.id, 'id');
  if (order.by !== order.id) query.addSelect(order.expression?.sql ?? order.by, 'sort_key');
  if (counted) query.addSelect('COUNT(*) OVER ()', 'total');
  const rows = await query
    .orderBy(order.by === order.id ? order.id : 'sort_key', order.direction)
    .addOrderBy(order.id, order.direction)
    .limit(limit + 1)
    .getRawMany<{ id: number; sort_key?: string | number; total?: string | number }>();
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    ids,
    total: Number(rows[0]?.total ?? 0),
    nextCursor: last ? encodeCursor(list, Number(last.sort_key ?? last.id), last.id) : null,
  };
}

/** Leaves what comes after the cursor. */
function narrow<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: OrderBy,
  request: PageRequest,
): { list: string; limit: number } {
  const list = fingerprint(`${listKey(query)} ${order.by} ${order.direction}`);
  const operator = order.direction === 'ASC' ? '>' : '<';
  const column = order.expression?.sql ?? order.by;
  if (order.expression) query.setParameters(order.expression.parameters);
  if (request.cursor) {
    const [key, id] = decodeCursor(request.cursor, list);
    query.andWhere(
      `(${column} ${operator} :cursorKey OR (${column} = :cursorKey AND ${order.id} ${operator} :cursorId))`,
      { cursorKey: key, cursorId: id },
    );
  }
  return { list, limit: request.limit ?? LIMITS.page.default };
}

/** What a list can be told from others by: its conditions. A moment such as now makes no other list. */
export function listKey<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): string {
  const { wheres, joinAttributes, mainAlias } = query.expressionMap;
  const joins = joinAttributes.map(({ alias, condition }) => [alias.name, condition]);
  const parameters = Object.entries(query.getParameters()).filter(([, value]) => !(value instanceof Date));
  return JSON.stringify([mainAlias?.name, joins, wheres, parameters]);
}

/** A cursor of another list or order is refused. */
const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 10);

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
