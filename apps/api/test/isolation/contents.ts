import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { TestApp } from '../app';

/** Moves with every use, refused or not. */
const VOLATILE = /^(last_used_at)$/;

/** What stands in the tables. */
export class Contents {
  private known?: { changes: number; lines: string[] };
  private readonly source: DataSource;

  constructor(private readonly test: TestApp) {
    this.source = test.app.get(DataSource);
  }

  /** One line per table; equal when and only when no row differs. Read anew only if one was written since the last time. */
  async digest(): Promise<string[]> {
    await this.test.settled();
    const changes = await this.changes();
    if (this.known?.changes !== changes) this.known = { changes, lines: await this.read() };
    return this.known.lines;
  }

  /** SQLite counts every row that is inserted, changed or deleted through the connection, which all share. */
  private async changes(): Promise<number> {
    const [counted] = await this.source.query<{ changes: number }[]>('SELECT total_changes() AS changes');
    return counted?.changes ?? 0;
  }

  private async read(): Promise<string[]> {
    const lines: string[] = [];
    for (const { tableName } of this.source.entityMetadatas) {
      const rows = await this.source.query<Record<string, unknown>[]>(`SELECT * FROM ${tableName}`);
      const contents = rows
        .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !VOLATILE.test(column))))
        .sort();
      const hash = createHash('sha256').update(contents.join('\n')).digest('hex');
      lines.push(`${tableName}: ${rows.length} rows, ${hash}`);
    }
    return lines;
  }
}
