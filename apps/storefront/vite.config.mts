import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const library = (path: string) => resolve(root, '../../libs', path);
const reactRouter = (path: string) => resolve(root, '../../node_modules/react-router/dist/production', path);
// The API compares Host and Origin, so the browser's own Host goes through.
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false };

/** The two Latin faces are needed by every first paint; the browser would find them only after the CSS. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /(inter|fraunces)-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
          injectTo: 'head',
        })),
  },
};

/** The package's own entry always has the warnings for developers in it. */
const routerWithoutWarnings = [
  { find: /^react-router$/, replacement: reactRouter('index.mjs') },
  { find: /^react-router\/dom$/, replacement: reactRouter('dom-export.mjs') },
];

export default defineConfig(({ command }) => ({
  root,
  cacheDir: '../../node_modules/.cache/vite',
  plugins: [react(), tailwindcss(), preloadFonts],
  resolve: {
    alias: [
      { find: /^~\//, replacement: `${resolve(root, 'src')}/` },
      { find: /^@souk\/contracts$/, replacement: library('contracts/src/index.ts') },
      { find: /^@souk\/contracts\//, replacement: `${library('contracts/src')}/` },
      { find: /^@souk\/api-client$/, replacement: library('api-client/src/index.ts') },
      ...(command === 'build' ? routerWithoutWarnings : []),
    ],
  },
  server: { port: 4200, strictPort: true, proxy: { '/api': api, '/media': api } },
  build: { outDir: '../../dist/apps/storefront', emptyOutDir: true, sourcemap: false },
}));
