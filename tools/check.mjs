/** `npm run check`: everything that must hold before a change lands, with the time each part took. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import FailedTests from './failed-tests.cjs';

const root = resolve(import.meta.dirname, '..');
const nx = (target) => ['nx', 'run-many', '-t', target, '--outputStyle=static'];

/** One stage after the other; the steps of a stage need nothing of each other, and two run at a time. */
const stages = [
  [
    ['build', ...nx('build')],
    ['format', 'oxfmt', '--check'],
    ['directions', 'depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.cjs'],
    ['compose file', 'dclint', '--max-warnings', '0', 'docker-compose.yml'],
    ['lock file', 'node', 'tools/lockcheck.mjs'],
  ],
  [
    ['lint', 'oxlint'],
    ['types', ...nx('typecheck')],
    ['client drift', 'node', 'tools/api-client.mjs', '--check'],
    ['unused code', 'knip'],
  ],
  [['tests', 'npm', 'test']],
];
const AT_ONCE = 2;

const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };
const took = [];

/** What a step says appears when it has ended, unless it runs alone. */
function run([name, command, ...args], alone) {
  const start = performance.now();
  const output = [];
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', ...Array(2).fill(alone ? 'inherit' : 'pipe')],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  if (alone) console.log(`\n== ${name}`);
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('close', (status) => {
      if (!alone) console.log(`\n== ${name}\n${Buffer.concat(output).toString()}`);
      took.push(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${name}`);
      ended(status === 0 ? [] : [name]);
    });
  });
}

async function runStage(steps) {
  const waiting = [...steps];
  const lane = async () => {
    const failed = [];
    for (let step = waiting.shift(); step; step = waiting.shift())
      failed.push(...(await run(step, steps.length === 1)));
    return failed;
  };
  return (await Promise.all(Array.from({ length: AT_ONCE }, lane))).flat();
}

rmSync(FailedTests.file, { force: true });
const start = performance.now();
for (const stage of stages) {
  const failed = await runStage(stage);
  if (failed.length === 0) continue;
  // whoever reads a log looks at its end
  if (existsSync(FailedTests.file)) console.error(`\n${readFileSync(FailedTests.file, 'utf8')}`);
  console.error(`\n${took.join('\n')}\n\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log(
  `\n${took.join('\n')}\n\nAll checks passed in ${Math.round((performance.now() - start) / 1000)} s.`,
);
