const { existsSync } = require('node:fs');
const preset = require('../../jest.preset.cjs');

/** The whole suite runs once per database. */
const on = (database) => ({
  ...preset,
  displayName: `api:${database}`,
  rootDir: __dirname,
  // a global looked up through the sandbox costs thirty times the drawing it is for
  sandboxInjectedGlobals: ['Math'],
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  setupFiles: ['reflect-metadata', `<rootDir>/test/${database}.cjs`],
});

const mariadb = {
  ...on('mariadb'),
  // what needs no database runs on SQLite's turn only, and so does what asks for access, not for data
  testPathIgnorePatterns: [
    '/demo/pictures/',
    '\\.policy\\.spec',
    '/config/',
    '/remote-pictures',
    '/fuzz\\.spec',
    '/isolation\\.spec',
    '/shopify-csv',
  ],
};

if (!existsSync('/usr/sbin/mariadbd')) {
  const missing = 'MariaDB is not installed; install it with: sudo apt-get install -y mariadb-server';
  if (process.env.CI === 'true') throw new Error(missing);
  console.error(`\n  !! Half of the API's tests are left out.\n  !! ${missing}\n`);
}

module.exports = {
  projects: existsSync('/usr/sbin/mariadbd') ? [on('sqlite'), mariadb] : [on('sqlite')],
  testTimeout: 120_000,
  // one more than cores: a worker often waits for its database
  maxWorkers: 3,
};
