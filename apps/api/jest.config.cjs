const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
process.env.NODE_OPTIONS = [
  process.env.NODE_OPTIONS,
  `--require ${join(__dirname, 'test/keep-worker-data.cjs')}`,
  // every file starts the application anew: what it leaves behind dies young
  '--max-semi-space-size=128',
].join(' ');
const compiled = join(root, 'dist/api-test');

/** The whole suite runs once per database. */
const on = (database) => ({
  displayName: `api:${database}`,
  rootDir: join(compiled, 'apps/api'),
  testMatch: ['**/*.spec.js'],
  // plain Node: modules are loaded once per worker, as in production, instead of once per file
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  transform: {},
  globalSetup: join(__dirname, 'test/time-limit.cjs'),
  setupFiles: [
    require.resolve('reflect-metadata'),
    join(__dirname, `test/${database}.cjs`),
    join(__dirname, 'test/cheap-passwords.cjs'),
  ],
  setupFilesAfterEnv: [join(__dirname, 'test/limit-per-test.cjs')],
});

const redis = existsSync('/usr/bin/redis-server');
const installed = existsSync('/usr/sbin/mariadbd');

/** Either database would do: where there are both, the lane with less to do has them. */
const needNoSecond = ['/hostile-uploads', '/media-in-a-bucket', '/job-queue'];

const sqlite = {
  ...on('sqlite'),
  // what ten thousand products cost is asked of the real one
  testPathIgnorePatterns: [
    '/scale\\.spec',
    ...(installed ? needNoSecond : []),
    ...(redis ? [] : ['/shared-counts', '/job-queue']),
  ],
};

const mariadb = {
  ...on('mariadb'),
  ...(installed
    ? {
        globalSetup: join(__dirname, 'test/mariadb-setup.cjs'),
        globalTeardown: join(__dirname, 'test/mariadb-teardown.cjs'),
      }
    : { testMatch: ['none'] }),
  // on SQLite alone: what needs no database, or nothing of it that the others do not need, and what asks for access, not data
  testPathIgnorePatterns: [
    '/demo/pictures/',
    '\\.policy\\.spec',
    '/passwords\\.spec',
    '/actors\\.spec',
    '/postings\\.spec',
    '/refund-sum',
    '/stripe-rail',
    '/platform/storage/',
    '/config/',
    '/remote-pictures',
    '/platform/network/',
    '/hostile-targets',
    '/webhooks/retries',
    '/cart-pricing',
    '/shared-counts',
    ...(redis ? [] : ['/job-queue']),
    '/limits/',
    '/mail/',
    '/news-mails',
    '/letters\\.spec',
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
if (!installed) missing('MariaDB', 'mariadb-server', "Half of the API's tests");
if (!redis) missing('Redis', 'redis-server', 'The tests of what instances share');

/** Jest reads this first, so the specs that it looks for are compiled here, unless that was done for both databases. */
module.exports = async () => {
  if (process.env.SPECS !== 'compiled') await (await import('./test/compile.mjs')).compileSpecs();
  return {
    projects: [sqlite, mariadb],
    reporters: ['default', join(root, 'tools/failed-tests.cjs')],
    passWithNoTests: !installed,
    // for each database: more of them compile the same code anew and take the caches from each other
    maxWorkers: 2,
  };
};
