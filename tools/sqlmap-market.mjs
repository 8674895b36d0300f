/** A built server on an empty database with a few things in it, for sqlmap. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PASSWORD } from './sqlmap-requests.mjs';
import { requireService, startMariaDb } from './services.mjs';

const root = resolve(import.meta.dirname, '..');
const api = join(root, 'dist/api/apps/api/src');
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export async function startMarket(folder, onMariaDb) {
  const built = spawnSync(join(root, 'node_modules/.bin/nx'), ['build', 'api', '--outputStyle=static'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  const mariaDb = onMariaDb ? requireService(await startMariaDb(), 'MariaDB', 'mariadb-server') : null;
  const env = {
    ...process.env,
    DATA_DIR: folder,
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    PORT: '0',
    RATE_LIMIT_SCALE: '0',
    ...(mariaDb ? { DATABASE_URL: mariaDb.url } : {}),
  };
  const staff = ['create-staff', '--username', 'staff', '--email', 'staff@example.com'];
  const told = execFileSync(process.execPath, [join(api, 'cli.js'), ...staff], { env, encoding: 'utf8' });
  const passwords = { staff: told.trim().split('\n').at(-1).trim() };
  const server = spawn(process.execPath, [join(api, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => server.kill());
  const base = await new Promise((open, failed) => {
    server.once('exit', () => failed(new Error('The server ended at once.')));
    server.stdout.on('data', (text) => {
      const [url] = /http:[^\s]+/.exec(String(text)) ?? [];
      if (url) open(url);
    });
  });
  const call = callerOf(base);
  const signIn = async (username) => {
    const body = { username, password: passwords[username] ?? PASSWORD };
    return `Bearer ${(await call('POST', '/auth/login', body)).accessToken}`;
  };
  return {
    base,
    signIn,
    document: await (await fetch(`${base}/api/openapi.json`)).json(),
    ...(await furnish(call, signIn)),
    stop: async () => {
      server.kill();
      await mariaDb?.stop();
    },
  };
}

const callerOf = (base) => async (method, path, body, authorization) => {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${base}/api${path}`, {
    method,
    body: isForm ? body : body && JSON.stringify(body),
    headers: {
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      ...(authorization ? { authorization } : {}),
    },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text && JSON.parse(text);
};

/** Two of what comes in lists, so that they have a next page; spare ones for what deletes and hides. */
async function furnish(call, signIn) {
  const person = async (username, userType) => {
    const { user } = await call('POST', '/auth/register', {
      ...{ username, userType, password: PASSWORD, email: `${username}@example.com` },
    });
    return user.id;
  };
  const vendor = await person('vendor', 'vendor');
  await person('buyer', 'buyer');
  const spareUser = await person('spare', 'buyer');
  const asVendor = (method, path, body) => call(method, path, body, vendorBearer);
  const asBuyer = (method, path, body) => call(method, path, body, buyerBearer);
  const [vendorBearer, buyerBearer] = [await signIn('vendor'), await signIn('buyer')];

  const newStore = async (name) =>
    (await asVendor('POST', '/stores', { name, description: 'A mug and more.' })).id;
  const [store, spareStore] = [await newStore('Mug shop'), await newStore('Spare mug shop')];
  const newProduct = (name, digital = false) =>
    asVendor('POST', '/products', {
      ...{ storeId: store, name, description: 'A mug.', price: '20.00', stockQuantity: 100_000, digital },
    });
  const product = await newProduct('Mug');
  const spareProduct = await newProduct('Spare mug');
  const unreviewed = await newProduct('Another mug');
  const images = [await newImage(asVendor, product), await newImage(asVendor, product)];

  const put = async ({ id }) => (await asBuyer('POST', '/cart/items', { productId: id })).items;
  const buy = async (...products) => {
    for (const each of products) await put(each);
    return asBuyer('POST', '/orders', {
      shippingAddress: ADDRESS,
      payment: { method: 'test', token: 'tok_ok' },
    });
  };
  const order = await buy(product, spareProduct, unreviewed);
  const orderToCancel = await buy(product);
  const pattern = await newProduct('Pattern of a mug', true);
  await asVendor(
    'PUT',
    `/products/${pattern.id}/file`,
    formOf('Around and around.', 'text/plain', 'mug.txt'),
  );
  const bought = await buy(pattern);
  const { url } = await asBuyer('GET', `/orders/${bought.id}/downloads/${bought.items[0].id}`);
  const review = async ({ id }) =>
    (await asBuyer('POST', `/products/${id}/reviews`, { rating: 5, comment: 'A good mug.' })).id;
  const reviews = [await review(product), await review(spareProduct)];
  const newKey = () => asBuyer('POST', '/auth/keys', { name: 'Key', scopes: ['read'] });
  const [{ id: key }] = [await newKey(), await newKey()];
  const { items: sessions } = await asBuyer('GET', '/auth/sessions');
  const [cartItem] = (await asVendor('POST', '/cart/items', { productId: product.id })).items;
  const importId = await newImport(asVendor, store);
  const newCoupon = (code) => asVendor('POST', `/stores/${store}/coupons`, { code, percentOff: 10 });
  const coupons = [(await newCoupon('MUG')).id, (await newCoupon('SPARE')).id];
  const newAddress = () => asBuyer('POST', '/addresses', ADDRESS);
  const addresses = [(await newAddress()).id, (await newAddress()).id];
  const account = { account: 'DE89 3704 0044 0532 0130 00', currentPassword: PASSWORD };
  await asVendor('PUT', `/stores/${store}/payout-account`, account);
  const { id: payout } = await asVendor('POST', `/stores/${store}/payouts`);
  const [category] = (await asVendor('GET', '/categories')).items;

  return {
    ...{ vendor, spareUser, store, spareStore, images, key, review: reviews[0], spareReview: reviews[1] },
    product: product.id,
    spareProduct: spareProduct.id,
    unreviewed: unreviewed.id,
    order: order.id,
    orderToCancel: orderToCancel.id,
    partToCancel: orderToCancel.parts[0].id,
    session: sessions.at(-1).id,
    cartItem: cartItem.id,
    bought,
    downloadToken: url.split('/').at(-1),
    ...{ importId, coupons, addresses, payout, month: new Date().toISOString().slice(0, 7) },
    /** Values by the name of their field, where the document's examples would be refused. */
    fields: {
      ...{ store, vendor, storeId: store, productId: product.id, subjectId: spareUser, limit: 1 },
      ...{ sort: 'newest', search: 'mug', rating: 5, minRating: 1, maxStock: 1_000_000, days: 30 },
      ...{ username: 'buyer', email: 'buyer@example.com', password: PASSWORD, country: 'US' },
      ...{ variantId: product.variants[0].id, partId: order.parts[0].id, shippingFee: '0.00' },
      ...{ currentPassword: 'not the password', newPassword: 'harbour lantern seven', expectedTotal: null },
      ...{ digital: false, facets: true, status: 'active', subjectType: 'user', isActive: true },
      ...{ category: category.slug, categoryId: category.id, variants: undefined },
    },
  };
}

const ADDRESS = {
  ...{ name: 'Jo Rivers', address: '12 Harbour Street', city: 'Portland' },
  ...{ state: 'OR', zipcode: '97201', country: 'US' },
};

function formOf(content, type, name) {
  const form = new FormData();
  form.set('file', new Blob([content], { type }), name);
  return form;
}

async function newImage(asVendor, { id }) {
  const picture = formOf(Buffer.from(PIXEL, 'base64'), 'image/png', 'pixel.png');
  return (await asVendor('POST', `/products/${id}/images`, picture)).id;
}

async function newImport(asVendor, store) {
  const csv = 'Handle,Title,Body (HTML),Type,Variant Price\nmug-1,Mug,A mug,Drinkware,20.00\n';
  const { id } = await asVendor('POST', `/stores/${store}/imports`, formOf(csv, 'text/csv', 'mugs.csv'));
  for (;;) {
    const { status } = await asVendor('GET', `/stores/${store}/imports/${id}`);
    if (status === 'done') return id;
    if (status === 'failed') throw new Error('The import failed.');
    await wait(50);
  }
}
