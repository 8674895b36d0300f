/**
 * Compiles the API with SWC, file by file, into dist/api (the tree mirrored; node_modules stay beside it).
 * `--watch` compiles what is saved and runs the API again.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transformFile } from '@swc/core';
import { refreshSwaggerMetadata } from './swagger-metadata.mjs';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist/api');
const sources = ['apps/api/src', 'libs/contracts/src'];
const isWanted = (file) => file.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(file);

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
    },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

async function compile(file) {
  const target = join(out, relative(root, file).replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(file, options);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
  writeFileSync(`${target}.map`, map);
}

const files = () =>
  sources
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => join(root, folder, file)),
    )
    .filter(isWanted);

async function buildAll() {
  refreshSwaggerMetadata();
  rmSync(out, { recursive: true, force: true });
  await Promise.all(files().map(compile));
}

/** One API at a time: the next starts when the last has ended. */
function runner() {
  let child;
  let turn = Promise.resolve();
  const stop = () =>
    new Promise((ended) => {
      if (!child || child.exitCode !== null) return ended();
      child.once('exit', ended);
      child.kill('SIGTERM');
    });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(0)));
  return () => {
    turn = turn.then(stop).then(() => {
      child = spawn(process.execPath, ['--enable-source-maps', join(out, 'apps/api/src/main.js')], {
        stdio: 'inherit',
        cwd: root,
      });
    });
  };
}

function watchSources(restart) {
  let pending;
  for (const folder of sources) {
    watch(join(root, folder), { recursive: true }, async (_event, file) => {
      if (!file || !isWanted(file)) return;
      try {
        await compile(join(root, folder, file));
        clearTimeout(pending);
        pending = setTimeout(restart, 50);
      } catch (error) {
        console.error(error.message);
      }
    });
  }
}

await buildAll();
if (process.argv.includes('--watch')) {
  const restart = runner();
  restart();
  watchSources(restart);
}
