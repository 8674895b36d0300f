const { resolve } = require('node:path');
const limitTime = require('./time-limit.cjs');

/** A private MariaDB. A file of its own: Jest runs one that projects share for one of them only. */
module.exports = async () => {
  limitTime();
  const { startMariaDb } = await import(resolve(__dirname, '../../../tools/services.mjs'));
  globalThis.mariaDb = await startMariaDb();
  process.env.TEST_MARIADB_URL = globalThis.mariaDb.url;
};
