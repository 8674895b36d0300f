import { randomUUID } from 'node:crypto';
import { orderInput } from '../factories';
import { PICTURE } from './makers';
import type { Operation } from './operations';
import type { Thing } from './rules';
import type { Role, World } from './world';

/** How an operation is asked for with a valid, minimal request. */
export interface Recipe {
  query?: Record<string, string>;
  body?: (world: World, thing: Thing, role: Role | null) => object;
  file?: { name: string; type: string; bytes: Buffer };
  /** It uses its thing up, so that every caller who may do it needs one of their own. */
  usesUp?: true;
  /** It ends the session that asks. */
  endsSession?: true;
  /** The request is wrong on purpose, because the right one costs the suite too much; own specs prove that one. */
  invalid?: true;
}

const picture = { name: 'pixel.png', type: 'image/png', bytes: PICTURE };
const text = { name: 'file.txt', type: 'text/plain', bytes: Buffer.from('text') };
const csv = {
  name: 'import.csv',
  type: 'text/csv',
  bytes: Buffer.from('Handle,Title,Body (HTML),Variant Price\nmug,Mug,A mug,9.00\n'),
};
const hiddenStays = ({ label }: Thing) => !label.startsWith('hidden');
const store = (_: World, thing: Thing) => ({
  name: `${thing.label} again`,
  description: 'Things.',
  isActive: hiddenStays(thing),
});
const product = (_: World, thing: Thing) => ({
  name: `${thing.label} again`,
  description: 'A thing.',
  price: '3.00',
  stockQuantity: 900,
  digital: true,
  isActive: hiddenStays(thing),
});
const act = () => ({ reason: 'Counterfeit, reported three times.' });
const review = () => ({ rating: 4, comment: 'Good.' });

