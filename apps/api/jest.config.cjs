const preset = require('../../jest.preset.cjs');

/** The whole suite runs once per database. */
const on = (database) => ({
  ...preset,
  displayName: `api:${database}`,
  rootDir: __dirname,
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  setupFiles: ['reflect-metadata', `<rootDir>/test/${database}.cjs`],
});

// MariaDB's own time is mostly waiting, so what needs no database runs on SQLite's turn only
module.exports = {
  projects: [on('sqlite'), { ...on('mariadb'), testPathIgnorePatterns: ['/demo/', '\\.policy\\.spec', '/config/'] }],
  testTimeout: 30_000,
  maxWorkers: 2,
};
