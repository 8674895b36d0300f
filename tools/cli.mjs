/** `npm run cli -- create-staff …`: what an operator does to the configured database without a server. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const run = (command, args, options) => spawnSync(command, args, { cwd: root, ...options });

const built = run(join(root, 'node_modules/.bin/nx'), ['build', 'api', '--outputStyle=static'], {
  encoding: 'utf8',
});
if (built.status !== 0) {
  console.error(built.stdout, built.stderr);
  process.exit(built.status ?? 1);
}
const cli = join(root, 'dist/api/apps/api/src/cli.js');
const { status } = run(process.execPath, ['--enable-source-maps', cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
