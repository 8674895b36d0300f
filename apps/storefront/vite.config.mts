import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
/** Bytes. */
const WORTH_COMPRESSING = 1024;
const library = (path: string) => resolve(root, '../../libs', path);
const reactRouter = (path: string) => resolve(root, '../../node_modules/react-router/dist/production', path);
// The API compares Host and Origin, so the browser's own Host goes through.
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false };

/** The face of the name in the header, which is painted first; the browser would find it only after the CSS. */
const preloadFont: Plugin = {
  name: 'preload-font',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /fraunces-latin-600-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
          injectTo: 'head',
        })),
  },
};

/** As small as Brotli can: done once here, and not by the server for everybody. */
const compress: Plugin = {
  name: 'compress',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file));
    for (const file of files) {
      const bytes = await readFile(join(dir, file));
      if (bytes.length > WORTH_COMPRESSING)
        await writeFile(join(dir, `${file}.br`), brotliCompressSync(bytes));
    }
  },
};

/** The package's own entry always has the warnings for developers in it. */
const routerWithoutWarnings = [
  { find: /^react-router$/, replacement: reactRouter('index.mjs') },
  { find: /^react-router\/dom$/, replacement: reactRouter('dom-export.mjs') },
];

/**
 * What every visit needs comes in three files: dozens of small ones would wait for one another. The third is the entry.
 * Each takes along what its modules import, unless that belongs to one before it.
 */
const FIRST_CHUNKS = [
  {
    name: 'vendor',
    priority: 2,
    test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core)|openapi-fetch)\//,
  },
  { name: 'shop', priority: 1, test: /src\/app\/routes\/(home|products|product|store)\.tsx$/ },
];

export default defineConfig(({ command }) => ({
  root,
  cacheDir: '../../node_modules/.cache/vite',
  plugins: [react(), tailwindcss(), preloadFont, compress],
  resolve: {
    alias: [
      { find: /^~\//, replacement: `${resolve(root, 'src')}/` },
      { find: /^@souk\/contracts$/, replacement: library('contracts/src/index.ts') },
      { find: /^@souk\/contracts\//, replacement: `${library('contracts/src')}/` },
      { find: /^@souk\/api-client$/, replacement: library('api-client/src/index.ts') },
      ...(command === 'build' ? routerWithoutWarnings : []),
    ],
  },
  server: { port: 4200, strictPort: true, proxy: { '/api': api, '/media': api, '/dev/mail': api } },
  build: {
    outDir: '../../dist/apps/storefront',
    emptyOutDir: true,
    sourcemap: false,
    rolldownOptions: { output: { codeSplitting: { groups: FIRST_CHUNKS } } },
  },
}));
