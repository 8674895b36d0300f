import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of test/fixtures; the specs run compiled elsewhere, from the workspace's root. */
export const fixture = (name: string): Buffer =>
  readFileSync(join(process.cwd(), 'apps/api/test/fixtures', name));
