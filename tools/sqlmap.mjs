/**
 * `npm run sqlmap [-- --mariadb] [-- --only <part of an operation's name>]`: sqlmap, from Debian's package of that
 * name, on every parameter that the OpenAPI document names, against a server and a database of its own. Fails when
 * one is injectable, when one was not tried, and when an answer was a 5xx.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MARK, queryOf, requestsFrom } from './sqlmap-requests.mjs';
import { startMarket } from './sqlmap-market.mjs';

const AT_ONCE = 2;
/** For all places of one request: orders, with the cart filled before each, take the longest. */
const LONGEST_MS = 30 * 60_000;

const { values: options } = parseArgs({
  options: { mariadb: { type: 'boolean' }, only: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'souk-sqlmap-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const market = await startMarket(folder, options.mariadb);

const SETTINGS = [
  '--batch',
  '--ignore-stdin',
  '--disable-coloring',
  '--skip-waf',
  '--risk=1',
  '--technique=BEU',
  '--threads=4',
  '--timeout=10',
  '--retries=1',
  '--ignore-code=*',
  `--dbms=${options.mariadb ? 'MySQL' : 'SQLite'}`,
];

function sqlmap(args) {
  const child = spawn('sqlmap', args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => done(Buffer.concat(output).toString()));
  });
}

async function ask({ method, path, query, headers, body }, authorization) {
  const answer = await fetch(market.base + path + queryOf(query), {
    method,
    body,
    headers: {
      authorization,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...Object.fromEntries(headers),
    },
  });
  const isJson = String(answer.headers.get('content-type')).includes('json');
  return { status: answer.status, answer: isJson ? await answer.json() : null };
}

/** Null for a list that ends on its first page. */
async function nextPage(request, authorization) {
  const { nextCursor } = (await ask(request, authorization)).answer;
  return (
    nextCursor && {
      ...request,
      query: [...request.query, ['cursor', nextCursor]],
      params: request.params + 1,
    }
  );
}

async function tryOut(planned, index) {
  const authorization = await market.signIn(planned.role);
  const request = planned.isPaged ? await nextPage(planned, authorization) : planned;
  if (!request) return null;
  if (request.orders) await ask(FILL, authorization);
  const { status } = await ask(request, authorization);
  const headers = [
    `Authorization: ${authorization}`,
    ...(request.body ? ['Content-Type: application/json'] : []),
    ...request.headers.map(([name, value]) => `${name}: ${value}${MARK}`),
  ];
  const output = await sqlmap([
    ...SETTINGS,
    `--output-dir=${join(folder, String(index))}`,
    `--url=${market.base}${request.markedPath}${queryOf(request.query, request.headers.length > 0 ? '' : MARK)}`,
    `--level=${request.level}`,
    `--method=${request.method}`,
    `--headers=${headers.join('\\n')}`,
    ...(request.body ? [`--data=${request.markedBody}`] : []),
    ...(request.orders ? REFILLED : []),
  ]);
  return { ...judge(output, request), params: request.params, status, output };
}

/** Every order empties the cart. */
const FILL = {
  ...{ method: 'POST', path: '/api/cart/items', query: [], headers: [] },
  body: JSON.stringify({ productId: market.product, quantity: 1 }),
};
const REFILLED = [`--safe-url=${market.base}${FILL.path}`, `--safe-post=${FILL.body}`, '--safe-freq=1'];

/** Level 4 brings places that nobody asked for. */
const TRIED_HEADER = /parameter '[\w-]+ #\d+\*' does not seem to be injectable/g;
const TRIED = /parameter '(JSON )?#\d+\*' does not seem to be injectable/g;

function judge(output, { params, headers }) {
  const tried = output.match(headers.length > 0 ? TRIED_HEADER : TRIED)?.length ?? 0;
  const refusals = [...output.matchAll(/(\d{3}) \([^)]+\) - (\d+) times/g)].map(
    ([, status, count]) => `${count} × ${status}`,
  );
  if (/identified the following injection point|is vulnerable/.test(output))
    return { tried, refusals, verdict: 'INJECTABLE' };
  const isClean = tried === params && output.includes('all tested parameters do not appear to be injectable');
  if (!isClean) return { tried, refusals, verdict: 'NOT TRIED' };
  return {
    tried,
    refusals,
    verdict: refusals.some((line) => / 5\d\d$/.test(line)) ? 'FAILS' : 'not injectable',
  };
}

const requests = requestsFrom(market.document, market).filter(({ name }) =>
  name.includes(options.only ?? ''),
);
const start = performance.now();
let failed = 0;
let parameters = 0;
console.log(
  '| operation | plain answer | parameters tried | answers that refuse | verdict |\n|---|---|---|---|---|',
);

async function lane(waiting) {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [index, request] = next;
    const result = await tryOut(request, index);
    if (!result) continue;
    const { verdict, tried, params, refusals, status, output } = result;
    console.log(
      `| ${request.name} | ${status} | ${tried} of ${params} | ${refusals.join(', ')} | ${verdict} |`,
    );
    parameters += tried;
    if (verdict === 'not injectable') continue;
    failed += 1;
    console.error(output);
  }
}

const waiting = [...requests.entries()];
await Promise.all(Array.from({ length: AT_ONCE }, () => lane(waiting)));
await market.stop();
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
console.log(`\n${requests.length} requests, ${parameters} parameters, ${failed} failed, ${minutes} min`);
process.exitCode = failed > 0 ? 1 : 0;
