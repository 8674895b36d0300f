const { existsSync } = require('node:fs');
const preset = require('../../jest.preset.cjs');

const installed = existsSync('/usr/bin/chromium');
if (!installed) {
  const missing = 'Chromium is not installed; install it with: sudo apt-get install -y chromium';
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
