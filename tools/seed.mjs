/** `npm run seed -- --products 10000`: a large catalogue into the configured database. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const built = run(join(root, 'node_modules/.bin/nx'), ['build', 'api', '--outputStyle=static']);
process.exitCode =
  built ||
  run(process.execPath, ['--enable-source-maps', 'dist/api/apps/api/src/seed.js', ...process.argv.slice(2)]);
