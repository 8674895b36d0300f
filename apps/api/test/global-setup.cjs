const { resolve } = require('node:path');

/** Swagger's metadata for the contract checks. */
module.exports = async () => {
  const { refreshSwaggerMetadata } = await import(resolve(__dirname, '../../../tools/swagger-metadata.mjs'));
  refreshSwaggerMetadata();
};