/** For those that need more than their address. */
const RECIPES: Record<string, Recipe> = {
  'GET /api/products/suggestions': { query: { q: 'mug' } },
  'POST /api/auth/register': { body: () => ({}), invalid: true },
  'POST /api/auth/login': { body: () => ({}), invalid: true },
  'POST /api/auth/refresh': { body: () => ({ refreshToken: 7 }), invalid: true },
  'POST /api/auth/logout': { body: () => ({}), endsSession: true },
  'POST /api/auth/password/change': { body: () => ({}), invalid: true },
  'PUT /api/auth/profile': { body: (_, __, role) => ({ email: `${role?.replace(' ', '.')}@example.com` }) },
  'DELETE /api/auth/profile': { body: () => ({}), invalid: true },
  'POST /api/auth/password/forgot': { body: () => ({}), invalid: true },
  'POST /api/auth/password/reset': { body: () => ({}), invalid: true },
  'POST /api/auth/email/verify': { body: () => ({}), invalid: true },
  'POST /api/notifications/unsubscribe': { body: () => ({}), invalid: true },
  'DELETE /api/auth/sessions/{id}': { usesUp: true },
  'POST /api/auth/keys': { body: () => ({ name: 'Key', scopes: ['read'] }) },
  'DELETE /api/auth/keys/{id}': { usesUp: true },
  'PATCH /api/auth/profile': { body: () => ({ phone: '+49 30 1234567' }) },

  'PUT /api/notifications/preferences': { body: () => ({ items: [] }) },
  'POST /api/notifications/read-all': { body: () => ({ upTo: 1 }) },

  'POST /api/stores': { body: () => ({ name: 'One more', description: 'Things.' }) },
  'PUT /api/stores/{id}': { body: store },
  'PATCH /api/stores/{id}': { body: () => ({ phone: '+49 30 1234567' }) },
  'DELETE /api/stores/{id}': { usesUp: true },
  'PUT /api/stores/{id}/logo': { file: picture },
  'PUT /api/stores/{id}/banner': { file: picture },
  'POST /api/stores/{id}/coupons': {
    body: () => ({ code: randomUUID().slice(0, 8), percentOff: 5 }),
  },
  'PUT /api/stores/{id}/coupons/{couponId}': { body: () => ({ code: 'RENEWED', percentOff: 5 }) },
  'PATCH /api/stores/{id}/coupons/{couponId}': { body: () => ({ percentOff: 6 }) },
  'DELETE /api/stores/{id}/coupons/{couponId}': { usesUp: true },
  'POST /api/stores/{id}/imports': { file: csv },
  'POST /api/stores/{id}/imports/{importId}/undo': { invalid: true },

  'POST /api/stores/{id}/payouts': { invalid: true },
  'PUT /api/stores/{id}/payout-account': { body: () => ({}), invalid: true },

  'POST /api/products': {
    body: ({ stores, listedStore }, _, role) => ({
      storeId: ((role && stores.get(role)) ?? listedStore).id,
      name: 'One more',
      description: 'A thing.',
      price: '3.00',
      stockQuantity: 1,
    }),
  },
  'PATCH /api/products/bulk': {
    body: ({ goods }) => ({ items: [{ id: goods.id }], change: { isActive: true } }),
  },
  'PUT /api/products/{id}': { body: product },
  'PATCH /api/products/{id}': { body: () => ({ stockQuantity: 800 }) },
  'DELETE /api/products/{id}': { usesUp: true },
  'POST /api/products/{id}/images': { file: picture },
  'PATCH /api/products/{id}/images/{imageId}': { body: () => ({ alt: 'Seen from above' }) },
  'DELETE /api/products/{id}/images/{imageId}': { usesUp: true },
  'PUT /api/products/{id}/file': { file: text },

  'POST /api/cart/items': { body: ({ goods }) => ({ productId: goods.id }) },
  'PUT /api/cart/items/{id}': { body: () => ({ quantity: 2 }), usesUp: true },
  'DELETE /api/cart/items/{id}': { usesUp: true },
  'POST /api/addresses': { body: () => orderInput.shippingAddress },
  'PUT /api/addresses/{id}': { body: () => orderInput.shippingAddress },
  'PATCH /api/addresses/{id}': { body: () => ({ name: 'Jo Brooks' }) },
  'DELETE /api/addresses/{id}': { usesUp: true },
  'POST /api/wish-list': { body: ({ goods }) => ({ productId: goods.id }) },
  'DELETE /api/wish-list/{id}': { usesUp: true },
  'PUT /api/cart/coupon': { body: () => ({}), invalid: true },
  'POST /api/orders': { body: () => orderInput },
  'POST /api/orders/my-sales/ship': { body: () => ({ items: [{ partId: 2_000_000_000 }] }) },
  'PUT /api/orders/{id}': { body: () => ({ status: 'shipped' }), usesUp: true },
  'GET /api/downloads/{token}': { invalid: true },
  'POST /api/orders/{id}/claim': {
    body: (_world, { children }) => ({ token: children?.token ?? 'guessed' }),
    usesUp: true,
  },
  'POST /api/orders/{id}/parts/{partId}/refunds': { body: () => ({ amount: '0.01', reason: 'A scratch.' }) },
  'POST /api/payments/webhook/{provider}': { invalid: true },
  'POST /api/orders/{id}/parts/{partId}/returns': {
    body: () => ({ lines: [{ itemId: 2_000_000_000, quantity: 1 }], reason: 'damaged' }),
    invalid: true,
  },
  'POST /api/payments/test/confirmations': { body: () => ({}), invalid: true },
  'POST /api/orders/{id}/returns/{returnId}/accept': { body: () => ({}), usesUp: true },
  'POST /api/orders/{id}/returns/{returnId}/refuse': { body: act, usesUp: true },
  'POST /api/orders/{id}/returns/{returnId}/withdraw': { usesUp: true },
  'POST /api/orders/{id}/cancel': { body: () => ({}), usesUp: true },

  // off, so that nothing is sent while the tables are compared
  'POST /api/webhooks': { body: () => ({ url: 'https://example.com/', active: false }) },
  'PUT /api/webhooks/{id}': { body: () => ({ url: 'https://example.com/', active: false }) },
  'PATCH /api/webhooks/{id}': { body: () => ({ description: 'Warehouse' }) },
  'DELETE /api/webhooks/{id}': { usesUp: true },
  'POST /api/webhooks/{id}/test': { invalid: true },
  'POST /api/admin/webhook-deliveries/{id}/redeliver': { invalid: true },
  'POST /api/webhooks/{id}/deliveries/{deliveryId}/redeliver': { invalid: true },

  'POST /api/products/{id}/reviews': { body: review },
  'PUT /api/reviews/{id}': { body: review },
  'PATCH /api/reviews/{id}': { body: () => ({ rating: 2 }) },
  'DELETE /api/reviews/{id}': { usesUp: true },
  'PUT /api/reviews/{id}/reply': { body: () => ({ text: 'Thank you.' }) },

  'POST /api/admin/users/{id}/deactivate': { body: act, usesUp: true },
  'POST /api/admin/users/{id}/reactivate': { body: act, invalid: true },
  'POST /api/admin/stores/{id}/deactivate': { body: act, usesUp: true },
  'POST /api/admin/stores/{id}/reactivate': { body: act, invalid: true },
  'POST /api/admin/products/{id}/deactivate': { body: act, usesUp: true },
  'POST /api/admin/products/{id}/reactivate': { body: act, invalid: true },
  'POST /api/admin/reviews/{id}/remove': { body: act, usesUp: true },
  'POST /api/admin/categories': { body: () => ({ name: 'One more' }) },
  'POST /api/admin/categories/{id}/rename': { body: (_, { label }) => ({ name: `${label} again` }) },
  'POST /api/admin/categories/{id}/move': {
    body: ({ upperCategory }) => ({ parentId: upperCategory.id }),
    usesUp: true,
  },
  'POST /api/admin/categories/{id}/remove': { body: act, usesUp: true },
  'POST /api/admin/stores/{id}/payouts': { invalid: true },
  'POST /api/admin/stores/{id}/commission': { body: () => ({ rate: '8.50', ...act() }) },
  'POST /api/admin/payouts/{id}/confirm': { body: () => ({ reference: 'SEPA 42' }), usesUp: true },
  'POST /api/admin/payouts/{id}/refuse': { body: act, usesUp: true },
  'POST /api/admin/payouts/{id}/retry': { invalid: true },
};

/** @throws Error when an operation with a body has none here */
export function recipeOf({ name, body }: Operation): Recipe {
  const recipe = RECIPES[name];
  if (!recipe && body) throw new Error(`${name} has no request in test/isolation/requests.ts.`);
  return recipe ?? {};
}
