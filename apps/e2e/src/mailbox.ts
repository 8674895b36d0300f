import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** Path and query of the newest mailed link to this page; waits until there is one other than the known. */
export async function mailedPath(
  dataDir: string,
  address: string,
  page: string,
  known?: string,
): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(100)) {
    const paths = mailsTo(join(dataDir, 'mail'), address).flatMap(
      (text) => new RegExp(`/${page}\\?\\S+`).exec(text) ?? [],
    );
    const newest = paths.at(-1);
    if (newest && newest !== known) return newest;
  }
  throw new Error(`No mail to ${address} led to ${page}.`);
}

/** Oldest first. */
function mailsTo(folder: string, address: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes(`\nTo: ${address}\n`));
}
