/** Requests for sqlmap, made from the OpenAPI document: valid ones as far as examples and the given marketplace go. */

export const PASSWORD = 'correct horse battery';

/** sqlmap puts its payloads in its place. */
export const MARK = '*';

/** Operation → fields that must be other ones, so that the caller is still there and signed in afterwards. */
const exceptions = ({ partToCancel }) => ({
  'POST /api/auth/register': { username: 'somebody', email: 'somebody@example.com' },
  'POST /api/auth/logout': { everywhere: 'no' },
  'DELETE /api/auth/profile': { password: 'not the password' },
  'GET /api/orders': { status: 'pending' },
  'GET /api/orders/my-sales': { status: 'pending' },
  'GET /api/admin/orders': { status: 'pending' },
  'PUT /api/orders/{id}': { status: 'shipped' },
  'POST /api/orders/{id}/cancel': { partId: partToCancel },
});

/** Kind of thing that the path names → which of the marketplace's; what takes things away gets the spare ones. */
const THINGS = [
  [/\/imports\/\{importId\}/, ({ store, importId }) => [store, importId]],
  [/\/images\/\{imageId\}/, ({ product, images }, isSpare) => [product, images[isSpare ? 1 : 0]]],
  [/\/coupons\/\{couponId\}/, ({ store, coupons }, isSpare) => [store, coupons[isSpare ? 1 : 0]]],
  [/\/statements\/\{month\}/, ({ store, month }) => [store, month]],
  [/\/payouts\/\{id\}/, ({ payout }) => [payout]],
  [/\/addresses\/\{id\}/, ({ addresses }, isSpare) => [addresses[isSpare ? 1 : 0]]],
  [/\/categories\/\{id\}/, ({ fields }) => [fields.categoryId]],
  [/\/webhook\/\{provider\}/, () => ['test']],
  [/\/stores\/\{id\}/, ({ store, spareStore }, isSpare) => [isSpare ? spareStore : store]],
  [/^POST .*\/products\/\{id\}\/reviews/, ({ unreviewed }) => [unreviewed]],
  [/\/products\/\{id\}/, ({ product, spareProduct }, isSpare) => [isSpare ? spareProduct : product]],
  [/\/admin\/reviews\/\{id\}/, ({ spareReview }) => [spareReview]],
  [/\/reviews\/\{id\}/, ({ review }) => [review]],
  [/\/orders\/\{id\}\/downloads\//, ({ bought }) => [bought.id, bought.items[0].id]],
  [/\/downloads\/\{token\}/, ({ downloadToken }) => [downloadToken]],
  [/\/orders\/\{id\}\/cancel/, ({ orderToCancel }) => [orderToCancel]],
  [/\/orders\/\{id\}/, ({ order }) => [order]],
  [/\/vendors\/\{id\}/, ({ vendor }) => [vendor]],
  [/\/users\/\{id\}/, ({ spareUser }) => [spareUser]],
  [/\/items\/\{id\}/, ({ cartItem }) => [cartItem]],
  [/\/keys\/\{id\}/, ({ key }) => [key]],
  [/\/sessions\/\{id\}/, ({ session }) => [session]],
];

/** Those that have a parameter; what staff do, and then what deletes, last. */
export function requestsFrom(document, market) {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, described]) =>
      requestsTo({ document, market, method: method.toUpperCase(), path, described }),
    ),
  );
  return all.filter(({ params }) => params > 0).sort((a, b) => rank(a) - rank(b));
}

function rank({ name, method, role }) {
  if (method === 'DELETE') return name.includes('{') ? 2 : 3;
  return role === 'staff' && method === 'POST' ? 1 : 0;
}

