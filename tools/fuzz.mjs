/** `npm run fuzz`: the suite's generated requests, many more of them and from another seed each time; and a table. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const settings = {
  FUZZ_RUNS: '2000',
  FUZZ_MS: '60000',
  FUZZ_SEED: String(Date.now() % 2 ** 31),
  TEST_MINUTES: '180',
};

const jest = spawn(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    ...['-c', 'apps/api/jest.config.cjs', '--selectProjects', 'api:sqlite', '--', 'apps/api/test/fuzz'],
  ],
  { cwd: root, stdio: 'inherit', env: { ...settings, ...process.env } },
);
jest.once('close', (status) => process.exit(status ?? 1));
