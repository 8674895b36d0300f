/** `npm start`: builds what is stale and runs the marketplace, API and SPA, in one process. */
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { NODE_FLAGS } from './node-flags.mjs';

const root = resolve(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules/.bin', name);

console.log('Building what has changed …');
const build = spawnSync(bin('nx'), ['run-many', '-t', 'build', '--outputStyle=static'], {
  cwd: root,
  encoding: 'utf8',
});
if (build.status !== 0) {
  console.error(build.stdout, build.stderr);
  process.exit(build.status ?? 1);
}

const main = join(root, 'dist/api/apps/api/src/main.js');
const server = spawn(process.execPath, [...NODE_FLAGS, main], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
