/** Compiles TypeScript of the API and of the contracts with SWC, file by file; node_modules stay beside it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { transformFile } from '@swc/core';

export const root = resolve(import.meta.dirname, '..');

const options = {
  cwd: root,
  swcrc: false,
  sourceMaps: true,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    baseUrl: root,
    paths: {
      '@souk/contracts': ['libs/contracts/src/index.ts'],
      '@souk/contracts/*': ['libs/contracts/src/*'],
      '@souk/api-client': ['libs/api-client/src/index.ts'],
    },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** Whole or not at all, and only what is new: another run may be reading. */
function write(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** @returns the compiled file, at the same place in the tree below `out` */
export async function compileFile(file, out) {
  const target = join(out, relative(root, file).replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(file, options);
  write(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  write(`${target}.map`, map);
  return target;
}

/** Everything wanted in the folders; what `out` held of files that are gone is deleted. */
export async function compileAll(folders, isWanted, out) {
  const sources = folders.flatMap((folder) => filesIn(join(root, folder))).filter(isWanted);
  const targets = await Promise.all(sources.map((file) => compileFile(file, out)));
  const kept = new Set(targets.flatMap((target) => [target, `${target}.map`]));
  for (const file of filesIn(out))
    if (/\.js(\.map)?$/.test(file) && !kept.has(file)) rmSync(file, { force: true });
}
