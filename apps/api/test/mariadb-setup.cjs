const { resolve } = require('node:path');
const refreshMetadata = require('./global-setup.cjs');

/** A private MariaDB. A file of its own: Jest runs one that projects share for one of them only. */
module.exports = async () => {
  await refreshMetadata();
  const { startMariaDb } = await import(resolve(__dirname, '../../../tools/services.mjs'));
  globalThis.mariaDb = await startMariaDb();
  process.env.TEST_MARIADB_URL = globalThis.mariaDb.url;
};
