const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const compiled = join(root, 'dist/e2e');

// the shell draws the same pages for two thirds of the processor time
const found = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);
process.env.CHROMIUM_PATH ??= found ?? '';
const installed = process.env.CHROMIUM_PATH !== '';
if (!installed) {
  const missing =
    'Chromium is not installed; install it with: sudo apt-get install -y chromium-headless-shell';
  if (process.env.CI === 'true') throw new Error(missing);
  console.error(`\n  !! The journeys through the browser are left out.\n  !! ${missing}\n`);
}

/** Jest reads this first, so the journeys that it looks for are compiled here. */
module.exports = async () => {
  const { compileAll } = await import(join(root, 'tools/compile-api.mjs'));
  const folders = ['apps/e2e/src', 'apps/api/test', 'libs/api-client/src'];
  const isWanted = (file) => !file.includes('/apps/api/') || /(-server|receiver|fixture)\.ts$/.test(file);
  await compileAll(folders, isWanted, compiled);
  return {
    displayName: 'e2e',
    reporters: ['default', join(root, 'tools/failed-tests.cjs')],
    rootDir: join(compiled, 'apps/e2e'),
    testMatch: installed ? ['**/*.spec.js'] : [],
    passWithNoTests: !installed,
    // plain Node: Playwright and the browser are loaded once, instead of once per file
    runner: 'jest-light-runner',
    transform: {},
    setupFilesAfterEnv: [join(root, 'apps/api/test/limit-per-test.cjs')],
    globalTeardown: join(compiled, 'apps/e2e/src/close-browser.js'),
    // one browser and one server at a time on a small machine
    maxWorkers: 1,
  };
};
