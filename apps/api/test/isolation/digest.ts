import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { TestApp } from '../app';

/** Moves with every use, refused or not. */
const VOLATILE = /^(last_used_at)$/;

/** One line per table; equal when and only when no row differs. */
export async function digest({ app, settled }: TestApp): Promise<string[]> {
  await settled();
  const source = app.get(DataSource);
  const lines: string[] = [];
  for (const { tableName } of source.entityMetadatas) {
    const rows = await source.query<Record<string, unknown>[]>(`SELECT * FROM ${tableName}`);
    const contents = rows
      .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !VOLATILE.test(column))))
      .sort();
    const hash = createHash('sha256').update(contents.join('\n')).digest('hex');
    lines.push(`${tableName}: ${rows.length} rows, ${hash}`);
  }
  return lines;
}
