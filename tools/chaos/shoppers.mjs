/** People who buy, and do not give up when nobody answers. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 180_000;
const AGAIN_MS = 150;
const PASSWORD = 'a long passphrase of the vendor';
const address = {
  name: 'Jo Rivers',
  address: '12 Harbour Street',
  city: 'Portland',
  state: 'OR',
  zipcode: '97201',
  country: 'US',
};

/** What all that was asked came to. A failure is what its buyer would see as one: no answer, or a fault of the server. */
export const tally = { asked: 0, failed: 0, times: [] };

const isFinal = ({ status, code }) => status < 500 && status !== 429 && code !== 'REQUEST_IN_PROGRESS';

/** Asks until there is an answer that says what became of it. */
export async function ask(url, method, path, body, headers = {}) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(AGAIN_MS)) {
    tally.asked += 1;
    const asked = performance.now();
    try {
      const answer = await fetch(`${url}/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      });
      const content = await answer.json();
      tally.times.push(performance.now() - asked);
      const known = { status: answer.status, code: content.error?.code, body: content };
      if (isFinal(known)) return known;
      if (answer.status >= 500 || answer.status === 429) tally.failed += 1;
    } catch {
      // killed in the middle, or not there yet
      tally.failed += 1;
    }
  }
  throw new Error(`No answer to ${method} ${path} within ${PATIENCE_MS / 1000} s.`);
}

async function made(url, path, body, headers) {
  const answer = await ask(url, 'POST', path, body, headers);
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** @returns the variants that are for sale, each `{ productId, variantId, stock }` */
export async function openStores(url, stores, products, stock) {
  const goods = [];
  for (let store = 1; store <= stores; store += 1) {
    const username = `vendor${store}`;
    const account = { username, email: `${username}@example.com`, password: PASSWORD, userType: 'vendor' };
    const { accessToken } = await made(url, '/auth/register', account);
    const headers = { authorization: `Bearer ${accessToken}` };
    const shop = { name: `Store ${store}`, description: 'Sells what is wanted.', shippingFee: '4.90' };
    const { id: storeId } = await made(url, '/stores', shop, headers);
    for (let nth = 1; nth <= products; nth += 1) {
      const price = (5 + nth * 1.37).toFixed(2);
      const thing = { storeId, name: `Thing ${store}.${nth}`, description: 'A thing.', price };
      const { id, variants } = await made(url, '/products', { ...thing, stockQuantity: stock }, headers);
      goods.push({ productId: id, variantId: variants[0].id, stock });
    }
  }
  return goods;
}

/**
 * One cart, one key, the same request several times at once.
 * @returns what each was told: status, order, and whether it is paid
 */
export async function shop(url, { name, lines, token, times = 3 }) {
  let cart;
  for (const { productId, variantId, quantity } of lines) {
    const headers = cart ? { 'x-cart-token': cart } : {};
    const answer = await ask(url, 'POST', '/cart/items', { productId, variantId, quantity }, headers);
    if (answer.status === 201) cart = answer.body.token;
  }
  if (!cart) return [];
  const order = {
    email: `${name}@example.com`,
    shippingAddress: address,
    payment: { method: 'test', token },
  };
  const headers = { 'x-cart-token': cart, 'idempotency-key': randomUUID() };
  const answers = await Promise.all(
    Array.from({ length: times }, () => ask(url, 'POST', '/orders', order, headers)),
  );
  return answers.map(({ status, code, body }) => ({ status, code, orderId: body.id, isPaid: body.complete }));
}
