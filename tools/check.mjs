/** `npm run check`: everything that must hold before a change lands, with the time each part took. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const steps = [
  ['format', 'prettier', '--check', '.'],
  ['build', 'nx', 'run-many', '-t', 'build', '--outputStyle=static'],
  ['client drift', 'node', 'tools/api-client.mjs', '--check'],
  ['types', 'nx', 'run-many', '-t', 'typecheck', '--outputStyle=static'],
  ['lint', 'nx', 'run-many', '-t', 'lint', '--outputStyle=static'],
  ['directions', 'depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.cjs'],
  ['unused code', 'knip'],
  ['lock file', 'node', 'tools/lockcheck.mjs'],
  ['tests', 'npm', 'test'],
];

const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
const took = [];
for (const [name, command, ...args] of steps) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  took.push(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${name}`);
  if (status !== 0) {
    console.error(`\n${took.join('\n')}\n\nFailed: ${name}`);
    process.exit(1);
  }
}
console.log(`\n${took.join('\n')}\n\nAll checks passed.`);
