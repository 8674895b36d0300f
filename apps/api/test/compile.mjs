/** Compiles the API with its specs into dist/api-test, for Jest to run. */
import { join } from 'node:path';
import { compileAll, root } from '../../../tools/compile-api.mjs';
import { refreshSwaggerMetadata } from '../../../tools/swagger-metadata.mjs';

export async function compileSpecs() {
  await refreshSwaggerMetadata();
  const folders = ['apps/api/src', 'apps/api/test', 'libs/contracts/src'];
  const isWanted = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
  await compileAll(folders, isWanted, join(root, 'dist/api-test'));
}

if (process.argv[1] === import.meta.filename) await compileSpecs();
