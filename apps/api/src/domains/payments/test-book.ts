import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChargeResult } from './gateway';

export interface BookEntry {
  kind: 'charge' | 'refund';
  /** The charge's subject, or the refund's key. */
  name: string;
  status: ChargeResult['status'];
  reference: string;
  /** Minor units. */
  amount: number;
}

/**
 * What the test gateway has done, one line of JSON each. Apart from the database, as a real gateway's book is, and there
 * when the process is killed: so it can be held against the orders.
 */
export class TestBook {
  private readonly file: string;

  constructor(private readonly dataDir: string) {
    this.file = join(dataDir, 'test-gateway.jsonl');
  }

  add(entry: BookEntry): void {
    mkdirSync(this.dataDir, { recursive: true });
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  /** As it stands: what became of an entry is a later one. */
  find(kind: BookEntry['kind'], name: string): BookEntry | undefined {
    return this.entries().findLast((entry) => entry.kind === kind && entry.name === name);
  }

  findCharge(reference: string): BookEntry | undefined {
    return this.entries().findLast((entry) => entry.kind === 'charge' && entry.reference === reference);
  }

  entries(): BookEntry[] {
    try {
      return readFileSync(this.file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as BookEntry);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
