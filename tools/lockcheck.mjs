/** Fails when the lock file lacks a platform's optional package, which breaks `npm ci` on that platform. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const known = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !known.has(name))
    .map((name) => `${name}, wanted by ${path}`),
);
for (const line of missing) console.error(`missing: ${line}`);
process.exitCode = missing.length > 0 ? 1 : 0;
