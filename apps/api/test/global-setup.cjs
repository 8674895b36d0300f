const { resolve } = require('node:path');

/** Swagger's metadata for the contract checks, and a private MariaDB for the suite's second run. */
module.exports = async (_options, { displayName }) => {
  const tools = resolve(__dirname, '../../../tools');
  const { refreshSwaggerMetadata } = await import(`${tools}/swagger-metadata.mjs`);
  refreshSwaggerMetadata();
  if (!String(displayName?.name ?? displayName).includes('mariadb')) return;
  const { startMariaDb } = await import(`${tools}/services.mjs`);
  globalThis.mariaDb = await startMariaDb();
  process.env.TEST_MARIADB_URL = globalThis.mariaDb.url;
};
