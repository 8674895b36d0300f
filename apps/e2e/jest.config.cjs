const { existsSync } = require('node:fs');
const preset = require('../../jest.preset.cjs');

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

module.exports = {
  ...preset,
  displayName: 'e2e',
  rootDir: __dirname,
  testMatch: installed ? preset.testMatch : [],
  passWithNoTests: !installed,
  testTimeout: 120_000,
  // one browser and one server at a time on a small machine
  maxWorkers: 1,
};
