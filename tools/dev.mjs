/** `npm run dev`: the API, compiled and run again on every save, and Vite's server for the SPA in front of it. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const run = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

const children = [
  run('tools/build-api.mjs', '--watch'),
  run('node_modules/vite/bin/vite.js', 'apps/storefront', '--config', 'apps/storefront/vite.config.mts'),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
for (const child of children) child.once('exit', stop);