function requestsTo(asked) {
  const { described, method, path, market } = asked;
  const name = `${method} ${path}`;
  const first = requestOf({ ...asked, name, known: { ...market.fields, ...exceptions(market)[name] } });
  const more = [];
  if (name === 'POST /api/orders') {
    // a total that is not the cart's any more would refuse all else
    const known = { ...market.fields, expectedTotal: '20.00' };
    more.push({ ...requestOf({ ...asked, name: `${name}, with a total`, known }), role: 'spare' });
  }
  const headers = parametersIn('header', described).map((header) => [header.name, 'mug']);
  if (headers.length > 0) {
    // one key for different bodies would be refused; sqlmap leaves what it takes for a token to level 4
    const unmarked = { markedPath: first.path, markedBody: first.body };
    more.push({ ...first, ...unmarked, name: `${name}, headers`, headers, params: headers.length, level: 4 });
  }
  const names = parametersIn('query', described).map((parameter) => parameter.name);
  if (names.includes('cursor')) {
    // a cursor of the list with other filters is refused, so that it must not be there when those are tried
    const known = { ...Object.fromEntries(names.map((each) => [each, undefined])), limit: 1 };
    more.push({ ...requestOf({ ...asked, name: `${name}, next page`, known }), isPaged: true });
  }
  return [first, ...more];
}

const parametersIn = (place, { parameters = [] }) => parameters.filter((parameter) => parameter.in === place);

function requestOf({ document, market, method, path, described, name, known }) {
  const { schemas } = document.components;
  const queries = parametersIn('query', described)
    .filter((parameter) => parameter.name !== 'cursor')
    .map((parameter) => [parameter.name, valueOf(parameter.schema, schemas, known, parameter.name)])
    .filter(([, value]) => value !== undefined);
  const schema = described.requestBody?.content['application/json']?.schema;
  const body = schema && valueOf(schema, schemas, known);
  const ids = idsOf(`${method} ${path}`, market);
  return {
    ...{
      name,
      method,
      headers: [],
      level: 2,
      orders: name.startsWith('POST /api/orders') && !path.includes('{'),
    },
    role: roleOf(described['x-access'], path),
    path: pathWith(path, ids),
    markedPath: pathWith(path, ids, MARK),
    query: queries,
    body: body && JSON.stringify(body),
    markedBody: body && JSON.stringify(body, markLeaf).replaceAll(/"(-?[\d.]+|true|false)~"/g, `$1${MARK}`),
    params: ids.length + queries.length + (body ? leaves(body) : 0),
  };
}

export const queryOf = (pairs, mark = '') =>
  pairs.length > 0
    ? `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}${mark}`).join('&')}`
    : '';

/** sqlmap finds the places in JSON itself, but leaves out what it takes for tokens. */
function markLeaf(_, value) {
  if (typeof value === 'string') return `${value}${MARK}`;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}~` : value;
}

function roleOf(access, path) {
  if (access === 'staff') return 'staff';
  return access === 'vendor' || access === 'owner' || /\/stores|\/items\/\{id\}/.test(path)
    ? 'vendor'
    : 'buyer';
}

function idsOf(operation, market) {
  if (!operation.includes('{')) return [];
  const [, find] = THINGS.find(([pattern]) => pattern.test(operation)) ?? [];
  if (!find) throw new Error(`${operation} names a thing that tools/sqlmap-requests.mjs does not know.`);
  return find(market, /^DELETE|\/admin\//.test(operation));
}

function pathWith(path, ids, mark = '') {
  const left = [...ids];
  return path.replace(/\{\w+\}/g, () => `${left.shift()}${mark}`);
}

function valueOf(schema, schemas, known, name) {
  if (name in known) return known[name];
  if (schema.example !== undefined) return schema.example;
  const choice = schema.$ref
    ? schemas[schema.$ref.split('/').pop()]
    : (schema.oneOf ?? schema.anyOf ?? schema.allOf)?.[0];
  if (choice) return valueOf(choice, schemas, known);
  if (schema.enum) return schema.enum[0];
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .map(([field, inner]) => [field, valueOf(inner, schemas, known, field)])
          .filter(([, value]) => value !== undefined),
      );
    case 'number':
    case 'integer':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return 'mug';
  }
}

/** Null is no place for a payload. */
const leaves = (value) =>
  typeof value === 'object' ? Object.values(value ?? {}).reduce((sum, inner) => sum + leaves(inner), 0) : 1;
