const preset = require('../../jest.preset.cjs');

const [[pattern, [compiler, options]]] = Object.entries(preset.transform);
const jsx = structuredClone(options);
jsx.jsc.parser.tsx = true;
jsx.jsc.transform.react = { runtime: 'automatic' };

// These ship ESM only.
const esmOnly = [
  'openapi-fetch',
  '@tanstack/react-table',
  '@tanstack/table-core',
  '@tanstack/react-store',
  '@tanstack/store',
];

module.exports = {
  ...preset,
  displayName: 'storefront',
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/environment.cjs',
  setupFiles: ['<rootDir>/test/globals.cjs'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  transform: { [pattern]: [compiler, jsx] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/empty.cjs',
    '^~/(.*)$': '<rootDir>/src/$1',
    ...preset.moduleNameMapper,
  },
};
