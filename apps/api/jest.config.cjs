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
  setupFiles: ['reflect-metadata', `<rootDir>/test/${database}.cjs`],
});

const redis = existsSync('/usr/bin/redis-server');

const sqlite = {
  ...on('sqlite'),
  testPathIgnorePatterns: redis ? [] : ['/shared-counts'],
};

const mariadb = {
  ...on('mariadb'),
  globalSetup: '<rootDir>/test/mariadb-setup.cjs',
  globalTeardown: '<rootDir>/test/mariadb-teardown.cjs',
  // what needs no database runs on SQLite's turn only, and so does what asks for access, not for data
  testPathIgnorePatterns: [
    '/demo/pictures/',
    '\\.policy\\.spec',
    '/config/',
    '/remote-pictures',
    '/shared-counts',
    '/fuzz\\.spec',
    '/isolation\\.spec',
    '/shopify-csv',
  ],
};

function missing(name, debianPackage, tests) {
  const how = `${name} is not installed; install it with: sudo apt-get install -y ${debianPackage}`;
  if (process.env.CI === 'true') throw new Error(how);
  console.error(`\n  !! ${tests} are left out.\n  !! ${how}\n`);
}
if (!existsSync('/usr/sbin/mariadbd')) missing('MariaDB', 'mariadb-server', "Half of the API's tests");
if (!redis) missing('Redis', 'redis-server', 'The tests of limits that instances share');

module.exports = {
  projects: existsSync('/usr/sbin/mariadbd') ? [sqlite, mariadb] : [sqlite],
  testTimeout: 120_000,
  // one more than cores: a worker often waits for its database
  maxWorkers: 3,
};
