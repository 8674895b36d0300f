import { refusalOf } from './judge';
import type { World, Role } from './world';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** An id in a body or a query that names something of somebody else. */
interface Reference {
  name: string;
  as: Role;
  method: Method;
  url: (world: World) => string;
  /** What is sent with the id in its place. */
  body?: (id: number, world: World) => object;
  foreign: (world: World) => number;
  status: number;
  /** The id may be known, and only its use is refused: a missing one is told apart. */
  visible?: true;
}

const product = (storeId: number) => ({
  storeId,
  name: 'Mine now',
  description: 'A thing.',
  price: '3.00',
  stockQuantity: 1,
});
const own = (world: World, kind: string) => world.of(kind)[0]?.id;
const variants = (id: number) => ({
  variants: [{ id, options: { Size: 'M' }, price: '1.00', stockQuantity: 1 }],
});

export const REFERENCES: Reference[] = [
  {
    name: 'a product into a store of somebody else',
    as: 'other vendor',
    method: 'POST',
    url: () => '/products',
    body: product,
    foreign: ({ listedStore }) => listedStore.id,
    status: 403,
    visible: true,
  },
  {
    name: 'a product into a hidden store of somebody else',
    as: 'other vendor',
    method: 'POST',
    url: () => '/products',
    body: product,
    foreign: ({ hiddenStore }) => hiddenStore.id,
    status: 404,
  },
  {
    name: "a variant of somebody else's product into the own one",
    as: 'vendor',
    method: 'PATCH',
    url: (world) => `/products/${own(world, 'product')}`,
    body: variants,
    foreign: ({ goods }) => goods.variants[0]?.id ?? 0,
    status: 400,
  },
  {
    name: 'the own product into a store of somebody else',
    as: 'vendor',
    method: 'PATCH',
    url: (world) => `/products/${own(world, 'product')}`,
    body: (storeId) => ({ storeId }),
    foreign: ({ otherStore }) => otherStore.id,
    status: 400,
  },
  {
    name: 'a hidden product into the cart',
    as: 'other buyer',
    method: 'POST',
    url: () => '/cart/items',
    body: (productId) => ({ productId }),
    foreign: (world) => world.of('product')[1]?.id ?? 0,
    status: 404,
  },
  {
    name: "another product's variant into the cart",
    as: 'other buyer',
    method: 'POST',
    url: () => '/cart/items',
    body: (variantId, world) => ({ variantId, productId: own(world, 'product') }),
    foreign: ({ goods }) => goods.variants[0]?.id ?? 0,
    status: 404,
  },
  ...(['PUT', 'POST'] as const).map((method) => ({
    name: `a part of another order, ${method === 'PUT' ? 'to ship' : 'to cancel'} it`,
    as: 'vendor' as const,
    method,
    url: (world: World) => `/orders/${own(world, 'order')}${method === 'PUT' ? '' : '/cancel'}`,
    body: (partId: number) => ({ partId, ...(method === 'PUT' ? { status: 'shipped' } : {}) }),
    foreign: ({ otherPart }: World) => otherPart,
    status: 404,
  })),
  ...['/products/my-products', '/orders/my-sales', '/orders/my-sales/summary', '/reviews/received'].map(
    (url) => ({
      name: `${url} of a store of somebody else`,
      as: 'other vendor' as const,
      method: 'GET' as const,
      url: () => `${url}?store=`,
      foreign: ({ listedStore }: World) => listedStore.id,
      status: 200,
    }),
  ),
];

/** What comes back for the id of somebody else, and for one that was never given. */
export async function tell(world: World, reference: Reference) {
  const { app } = world.test;
  const ask = async (id: number) => {
    const { as, method, url, body } = reference;
    const { statusCode, payload } = await app.inject({
      method,
      url: `/api${url(world)}${body ? '' : id}`,
      headers: { authorization: `Bearer ${world.people[as].tokens.accessToken}` },
      ...(body ? { payload: body(id, world) } : {}),
    });
    return { status: statusCode, words: refusalOf({ statusCode, payload, headers: {} }) };
  };
  return { foreign: await ask(reference.foreign(world)), missing: await ask(world.missing.id) };
}
