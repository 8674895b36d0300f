/**
 * `npm run bench -- login http://127.0.0.1:3000 hannabrandt`: does the time of a refused sign-in tell who has an
 * account? Against a server with RATE_LIMIT_SCALE=0; a known and an unknown name take turns, so that both see the same
 * load. Ends after 500 pairs or two minutes.
 */
import { randomUUID } from 'node:crypto';

const PAIRS = 500;
const WARM_UP = 10;
const LONGEST_MS = 120_000;

async function refusal(base, username) {
  const body = JSON.stringify({ username, password: 'certainly not the password' });
  const start = performance.now();
  const response = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await response.arrayBuffer();
  const took = performance.now() - start;
  if (response.status === 401) return took;
  const hint = response.status === 429 ? ': start the server with RATE_LIMIT_SCALE=0' : '';
  throw new Error(`Expected 401, got ${response.status}${hint}.`);
}

const median = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** As long as a name that is known: what is measured is the server, not the line. */
const unknownName = (known) => randomUUID().slice(0, known.length);

export async function benchLogin(base = 'http://127.0.0.1:3000', known = 'hannabrandt') {
  for (let warm = 0; warm < WARM_UP; warm++) await refusal(base, warm % 2 ? known : unknownName(known));

  const times = { known: [], unknown: [] };
  const end = performance.now() + LONGEST_MS;
  for (let pair = 0; pair < PAIRS && performance.now() < end; pair++) {
    const turns = [
      ['known', known],
      ['unknown', unknownName(known)],
    ];
    // neither always follows the other
    for (const [kind, name] of pair % 2 ? turns : turns.reverse())
      times[kind].push(await refusal(base, name));
  }

  const [knownMs, unknownMs] = [median(times.known), median(times.unknown)];
  console.log(`pairs             ${times.unknown.length}`);
  console.log(`known, median     ${knownMs.toFixed(2)} ms`);
  console.log(`unknown, median   ${unknownMs.toFixed(2)} ms`);
  console.log(
    `difference        ${Math.abs(knownMs - unknownMs).toFixed(2)} ms, ${((100 * Math.abs(knownMs - unknownMs)) / knownMs).toFixed(1)} %`,
  );
}
