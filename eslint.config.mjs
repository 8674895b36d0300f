import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const serverOnly = {
  group: ['@nestjs/*', 'typeorm', 'class-validator', 'class-transformer'],
  message: 'The browser must not load server code.',
};

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/data/**', '**/*.gen.ts', '**/*.cjs', '**/*.mjs', '**/*.mts', '**/public/**'],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/migrations/*.ts', '**/demo/content/*.ts', '**/*.spec.ts', '**/*.spec.tsx'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['apps/storefront/**/*.{ts,tsx}', 'libs/api-client/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [serverOnly] }] },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
);
