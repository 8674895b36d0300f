/**
 * The order in which the API's domains stand. A domain imports from those on its left and from platform/ only;
 * the lint rule is made from this list.
 */
module.exports = [
  'users',
  'auth',
  'addresses',
  'stores',
  'products',
  'wishlist',
  'coupons',
  'payments',
  'cart',
  'orders',
  'ledger',
  'documents',
  'reviews',
  'moderation',
  'social',
  'webhooks',
  'notifications',
];
