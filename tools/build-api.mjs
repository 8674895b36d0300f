/** Builds the API into dist/api. `--watch` compiles what is saved and runs the API again. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { compileAll, compileFile, root } from './compile-api.mjs';
import { refreshSwaggerMetadata } from './swagger-metadata.mjs';

const out = join(root, 'dist/api');
const sources = ['apps/api/src', 'libs/contracts/src'];
const isWanted = (file) => file.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(file);

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
        await compileFile(join(root, folder, file), out);
        clearTimeout(pending);
        pending = setTimeout(() => restart(), 50);
      } catch (error) {
        console.error(error.message);
      }
    });
  }
}

await refreshSwaggerMetadata();
await compileAll(sources, isWanted, out);
if (process.argv.includes('--watch')) {
  const restart = runner();
  restart();
  watchSources(restart);
}
