/**
 * What every project's Jest shares. Nest 12 and a few of its dependencies ship ESM only, which Jest on Node 20
 * cannot `require`: they are compiled like our own code.
 */
const esmOnly = [
  '@nestjs/',
  'file-type/',
  'strtok3/',
  'token-types/',
  'uint8array-extras/',
  '@tokenizer/',
  '@borewit/',
  'cookie/',
  '@fastify/cookie/',
  'content-disposition/',
  'html-to-text/',
  '@selderee/',
];

module.exports = {
  testEnvironment: 'node',
  reporters: ['default', require.resolve('./tools/failed-tests.cjs')],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')}))`],
  moduleNameMapper: {
    '^@souk/contracts$': '<rootDir>/../../libs/contracts/src/index.ts',
    '^@souk/contracts/(.*)$': '<rootDir>/../../libs/contracts/src/$1.ts',
    '^@souk/api-client$': '<rootDir>/../../libs/api-client/src/index.ts',
  },
  cacheDirectory: '<rootDir>/../../node_modules/.cache/jest',
};
