/** `npm run bench [-- market | scale | login | outside]`: measurements, each bounded, each printed as a table. */
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { products: { type: 'string', default: '10000' } },
});
const [what = 'market', ...rest] = positionals;

if (what === 'market') await (await import('./market.mjs')).benchMarket(Number(values.products));
else if (what === 'scale') await (await import('./scale.mjs')).benchScale();
else if (what === 'login') await (await import('./login.mjs')).benchLogin(...rest);
else if (what === 'outside') await (await import('./outside.mjs')).benchOutside();
else throw new Error('Say what to measure: npm run bench -- market | scale | login | outside');
