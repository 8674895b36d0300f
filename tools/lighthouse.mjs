/**
 * `npm run lighthouse`: how the pages that buyers arrive at score on a phone, as Lighthouse 12 measures it. Starts the
 * built marketplace with its demo and prints the median of three runs a page. Lighthouse weighs 185 MB, so it is no
 * dependency: the first run installs it below node_modules/.cache, where the demo stays too.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const VERSION = '12.8.2';
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FIGURES = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
};
const CHROMIUM = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, 'node_modules/.cache/lighthouse');
const cli = join(cache, 'node_modules/lighthouse/cli/index.js');

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}.`);
}

function install() {
  if (existsSync(cli)) return;
  console.log(`Installing Lighthouse ${VERSION}, once …`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `lighthouse@${VERSION}`], {
    cwd: cache,
  });
}

/** A process of its own on a free port. @returns its address, and how to end it */
async function startMarketplace() {
  const server = spawn(process.execPath, [join(root, 'dist/api/apps/api/src/main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATA_DIR: join(cache, 'data'), DEMO: 'true', RATE_LIMIT_SCALE: '0' },
  });
  let output = '';
  const url = await new Promise((found, failed) => {
    server.once('exit', (status) => failed(new Error(`The marketplace ended with ${status}: ${output}`)));
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const address = /open at (http:\/\/\S+)/.exec(output)?.[1];
      if (address) found(address);
    });
  });
  return { url, stop: () => server.kill('SIGTERM') };
}

/** @param tries that are left when the browser, and not the page, was at fault */
function measure(url, tries = 3) {
  const args = [
    ...[cli, url, '--quiet', '--output=json', `--chrome-flags=${FLAGS}`],
    `--only-categories=${CATEGORIES.join(',')}`,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: CHROMIUM },
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (status !== 0 && tries > 1) return measure(url, tries - 1);
  if (status !== 0) throw new Error(`Lighthouse ended with ${status} at ${url}: ${stderr}`);
  return JSON.parse(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** What keeps a score from 100; of performance only what Lighthouse counts. */
const shortfalls = ({ categories, audits }) =>
  CATEGORIES.flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9)
      .map(({ id }) => `${category}: ${audits[id].title} ${audits[id].displayValue ?? ''}`.trim()),
  );

run(join(root, 'node_modules/.bin/nx'), ['run-many', '-t', 'build', '--outputStyle=static'], {
  stdio: 'ignore',
});
install();
const { url, stop } = await startMarketplace();
try {
  const { items } = await (await fetch(`${url}/api/products?sort=rating&limit=1`)).json();
  const pages = { home: '/', list: '/products', product: `/products/${items[0].id}` };
  const table = {};
  const notes = [];
  for (const [page, path] of Object.entries(pages)) {
    const reports = Array.from({ length: RUNS }, () => measure(url + path));
    const scoreOf = (category) =>
      median(reports.map((each) => Math.round(each.categories[category].score * 100)));
    const figureOf = (audit) => median(reports.map((each) => each.audits[audit].numericValue));
    table[page] = {
      ...Object.fromEntries(CATEGORIES.map((category) => [category, scoreOf(category)])),
      ...Object.fromEntries(
        Object.entries(FIGURES).map(([name, audit]) => [
          name,
          name === 'CLS' ? figureOf(audit).toFixed(3) : `${Math.round(figureOf(audit))} ms`,
        ]),
      ),
    };
    notes.push(...new Set(reports.flatMap(shortfalls).map((line) => `${page}: ${line}`)));
  }
  console.table(table);
  if (notes.length > 0) console.log(`Below 90:\n${notes.join('\n')}`);
} finally {
  stop();
}
