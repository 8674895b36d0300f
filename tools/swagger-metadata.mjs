import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const source = resolve(root, 'apps/api/src');
const target = resolve(source, 'metadata.gen.ts');

/**
 * Only when a controller or a DTO is younger than what was written last: the visitor takes seconds, and to load the
 * compiler that it works with half a second.
 */
export async function refreshSwaggerMetadata() {
  const readFrom = [source, resolve(root, 'libs/contracts/src')].flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((file) => /(\.controller|\.dto)\.ts$/.test(file))
      .map((file) => join(folder, file)),
  );
  const youngest = Math.max(...readFrom.map((file) => statSync(file).mtimeMs));
  if (existsSync(target) && statSync(target).mtimeMs >= youngest) return;
  const { writeSwaggerMetadata } = await import('./write-swagger-metadata.mjs');
  writeSwaggerMetadata();
}
